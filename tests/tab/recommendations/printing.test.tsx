/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import { act, screen, within } from '@testing-library/react'
import { RecommendationsPage } from '../../../src/tab/features/recommendations/RecommendationsPage.tsx'
import { aRecommendation } from '../../support/register.ts'
import { drawRegister, registerInMemory } from '../../support/registerScreen.tsx'

/** More rows than any window shows. */
const rows = Array.from({ length: 120 }, (_none, index) =>
  aRecommendation({ number: String(index + 1), order: index + 1 }),
)
const tell = (event: 'beforeprint' | 'afterprint') => act(() => window.dispatchEvent(new Event(event)))
/** In jsdom the list on the screen stays in the document while the printed one is there. */
const mostRows = () =>
  Math.max(
    ...[...document.querySelectorAll('table')].map((table) => within(table).queryAllByText('AMBER').length),
  )

test('the whole register goes on paper, with its status in words, and leaves the screen again', async () => {
  drawRegister(<RecommendationsPage />, registerInMemory({ rows }), '#/recommendations')
  await screen.findAllByText(/120 recommendations/)
  expect(mostRows()).toBeLessThan(120)
  tell('beforeprint')
  expect(mostRows()).toBe(120)
  tell('afterprint')
  expect(mostRows()).toBeLessThan(120)
})
