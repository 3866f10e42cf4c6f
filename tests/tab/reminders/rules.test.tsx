/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { changeReminderSetting } from '../../../src/usecases/changeReminderSetting.ts'
import { officer, secretary } from '../../support/register.ts'
import { drawReminders } from '../../support/reminderScreen.tsx'
import { reminderScene } from '../../support/reminders.ts'

const rules = '#/reminders/rules'
const offsetsLabel = 'Working days before a deadline'

beforeEach(() => window.localStorage.clear())

async function type(label: string | RegExp, text: string) {
  const field = await screen.findByLabelText<HTMLInputElement>(label)
  await userEvent.clear(field)
  await userEvent.type(field, text)
  return field
}

/** Braces are keys to `type`, so these words are pasted. */
async function typeWording(label: string, text: string) {
  const field = await screen.findByLabelText<HTMLInputElement>(label)
  await userEvent.clear(field)
  await userEvent.click(field)
  await userEvent.paste(text)
  return field
}

async function policyOf(scene: ReturnType<typeof reminderScene>) {
  const row = await scene.settings.byKey('reminder-policy/force')
  return row && JSON.parse(row.value.value)
}

test('previews what the rules would send on a day, and what others would while they are typed', async () => {
  drawReminders(reminderScene(), rules)
  expect(
    await screen.findByText('On 16 June 2021 this would send 1 card to 1 person: Daniel Okafor.'),
  ).toBeTruthy()
  await type(offsetsLabel, '5')
  expect(await screen.findByText('On 16 June 2021 this would send 0 cards to 0 people.')).toBeTruthy()
  expect(screen.getByText('With the rules that are saved: 1 card to 1 person.')).toBeTruthy()
})

test('previews another day, and says why nothing goes out on it', async () => {
  drawReminders(reminderScene(), rules)
  await type('On', '2021-06-19')
  expect(await screen.findByText(/On 19 June 2021 this would send 0 cards/)).toBeTruthy()
  expect(screen.getByText(/1 reminder not sent then. It is the weekend/)).toBeTruthy()
})

test('saves the policy, and shows who changed it from what to what', async () => {
  const scene = reminderScene()
  drawReminders(scene, rules)
  await type(offsetsLabel, '20, 10')
  await userEvent.click(screen.getByRole('button', { name: 'Save the policy' }))
  await waitFor(async () => expect(await policyOf(scene)).toMatchObject({ offsets: [20, 10] }))
  const log = await screen.findByRole('list', { name: 'Changes of the rules' })
  expect(log.textContent).toContain(`by ${secretary.name} on 16 June 2021 at 09:00`)
  expect(log.textContent).toContain('Working days before a deadline: 30, 14, 7, 1 → 20, 10')
})

