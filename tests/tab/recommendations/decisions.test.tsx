/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import '@testing-library/jest-dom'
import { screen, waitFor } from '@testing-library/react'
import type { Recommendation } from '../../../src/domain/recommendation.ts'
import {
  button,
  drawOpened,
  fill,
  openDialog,
  openForm,
  pressIn,
  rowNow,
  user,
} from '../../support/decisionScreen.tsx'
import { aRecommendation, officer, owner, secretary } from '../../support/register.ts'
import { type RegisterInMemory, registerInMemory } from '../../support/registerScreen.tsx'

beforeEach(() => window.localStorage.clear())

describe('who may', () => {
  test('an officer who does not own the row reads why not, and opens nothing', async () => {
    drawOpened(registerInMemory({ me: officer }))
    const move = await button('Move the deadline')
    expect(move).toHaveAttribute('aria-disabled', 'true')
    expect(move).toHaveAccessibleDescription(
      'Only the holder of T/DCI Crime or the board secretary may decide this.',
    )
    await user.click(move)
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  test('an officer is spared the small buttons that are not theirs', async () => {
    drawOpened(registerInMemory({ me: officer }))
    await button('Move the deadline')
    expect(screen.queryByRole('button', { name: 'Edit: Owner' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Add evidence' })).toBeNull()
  })
  test('the owner moves deadlines, and reads that the status is the secretary’s', async () => {
    drawOpened(registerInMemory({ me: owner }))
    expect(await button('Move the deadline')).not.toHaveAttribute('aria-disabled', 'true')
    expect(await button('Change the status')).toHaveAccessibleDescription(/Only the board secretary/)
  })
})

describe('moving the deadline', () => {
  test('shows the entry before it is saved, then adds it to the ledger with who agreed and who was told', async () => {
    const lists = registerInMemory({})
    drawOpened(lists)
    const form = await openForm('Move the deadline')
    await fill(form, 'Month', '2021-09')
    await fill(form, 'For what', 'for the review')
    await fill(form, 'Why it moves', 'The review is late.')
    await fill(form, 'Who agreed', 'Commander, Crime')
    await fill(form, 'Boards that were told', 'PAB, CSB')
    expect(
      form.getByText('“Now September 2021 for the review [Reported to PAB] [Reported to CSB]”'),
    ).toBeVisible()
    await pressIn(form, 'Move the deadline')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(rowNow(lists).due.at(-1)).toMatchObject({
      ...{ date: '2021-09-30', precision: 'month', purpose: 'for the review' },
      change: { agreedBy: 'Commander, Crime', reportedTo: ['PAB', 'CSB'], reason: 'The review is late.' },
    })
    expect(
      screen.getByText(
        'First June 2021, now September 2021: moved once, +92 days in all. PAB and CSB were told.',
      ),
    ).toBeVisible()
    expect(screen.getByText('Saved. The deadline has moved.')).toBeInTheDocument()
  })

  test.each([
    ['no reason', '', 'Why it moves', 'Say why. The reason goes into the history.'],
    ['a month already past', '2021-04', 'Month', 'This day is already past.'],
  ])(
    'with %s is refused beside the field, and the keyboard is there',
    async (_what, month, label, sentence) => {
      const lists = registerInMemory({})
      drawOpened(lists)
      const form = await openForm('Move the deadline')
      if (month) {
        await fill(form, 'Month', month)
        await fill(form, 'Why it moves', 'Late.')
      } else await fill(form, 'Month', '2021-09')
      await pressIn(form, 'Move the deadline')
      expect(await form.findByText(sentence)).toBeVisible()
      const field = form.getByLabelText(new RegExp(`^${label}`))
      await waitFor(() => expect(field).toHaveFocus())
      expect(field).toHaveAccessibleDescription(expect.stringContaining(sentence))
      expect(lists.recommendations.calls).not.toContain('save')
    },
  )

  test('to an event that is awaited keeps it as a value, without a date', async () => {
    const lists = registerInMemory({})
    drawOpened(lists)
    const form = await openForm('Move the deadline')
    await user.click(form.getByRole('radio', { name: /an event/ }))
    await fill(form, 'What is awaited', 'publication of the review')
    await fill(form, 'Why it moves', 'Nothing can be done before.')
    await pressIn(form, 'Move the deadline')
    await waitFor(() => expect(rowNow(lists).due).toHaveLength(2))
    expect(rowNow(lists).due.at(-1)).toMatchObject({
      date: null,
      text: 'Now pending publication of the review',
    })
  })
})

describe('aligned deadlines', () => {
  const aligned = (changes: Partial<Recommendation> = {}) =>
    registerInMemory({
      me: secretary,
      rows: [
        aRecommendation({ links: [{ kind: 'aligned', to: 'hate-crime-2018-07/9', note: '' }] }),
        aRecommendation({ number: '9', ...changes }),
      ],
    })
  async function moveFirst(lists: RegisterInMemory) {
    drawOpened(lists)
    const form = await openForm('Move the deadline')
    await fill(form, 'Month', '2021-09')
    await fill(form, 'Why it moves', 'Late.')
    await pressIn(form, 'Move the deadline')
    await screen.findByText(/One deadline is aligned/)
    return openDialog()
  }
  test('are offered to be moved with it, and say that they were', async () => {
    const lists = aligned()
    const form = await moveFirst(lists)
    expect(form.getByText('June 2021 → September 2021')).toBeVisible()
    await pressIn(form, 'Move 1 too')
    expect(await form.findByText('Moved.')).toBeVisible()
    expect(rowNow(lists, '2').due.at(-1)?.date).toBe('2021-09-30')
    await pressIn(form, 'Done')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  test('stay where they are when they are not chosen', async () => {
    const lists = aligned()
    const form = await moveFirst(lists)
    await user.click(form.getByRole('checkbox'))
    expect(form.getByText('June 2021 stays')).toBeVisible()
    await pressIn(form, 'Leave them')
    expect(rowNow(lists, '2').due).toHaveLength(1)
  })
  test('that somebody saved in between are not moved, and say so', async () => {
    const lists = aligned()
    const form = await moveFirst(lists)
    lists.recommendations.change('2', (value) => ({ ...value, progress: 'Quicker.' }))
    await pressIn(form, 'Move 1 too')
    expect(await form.findByText(/Not moved: somebody saved it in between/)).toBeVisible()
    expect(rowNow(lists, '2').due).toHaveLength(1)
  })
  test('of a row that is settled are not offered', async () => {
    const lists = aligned({ status: 'CLOSED' })
    drawOpened(lists)
    const form = await openForm('Move the deadline')
    await fill(form, 'Month', '2021-09')
    await fill(form, 'Why it moves', 'Late.')
    await pressIn(form, 'Move the deadline')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(rowNow(lists, '2').due).toHaveLength(1)
  })
})

describe('nothing typed is lost', () => {
  test('when the form is closed: the page offers to go on, and the fields hold what was typed', async () => {
    drawOpened(registerInMemory({}))
    const form = await openForm('Move the deadline')
    await fill(form, 'Why it moves', 'Half a reason')
    await user.keyboard('{Escape}')
    expect(await screen.findByText(/You began something here and have not saved it/)).toBeVisible()
    const again = await openForm('Move the deadline')
    expect(again.getByLabelText(/^Why it moves/)).toHaveValue('Half a reason')
    await user.click(again.getByRole('button', { name: 'Start afresh' }))
    expect(again.getByLabelText(/^Why it moves/)).toHaveValue('')
    await user.click(again.getByRole('button', { name: 'Close' }))
    expect(screen.queryByText(/You began something here/)).toBeNull()
  })

  test('when saving fails: the same button tries again, and it is saved once', async () => {
    const lists = registerInMemory({ me: secretary })
    drawOpened(lists)
    const form = await openForm('Change the status')
    await user.click(form.getByRole('radio', { name: /^RED/ }))
    await fill(form, 'Rationale', 'The deadline was missed.')
    lists.recommendations.goOffline()
    await pressIn(form, 'Change the status')
    expect(await form.findByText(/What you typed is kept/)).toBeVisible()
    lists.recommendations.recover()
    await pressIn(form, 'Change the status')
    await waitFor(() => expect(rowNow(lists).status).toBe('RED'))
    expect(rowNow(lists).rationale).toBe('Missed: The deadline was missed.')
  })

  test('when somebody saved in between: both are shown, and mine goes on top of theirs', async () => {
    const lists = registerInMemory({ me: secretary })
    drawOpened(lists)
    const form = await openForm('Change the status')
    await user.click(form.getByRole('radio', { name: /^RED/ }))
    await fill(form, 'Rationale', 'Missed it.')
    lists.recommendations.change('1', (value) => ({ ...value, applies: 'in-part' }))
    await pressIn(form, 'Change the status')
    expect(await form.findByText('Somebody saved this row before you')).toBeVisible()
    expect(form.getByRole('row', { name: /Applies to the force nothing in-part/ })).toBeVisible()
    expect(form.getByLabelText(/^Rationale/)).toHaveValue('Missed it.')
    await pressIn(form, 'Save mine on top of theirs')
    await waitFor(() => expect(rowNow(lists)).toMatchObject({ status: 'RED', applies: 'in-part' }))
  })
})
