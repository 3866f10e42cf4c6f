/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { M365Error } from '../../../src/domain/m365Error.ts'
import type { Delivery } from '../../../src/usecases/ports.ts'
import { sendReminders } from '../../../src/usecases/sendReminders.ts'
import { aPost, aRecommendation, holderOf, officer, owner } from '../../support/register.ts'
import { drawReminders } from '../../support/reminderScreen.tsx'
import { aLedgerEntry, reminderScene } from '../../support/reminders.ts'

const day = '2021-06-16'

/** Two people with a row each; the messenger answers as given, then with success. */
async function afterRun(...answers: readonly Delivery[]) {
  const scene = reminderScene(
    [aRecommendation(), aRecommendation({ number: '9', ownerPost: 'response' })],
    [aPost(), aPost({ key: 'response', title: 'Sergeant, Response', holder: holderOf(officer) })],
  )
  scene.messenger.next.push(...answers)
  await sendReminders(scene, { today: day, run: 'one' })
  return scene
}

const unreachable: Delivery = { state: 'unreachable', note: 'The app is not installed for them.' }

test('shows the runs, the newest first, with when and how they ended', async () => {
  const scene = await afterRun(unreachable)
  scene.clock.moveTo('2021-06-16T09:00:00.000Z')
  await sendReminders(scene, { today: day, run: 'two' })
  drawReminders(scene)
  const runs = within(await screen.findByRole('list', { name: 'Runs' })).getAllByRole('button')
  expect(runs.map((run) => run.textContent)).toEqual([
    expect.stringContaining('16 June 2021 at 10:00'),
    expect.stringContaining('16 June 2021 at 09:00'),
  ])
  expect(runs[1]?.textContent).toContain('1 sent, 1 unreachable')
  expect(runs[0]?.getAttribute('aria-pressed')).toBe('true')
  await userEvent.click(runs[1] as HTMLElement)
  const untold = await screen.findByRole('list', { name: 'Whom the run did not tell' })
  expect(untold.textContent).toContain('The app is not installed for them.')
})

test.each([
  ['25 hours after a run there is no warning', '2021-06-17T09:00:00.000Z', false],
  ['26 hours after it there is one', '2021-06-17T10:00:00.000Z', true],
])('%s', async (_what, now, warned) => {
  const scene = await afterRun()
  scene.clock.moveTo(now)
  drawReminders(scene)
  await screen.findByRole('list', { name: 'Runs' })
  expect(screen.queryByText(/No run of the reminders had finished for 26 hours/) !== null).toBe(warned)
})

test('says person by person what was sent, how and why', async () => {
  drawReminders(await afterRun())
  const people = await screen.findByRole('list', { name: 'People of the day' })
  expect(people.textContent).toContain(owner.name)
  expect(people.textContent).toContain('Sent in the chat on 16 June 2021 at 09:00')
  expect(people.textContent).toMatch(/holds the post T\/DCI Crime, which owns this row/)
  expect(within(people).queryByRole('button', { name: /Send again/ })).toBeNull()
})

test('can be narrowed to one state', async () => {
  drawReminders(await afterRun(unreachable))
  const filter = await screen.findByLabelText('Show')
  expect(filter.textContent).toContain('Unreachable (1)')
  await userEvent.selectOptions(filter, 'unreachable')
  const people = screen.getByRole('list', { name: 'People of the day' })
  expect(within(people).getAllByRole('heading')).toHaveLength(1)
  await userEvent.selectOptions(filter, 'cancelled')
  expect(screen.getByText('Nobody has a reminder in this state.')).toBeTruthy()
})

test('lists for the secretary who was not reached, and who says that a row is another’s', async () => {
  const scene = await afterRun(unreachable)
  scene.ledger.put(aLedgerEntry({ key: 'x', notMineAt: '2021-06-15T09:00:00.000Z', notMineWhose: 'Custody' }))
  drawReminders(scene)
  const list = await screen.findByRole('list', { name: 'People who were not reached' })
  expect(list.textContent).toContain('The app is not installed for them.')
  expect(screen.getByRole('list', { name: /said to be another’s/ }).textContent).toContain('it is “Custody”')
})

test('send again says what it does, asks once, and the next run sends once', async () => {
  const scene = await afterRun(unreachable)
  const before = scene.messenger.cards.length
  drawReminders(scene)
  const list = await screen.findByRole('list', { name: 'People who were not reached' })
  await userEvent.click(within(list).getByRole('button', { name: /Send again to/ }))
  const dialog = await screen.findByRole('dialog', { name: 'Send again' })
  expect(dialog.textContent).toContain('nothing is sent that was sent already')
  expect(await scene.ledger.states()).toContain('unreachable')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Send 1 reminder again' }))
  expect(await within(dialog).findByText('1 reminder will go out with the next run.')).toBeTruthy()
  await sendReminders(scene, { today: day, run: 'two' })
  await sendReminders(scene, { today: day, run: 'three' })
  expect(scene.messenger.cards).toHaveLength(before + 1)
})

test('what was sent in between is left as it is, and said', async () => {
  const scene = await afterRun({ state: 'failed', note: 'Teams did not take it.' })
  drawReminders(scene)
  await screen.findByRole('list', { name: 'People who were not reached' })
  await sendReminders(scene, { today: day, run: 'two' })
  await userEvent.click(screen.getAllByRole('button', { name: /Send again to/ })[0] as HTMLElement)
  await userEvent.click(await screen.findByRole('button', { name: 'Send 1 reminder again' }))
  expect((await screen.findByRole('list', { name: 'Left as they are' })).textContent).toContain(
    'It was sent already.',
  )
})

test('before sending again what may have arrived, it says that it may arrive twice', async () => {
  drawReminders(await afterRun({ state: 'unconfirmed', note: 'The answer was lost.' }))
  const list = await screen.findByRole('list', { name: 'People who were not reached' })
  await userEvent.click(within(list).getByRole('button', { name: /Send again to/ }))
  expect((await screen.findByRole('dialog')).textContent).toContain('the person gets it twice')
})

test('somebody without a role is told why, and only their own reminders are asked for', async () => {
  const { ledger, ...scene } = await afterRun()
  drawReminders(
    { ...scene, ledger: { ofPerson: (id: string) => ledger.ofPerson(id) } as typeof ledger },
    '#/reminders',
    officer,
  )
  expect(await screen.findByText(/is for coordinators, the board secretary and administrators/)).toBeTruthy()
  const mine = await screen.findByRole('list', { name: 'My reminders' })
  await waitFor(() => expect(mine.textContent).toContain('Recommendation 9'))
  expect(mine.textContent).not.toContain('Recommendation 8')
})

test('an outage of the ledger is no empty ledger', async () => {
  const scene = await afterRun()
  scene.ledger.fail(new M365Error('unavailable', 'Microsoft 365 could not be reached.'))
  drawReminders(scene)
  await screen.findByRole('list', { name: 'Runs' })
  await waitFor(() => expect(screen.getAllByRole('button', { name: /Try again/ }).length).toBeGreaterThan(0))
  expect(screen.queryByText('Everybody was reached.')).toBeNull()
  expect(screen.queryByText('Nothing was sent for this day.')).toBeNull()
})