test('says beside the field what cannot be, saves nothing and keeps what was typed', async () => {
  const scene = reminderScene()
  drawReminders(scene, rules)
  const field = await type(offsetsLabel, '500')
  expect(await screen.findByText(/^Write up to ten numbers/)).toBeTruthy()
  expect(field.getAttribute('aria-invalid')).toBe('true')
  const save = screen.getByRole('button', { name: 'Save the policy' })
  expect(save.getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(save)
  expect(await policyOf(scene)).toBeNull()
  cleanup()
  drawReminders(scene, rules)
  expect((await screen.findByLabelText<HTMLInputElement>(offsetsLabel)).value).toBe('500')
})

test('what somebody else saved in between is not lost, and neither is what was typed', async () => {
  const scene = reminderScene()
  drawReminders(scene, rules)
  const field = await type(offsetsLabel, '20')
  const theirs = { key: 'reminder-policy/force', value: { offsets: [3] }, etag: null, actor: secretary }
  await changeReminderSetting(scene, theirs)
  await userEvent.click(screen.getByRole('button', { name: 'Save the policy' }))
  expect(await screen.findByText(/saved this in between/)).toBeTruthy()
  expect(field.value).toBe('20')
  expect(await policyOf(scene)).toMatchObject({ offsets: [3] })
  await userEvent.click(screen.getByRole('button', { name: 'Save mine in its place' }))
  await waitFor(async () => expect(await policyOf(scene)).toMatchObject({ offsets: [20] }))
})

test('one report may differ; the exception is listed in words', async () => {
  const scene = reminderScene()
  drawReminders(scene, rules)
  await userEvent.click(await screen.findByRole('button', { name: 'Add an exception' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.selectOptions(within(dialog).getByLabelText('Report'), 'hate-crime-2018-07')
  await userEvent.type(within(dialog).getByLabelText(offsetsLabel), '2')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save the exception' }))
  const list = await screen.findByRole('list', { name: 'Exceptions' })
  expect(list.textContent).toContain('Understanding the difference')
  expect(list.textContent).toContain('Working days before a deadline: 2')
  expect(await scene.settings.byKey('reminder-policy/report/hate-crime-2018-07')).not.toBeNull()
})

test('a bank holiday can be worked, and a day added', async () => {
  const scene = reminderScene()
  drawReminders(scene, rules)
  await userEvent.click(await screen.findByLabelText(/^Summer bank holiday, .*30 August 2021/))
  await userEvent.click(screen.getByRole('button', { name: 'Add a day' }))
  await type('Day 1', '2021-07-05')
  await type('Name of day 1', 'Force day')
  await userEvent.click(screen.getByRole('button', { name: 'Save the days' }))
  await waitFor(async () => {
    const saved = await scene.settings.byKey('bank-holidays')
    expect(JSON.parse(saved?.value.value ?? '{}')).toMatchObject({
      ...{ added: [{ day: '2021-07-05', name: 'Force day' }], removed: ['2021-08-30'] },
    })
  })
})

test('the wording is shown as it would read, and saved with who changed it', async () => {
  const scene = reminderScene()
  drawReminders(scene, rules)
  await typeWording('The opening of a card', 'Good morning {name}, {items} for {today}.')
  await typeWording('The end of each card and mail', 'Ask the board secretary.')
  const shown = screen.getByRole('group', { name: `How 3 items for ${secretary.name} would read today` })
  expect(shown.textContent).toContain(`Good morning ${secretary.name}, 3 items for 16 June 2021.`)
  expect(within(shown).getAllByText('Ask the board secretary.')).toHaveLength(2)
  expect(shown.textContent).toContain('so this comes by mail.')
  await userEvent.click(screen.getByRole('button', { name: 'Save the wording' }))
  await waitFor(async () => {
    const saved = await scene.settings.byKey('reminder-wording')
    expect(JSON.parse(saved?.value.value ?? '{}')).toMatchObject({
      ...{ opening: 'Good morning {name}, {items} for {today}.', closing: 'Ask the board secretary.' },
    })
  })
  const log = await screen.findByRole('list', { name: 'Changes of the rules' })
  expect(log.textContent).toContain(`The wording of cards and mails, by ${secretary.name}`)
  expect(log.textContent).toContain('The end of each card and mail: nothing → Ask the board secretary.')
})

test.each([
  ['Dear {rank}', /^\{rank\} stands for nothing here\. What can be used is \{name\}/],
  ['See https://evil.example', /^Write plain text, without links/],
  ['x'.repeat(202), /^This is 2 characters too long/],
])('wording that cannot be used is refused beside its field: %s', async (text, sentence) => {
  const scene = reminderScene()
  drawReminders(scene, rules)
  const field = await typeWording('The opening of a card', text)
  expect(await screen.findByText(sentence)).toBeTruthy()
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(screen.queryByRole('group', { name: /would read today/ })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Save the wording' }))
  expect(await scene.settings.byKey('reminder-wording')).toBeNull()
  expect(field.value).toBe(text)
})

test('an officer reads the rules, sees no preview of others, and is told who changes them', async () => {
  const { ledger: _, ...scene } = reminderScene()
  drawReminders(scene, rules, officer)
  expect((await screen.findByLabelText<HTMLInputElement>(offsetsLabel)).readOnly).toBe(true)
  expect(screen.getByLabelText<HTMLInputElement>('The opening of a card').readOnly).toBe(true)
  expect(screen.queryByText('What these rules would do')).toBeNull()
  const save = screen.getByRole('button', { name: 'Save the policy' })
  const why = document.getElementById(save.getAttribute('aria-describedby') ?? '')
  expect(why?.textContent).toMatch(/board secretary and administrators change these rules/)
})
