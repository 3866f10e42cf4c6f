/** @jest-environment <rootDir>/tests/support/browserEnvironment.cjs */
import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { RecommendationsPage } from '../../../src/tab/features/recommendations/RecommendationsPage.tsx'
import { drawRegister, type RegisterInMemory, registerInMemory } from '../../support/registerScreen.tsx'

const unreachable = "Microsoft 365 can't be reached"
const draw = (lists: RegisterInMemory) => drawRegister(<RecommendationsPage />, lists)
const register = () => screen.findByRole('region', { name: 'Register' })

async function network(there: boolean): Promise<void> {
  jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(there)
  await act(async () => window.dispatchEvent(new Event(there ? 'online' : 'offline')))
}

/** A list whose next answer does not come until the test says so. */
function holdAnswers(lists: RegisterInMemory): () => void {
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  const reports = lists.reports
  const ask = reports.changesSince.bind(reports)
  reports.changesSince = async (token) => {
    await held
    return ask(token)
  }
  return answer
}

afterEach(() => {
  jest.restoreAllMocks()
  jest.useRealTimers()
})

test('the bar comes at once when the browser loses its network, and the rows are asked for when it is back', async () => {
  const lists = registerInMemory({})
  draw(lists)
  await register()
  expect(screen.queryByText(unreachable)).toBeNull()
  await network(false)
  expect(screen.getByText(unreachable)).toBeTruthy()
  expect(await register()).toBeTruthy()
  const asked = lists.recommendations.calls.length
  await network(true)
  expect(screen.queryByText(unreachable)).toBeNull()
  await waitFor(() => expect(lists.recommendations.calls.length).toBeGreaterThan(asked))
})

test('without a network and without rows nobody waits to be told', async () => {
  const lists = registerInMemory({})
  const answer = holdAnswers(lists)
  draw(lists)
  await network(false)
  expect(screen.getByText(/has kept nothing from an earlier visit/)).toBeTruthy()
  await network(true)
  answer()
  expect(await register()).toBeTruthy()
})

test.each([
  [4_999, false],
  [5_000, true],
])('without an answer for %p ms the screen says that it is still trying: %p', async (waited, said) => {
  jest.useFakeTimers()
  const lists = registerInMemory({})
  const answer = holdAnswers(lists)
  draw(lists)
  await act(() => jest.advanceTimersByTimeAsync(waited))
  expect(screen.queryByText(/Still trying/) !== null).toBe(said)
  answer()
  await act(() => jest.advanceTimersByTimeAsync(100))
  expect(screen.queryByText(/Still trying/)).toBeNull()
})

test('rows that are there get the bar when their refresh is late, and lose it with the answer', async () => {
  jest.useFakeTimers()
  const lists = registerInMemory({})
  const { refresh } = draw(lists)
  await act(() => jest.advanceTimersByTimeAsync(100))
  const answer = holdAnswers(lists)
  void act(() => void refresh())
  await act(() => jest.advanceTimersByTimeAsync(5_100))
  expect(screen.getByText('Microsoft 365 has not answered yet')).toBeTruthy()
  answer()
  await act(() => jest.advanceTimersByTimeAsync(100))
  expect(screen.queryByText('Microsoft 365 has not answered yet')).toBeNull()
})

test('trying again in vain does not take the button from under the keyboard', async () => {
  const lists = registerInMemory({})
  lists.recommendations.goOffline()
  draw(lists)
  const button = await screen.findByRole('button', { name: 'Try again' })
  const asked = lists.recommendations.calls.length
  await userEvent.click(button)
  await waitFor(() => expect(lists.recommendations.calls.length).toBeGreaterThan(asked))
  await waitFor(() => expect(button.textContent).toBe('Try again'))
  expect(document.activeElement).toBe(button)
  expect(button.isConnected).toBe(true)
})
