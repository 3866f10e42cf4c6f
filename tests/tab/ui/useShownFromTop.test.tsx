/** @jest-environment <rootDir>/tests/support/browserEnvironment.cjs */
import { render, screen } from '@testing-library/react'
import { useShownFromTop } from '../../../src/tab/ui/useShownFromTop.ts'

function Opened() {
  const heading = useShownFromTop()
  return (
    <article>
      <button type="button">Back</button>
      <h2 tabIndex={-1} ref={heading}>
        Recommendation 8
      </h2>
    </article>
  )
}

test('something opened has the keyboard on its heading, and the window at its top, so that Back is in sight', () => {
  const window = document.body.appendChild(document.createElement('main'))
  const panel = window.appendChild(document.createElement('section'))
  window.scrollTop = 300
  panel.scrollTop = 120
  const focus = jest.spyOn(HTMLElement.prototype, 'focus')
  render(<Opened />, { container: panel })
  expect(document.activeElement).toBe(screen.getByRole('heading'))
  expect(focus).toHaveBeenCalledWith({ preventScroll: true })
  expect([window.scrollTop, panel.scrollTop]).toEqual([0, 0])
})
