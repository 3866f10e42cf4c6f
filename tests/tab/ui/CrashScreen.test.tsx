/** @jest-environment <rootDir>/tests/support/browserEnvironment.cjs */
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components'
import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { CrashScreen } from '../../../src/tab/ui/CrashScreen.tsx'

function Broken({ error }: { error: Error }): never {
  throw error
}

function notFetched(): Error {
  const error = new Error('Loading chunk 7 failed.')
  error.name = 'ChunkLoadError'
  return error
}

function draw(error: Error, again: () => Promise<void>) {
  render(
    <FluentProvider theme={teamsLightTheme}>
      <CrashScreen again={again}>
        <Broken error={error} />
      </CrashScreen>
    </FluentProvider>,
  )
}

const fails = () => jest.fn(() => Promise.reject(notFetched()))

// React reports every error that a boundary catches.
beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => jest.restoreAllMocks())

test('a page that could not be fetched is an outage, not a fault of the product', () => {
  draw(notFetched(), fails())
  expect(screen.getByText("Microsoft 365 can't be reached")).toBeTruthy()
  expect(screen.getByText(/has to be fetched once/)).toBeTruthy()
  expect(screen.queryByText(/Follow-Through itself/)).toBeNull()
})

test('without a network any page that does not come is an outage', () => {
  jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false)
  draw(new Error('no such export'), fails())
  expect(screen.getByText("Microsoft 365 can't be reached")).toBeTruthy()
})

test('a page that is there and breaks is a fault of the product', () => {
  draw(new Error('a mistake of ours'), fails())
  expect(screen.getByText(/Follow-Through itself/)).toBeTruthy()
})

test('trying again fetches the page and keeps the button where it is while that fails', async () => {
  const again = fails()
  draw(notFetched(), again)
  const button = screen.getByRole('button', { name: 'Try again' })
  await userEvent.click(button)
  expect(again).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('button', { name: 'Try again' })).toBe(button)
  expect(document.activeElement).toBe(button)
})

test('the page is asked for at once when the network is back', async () => {
  const again = fails()
  draw(notFetched(), again)
  await act(async () => window.dispatchEvent(new Event('online')))
  expect(again).toHaveBeenCalledTimes(1)
})
