/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { owner } from '../../support/register.ts'
import { drawReminders } from '../../support/reminderScreen.tsx'
import { aLedgerEntry, reminderScene } from '../../support/reminders.ts'

const mine = '#/reminders/mine'
const key = `reminder-preference/${owner.objectId}`

beforeEach(() => window.localStorage.clear())

async function saved(scene: ReturnType<typeof reminderScene>) {
  const row = await scene.settings.byKey(key)
  return row && JSON.parse(row.value.value)
}

test('everybody chooses how they are told, and is told what the law does not let them silence', async () => {
  const scene = reminderScene()
  drawReminders(scene, mine, owner)
  expect(await screen.findByText(/Duties that the law sets are always told/)).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Daily/ }).checked).toBe(true)
  await userEvent.click(screen.getByRole('radio', { name: /^Weekly/ }))
  await userEvent.selectOptions(screen.getByLabelText('On'), 'Thursday')
  await userEvent.click(screen.getByRole('button', { name: 'Save my preferences' }))
  await waitFor(async () =>
    expect(await saved(scene)).toMatchObject({ how: 'weekly', weekday: 4, snoozeUntil: null }),
  )
})

test('reminders are put off until a day, and taken up again', async () => {
  const scene = reminderScene()
  drawReminders(scene, mine, owner)
  await userEvent.type(await screen.findByLabelText('Put my reminders off until'), '2021-06-30')
  await userEvent.click(screen.getByRole('button', { name: 'Save my preferences' }))
  expect(await screen.findByText(/Everything else is put off until 30 June 2021/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Put nothing off' }))
  await userEvent.click(screen.getByRole('button', { name: 'Save my preferences' }))
  await waitFor(async () => expect(await saved(scene)).toMatchObject({ snoozeUntil: null }))
})

test('shows what I was told, the newest first', async () => {
  const scene = reminderScene()
  scene.ledger.put(aLedgerEntry({ why: 'The older.' }))
  scene.ledger.put(aLedgerEntry({ key: 'b', claimedAt: '2021-06-17T07:00:00.000Z', why: 'The newer.' }))
  drawReminders(scene, mine, owner)
  const list = await screen.findByRole('list', { name: 'My reminders' })
  expect(list.textContent).toMatch(/The newer\..*The older\./)
})
