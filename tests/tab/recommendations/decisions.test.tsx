/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import '@testing-library/jest-dom'
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { SignOff } from '../../../src/domain/decisions.ts'
import type { ExtensionRequest } from '../../../src/domain/extensionRequest.ts'
import type { Recommendation } from '../../../src/domain/recommendation.ts'
import { OpenedItem } from '../../../src/tab/features/recommendations/OpenedItem.tsx'
import {
  aDueEntry,
  aPost,
  aRecommendation,
  holderOf,
  officer,
  owner,
  secretary,
} from '../../support/register.ts'
import { drawRegister, type RegisterInMemory, registerInMemory } from '../../support/registerScreen.tsx'

const draw = (lists: RegisterInMemory, id = '1') =>
  drawRegister(<OpenedItem itemId={id} onClose={() => undefined} />, lists)
// The same form may be opened from the bar and from its section.
const button = async (name: string | RegExp) =>
  (await screen.findAllByRole('button', { name }))[0] as HTMLElement
const press = async (name: string | RegExp) => userEvent.click(await button(name))
const dialog = async () => within(await screen.findByRole('dialog'))
const openForm = async (name: string) => {
  await press(name)
  return dialog()
}
const openMore = async (name: string) => {
  await press('More decisions')
  await userEvent.click(await screen.findByRole('menuitem', { name: new RegExp(`^${name}`) }))
  return dialog()
}
const fill = async (form: Awaited<ReturnType<typeof dialog>>, label: string, text: string) => {
  const field = form.getByLabelText<HTMLInputElement>(new RegExp(`^${label}`))
  if (field.type === 'month' || field.type === 'date')
    return fireEvent.change(field, { target: { value: text } })
  await userEvent.clear(field)
  await userEvent.paste(text)
}
const row = (lists: RegisterInMemory, id = '1') => lists.recommendations.peek(id).value
const evidence = {
  ...{ title: 'Signed policy', link: 'https://force.example/policy' },
  ...{ at: '2021-05-01T09:00:00.000Z', by: owner.name, byObject: owner.objectId },
}
const asked: SignOff = {
  state: 'asked',
  askedAt: '2021-05-01T09:00:00.000Z',
  askedBy: owner.name,
  askedByObject: owner.objectId,
  answeredAt: null,
  answeredBy: '',
  answeredByObject: '',
  note: 'All done.',
}

// Working out from the styles what is hidden takes most of the time that these pages take to be asked.
configure({ defaultHidden: true })

beforeEach(() => window.localStorage.clear())

describe('who may', () => {
  test('an officer who does not own the row reads why not, and opens nothing', async () => {
    draw(registerInMemory({ me: officer }))
    const move = await button('Move the deadline')
    expect(move).toHaveAttribute('aria-disabled', 'true')
    expect(move).toHaveAccessibleDescription(
      'Only the holder of T/DCI Crime or the board secretary may decide this.',
    )
    await userEvent.click(move)
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  test('an officer is spared the small buttons that are not theirs', async () => {
    draw(registerInMemory({ me: officer }))
    await button('Move the deadline')
    expect(screen.queryByRole('button', { name: 'Edit: Owner' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Add evidence' })).toBeNull()
  })
  test('the owner moves deadlines, and reads that the status is the secretary’s', async () => {
    draw(registerInMemory({ me: owner }))
    expect(await button('Move the deadline')).not.toHaveAttribute('aria-disabled', 'true')
    expect(await button('Change the status')).toHaveAccessibleDescription(/Only the board secretary/)
  })
})

describe('moving the deadline', () => {
  test('shows the entry before it is saved, then adds it to the ledger with who agreed and who was told', async () => {
    const lists = registerInMemory({})
    draw(lists)
    const form = await openForm('Move the deadline')
    await fill(form, 'Month', '2021-09')
    await fill(form, 'For what', 'for the review')
    await fill(form, 'Why it moves', 'The review is late.')
    await fill(form, 'Who agreed', 'Commander, Crime')
    await fill(form, 'Boards that were told', 'PAB, CSB')
    expect(
      form.getByText('“Now September 2021 for the review [Reported to PAB] [Reported to CSB]”'),
    ).toBeVisible()
    await userEvent.click(form.getByRole('button', { name: 'Move the deadline' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(row(lists).due.at(-1)).toMatchObject({
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
      draw(lists)
      const form = await openForm('Move the deadline')
      if (month) {
        await fill(form, 'Month', month)
        await fill(form, 'Why it moves', 'Late.')
      } else await fill(form, 'Month', '2021-09')
      await userEvent.click(form.getByRole('button', { name: 'Move the deadline' }))
      expect(await form.findByText(sentence)).toBeVisible()
      const field = form.getByLabelText(new RegExp(`^${label}`))
      await waitFor(() => expect(field).toHaveFocus())
      expect(field).toHaveAccessibleDescription(expect.stringContaining(sentence))
      expect(lists.recommendations.calls).not.toContain('save')
    },
  )

  test('to an event that is awaited keeps it as a value, without a date', async () => {
    const lists = registerInMemory({})
    draw(lists)
    const form = await openForm('Move the deadline')
    await userEvent.click(form.getByRole('radio', { name: /an event/ }))
    await fill(form, 'What is awaited', 'publication of the review')
    await fill(form, 'Why it moves', 'Nothing can be done before.')
    await userEvent.click(form.getByRole('button', { name: 'Move the deadline' }))
    await waitFor(() => expect(row(lists).due).toHaveLength(2))
    expect(row(lists).due.at(-1)).toMatchObject({ date: null, text: 'Now pending publication of the review' })
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
    draw(lists)
    const form = await openForm('Move the deadline')
    await fill(form, 'Month', '2021-09')
    await fill(form, 'Why it moves', 'Late.')
    await userEvent.click(form.getByRole('button', { name: 'Move the deadline' }))
    await screen.findByText(/One deadline is aligned/)
    return dialog()
  }
  test('are offered to be moved with it, and say that they were', async () => {
    const lists = aligned()
    const form = await moveFirst(lists)
    expect(form.getByText('June 2021 → September 2021')).toBeVisible()
    await userEvent.click(form.getByRole('button', { name: 'Move 1 too' }))
    expect(await form.findByText('Moved.')).toBeVisible()
    expect(row(lists, '2').due.at(-1)?.date).toBe('2021-09-30')
    await userEvent.click(form.getByRole('button', { name: 'Done' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  test('stay where they are when they are not chosen', async () => {
    const lists = aligned()
    const form = await moveFirst(lists)
    await userEvent.click(form.getByRole('checkbox'))
    expect(form.getByText('June 2021 stays')).toBeVisible()
    await userEvent.click(form.getByRole('button', { name: 'Leave them' }))
    expect(row(lists, '2').due).toHaveLength(1)
  })
  test('that somebody saved in between are not moved, and say so', async () => {
    const lists = aligned()
    const form = await moveFirst(lists)
    lists.recommendations.change('2', (value) => ({ ...value, progress: 'Quicker.' }))
    await userEvent.click(form.getByRole('button', { name: 'Move 1 too' }))
    expect(await form.findByText(/Not moved: somebody saved it in between/)).toBeVisible()
    expect(row(lists, '2').due).toHaveLength(1)
  })
  test('of a row that is settled are not offered', async () => {
    const lists = aligned({ status: 'CLOSED' })
    draw(lists)
    const form = await openForm('Move the deadline')
    await fill(form, 'Month', '2021-09')
    await fill(form, 'Why it moves', 'Late.')
    await userEvent.click(form.getByRole('button', { name: 'Move the deadline' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(row(lists, '2').due).toHaveLength(1)
  })
})

describe('nothing typed is lost', () => {
  test('when the form is closed: the page offers to go on, and the fields hold what was typed', async () => {
    draw(registerInMemory({}))
    const form = await openForm('Move the deadline')
    await fill(form, 'Why it moves', 'Half a reason')
    await userEvent.keyboard('{Escape}')
    expect(await screen.findByText(/You began something here and have not saved it/)).toBeVisible()
    const again = await openForm('Move the deadline')
    expect(again.getByLabelText(/^Why it moves/)).toHaveValue('Half a reason')
    await userEvent.click(again.getByRole('button', { name: 'Start afresh' }))
    expect(again.getByLabelText(/^Why it moves/)).toHaveValue('')
    await userEvent.click(again.getByRole('button', { name: 'Close' }))
    expect(screen.queryByText(/You began something here/)).toBeNull()
  })

  test('when saving fails: the same button tries again, and it is saved once', async () => {
    const lists = registerInMemory({ me: secretary })
    draw(lists)
    const form = await openForm('Change the status')
    await userEvent.click(form.getByRole('radio', { name: /^RED/ }))
    await fill(form, 'Rationale', 'The deadline was missed.')
    lists.recommendations.goOffline()
    await userEvent.click(form.getByRole('button', { name: 'Change the status' }))
    expect(await form.findByText(/What you typed is kept/)).toBeVisible()
    lists.recommendations.recover()
    await userEvent.click(form.getByRole('button', { name: 'Change the status' }))
    await waitFor(() => expect(row(lists).status).toBe('RED'))
    expect(row(lists).rationale).toBe('Missed: The deadline was missed.')
  })

  test('when somebody saved in between: both are shown, and mine goes on top of theirs', async () => {
    const lists = registerInMemory({ me: secretary })
    draw(lists)
    const form = await openForm('Change the status')
    await userEvent.click(form.getByRole('radio', { name: /^RED/ }))
    await fill(form, 'Rationale', 'Missed it.')
    lists.recommendations.change('1', (value) => ({ ...value, applies: 'in-part' }))
    await userEvent.click(form.getByRole('button', { name: 'Change the status' }))
    expect(await form.findByText('Somebody saved this row before you')).toBeVisible()
    expect(form.getByRole('row', { name: /Applies to the force nothing in-part/ })).toBeVisible()
    expect(form.getByLabelText(/^Rationale/)).toHaveValue('Missed it.')
    await userEvent.click(form.getByRole('button', { name: 'Save mine on top of theirs' }))
    await waitFor(() => expect(row(lists)).toMatchObject({ status: 'RED', applies: 'in-part' }))
  })
})

describe('saying that it is done', () => {
  test('adds the evidence and asks for sign-off in one go', async () => {
    const lists = registerInMemory({})
    draw(lists)
    const form = await openForm('Say it is done')
    await fill(form, 'Evidence', evidence.title)
    await fill(form, 'Where it is', evidence.link)
    await userEvent.click(form.getByRole('button', { name: 'Ask for sign-off' }))
    await waitFor(() => expect(row(lists).signOff?.state).toBe('asked'))
    expect(row(lists).evidence).toMatchObject([{ link: evidence.link }])
    expect(row(lists).status).toBe('AMBER')
    expect(screen.getByText('Waits for a second person’s sign-off')).toBeVisible()
  })
  test('without evidence is refused before anything is sent', async () => {
    const lists = registerInMemory({})
    draw(lists)
    const form = await openForm('Say it is done')
    await userEvent.click(form.getByRole('button', { name: 'Ask for sign-off' }))
    expect(await form.findByText(/Add evidence first/)).toBeVisible()
    expect(lists.recommendations.calls).not.toContain('save')
  })
  test('whose first half was saved before the answer was lost is finished by pressing again', async () => {
    const lists = registerInMemory({})
    draw(lists)
    const form = await openForm('Say it is done')
    await fill(form, 'Evidence', evidence.title)
    await fill(form, 'Where it is', evidence.link)
    lists.recommendations.loseNextAnswer()
    await userEvent.click(form.getByRole('button', { name: 'Ask for sign-off' }))
    await form.findByText(/What you typed is kept/)
    await userEvent.click(form.getByRole('button', { name: 'Ask for sign-off' }))
    await waitFor(() => expect(row(lists).signOff?.state).toBe('asked'))
    expect(row(lists).evidence).toHaveLength(1)
  })
  test('cannot be answered by whoever asked', async () => {
    draw(registerInMemory({ rows: [aRecommendation({ evidence: [evidence], signOff: asked })] }))
    expect(await button('Answer the sign-off')).toHaveAccessibleDescription(
      'You asked for this; somebody else has to answer it.',
    )
  })
  test('becomes green by the second person', async () => {
    const lists = registerInMemory({
      me: secretary,
      rows: [aRecommendation({ evidence: [evidence], signOff: asked })],
    })
    draw(lists)
    const form = await openForm('Answer the sign-off')
    await userEvent.click(form.getByRole('radio', { name: /^Agreed: it is GREEN/ }))
    await userEvent.click(form.getByRole('button', { name: 'Answer' }))
    await waitFor(() => expect(row(lists).status).toBe('GREEN'))
    expect(await screen.findByText('Signed off')).toBeVisible()
  })
  test('may be held for a demonstration period, and says how long', async () => {
    const lists = registerInMemory({
      me: secretary,
      rows: [aRecommendation({ evidence: [evidence], signOff: asked })],
    })
    draw(lists)
    const form = await openForm('Answer the sign-off')
    await userEvent.click(form.getByRole('radio', { name: /after a demonstration period/ }))
    await userEvent.click(form.getByRole('button', { name: 'Answer' }))
    await waitFor(() => expect(row(lists).demonstrationUntil).toBe('2021-08-30'))
    expect(await screen.findByText(/90 days left/)).toBeVisible()
    expect(row(lists).status).toBe('AMBER')
  })
})

describe('what a status demands', () => {
  test.each([
    ['WHITE', 'Name the body that it waits for.'],
    ['CLOSED', 'Choose why it ends without being implemented.'],
  ])('%s says it beside the field', async (status, sentence) => {
    const lists = registerInMemory({ me: secretary })
    draw(lists)
    const form = await openForm('Change the status')
    await userEvent.click(form.getByRole('radio', { name: new RegExp(`^${status}`) }))
    await fill(form, 'Why', 'So it is.')
    await userEvent.click(form.getByRole('button', { name: 'Change the status' }))
    expect(await form.findByText(sentence)).toBeVisible()
    expect(row(lists).status).toBe('AMBER')
  })
  test('GREEN is not chosen: it comes through sign-off', async () => {
    draw(registerInMemory({ me: secretary }))
    const form = await openForm('Change the status')
    expect(form.queryByRole('radio', { name: /^GREEN/ })).toBeNull()
  })
  test('a WHITE row offers what WHITE rows need', async () => {
    const counterparty = { body: 'College', product: 'guidance', lastChased: null, nextChase: '2021-06-10' }
    const lists = registerInMemory({
      me: secretary,
      rows: [aRecommendation({ status: 'WHITE', counterparty })],
    })
    draw(lists)
    expect(await screen.findByText('to be asked again on 10 June 2021')).toBeVisible()
    const form = await openForm('They were asked again')
    await fill(form, 'Ask again on', '2021-07-01')
    await userEvent.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(row(lists).counterparty).toMatchObject({ lastChased: '2021-06-01', nextChase: '2021-07-01' }),
    )
  })
})

describe('the other decisions', () => {
  test('a new owner is chosen by post, with today’s holder', async () => {
    const lists = registerInMemory({
      me: secretary,
      posts: [
        aPost(),
        aPost({ key: 'custody', title: 'Custody Manager', holder: null, deputy: holderOf(officer) }),
      ],
    })
    draw(lists)
    const form = await openMore('Change the owner')
    await userEvent.selectOptions(
      form.getByLabelText('Post'),
      'Custody Manager (Vacant; Amira Hassan deputises)',
    )
    await fill(form, 'Why', 'Custody took it on.')
    await userEvent.click(form.getByRole('button', { name: 'Change the owner' }))
    await waitFor(() => expect(row(lists).ownerPost).toBe('custody'))
    expect(screen.getByText('Vacant')).toBeVisible()
  })
  test('a link by the number of the same report is kept by its key', async () => {
    const lists = registerInMemory({
      me: secretary,
      rows: [aRecommendation(), aRecommendation({ number: '9' })],
    })
    draw(lists)
    const form = await openForm('Link to another row')
    await fill(form, 'Which', 'Recommendation 9')
    await userEvent.click(form.getByRole('button', { name: 'Link' }))
    await waitFor(() => expect(row(lists).links).toMatchObject([{ to: 'hate-crime-2018-07/9' }]))
  })
  test('the owner writes the comment of a part; its status is the secretary’s', async () => {
    const elements = [{ label: '[1]', text: 'Review.', status: null, comment: '' }]
    const lists = registerInMemory({ rows: [aRecommendation({ elements })] })
    draw(lists)
    const form = await openForm('Edit: part [1]')
    expect(form.queryByLabelText('Status')).toBeNull()
    await fill(form, 'Comment', 'Reviewed in May.')
    await userEvent.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(row(lists).elements[0]?.comment).toBe('Reviewed in May.'))
  })
  test('a milestone that was met is marked in the ledger', async () => {
    const lists = registerInMemory({
      rows: [aRecommendation({ due: [aDueEntry({ text: 'June 2021 for the review' })] })],
    })
    draw(lists)
    const form = await openForm('It was met: June 2021')
    await userEvent.click(form.getByRole('button', { name: 'It was met' }))
    await waitFor(() => expect(row(lists).due[0]?.tags).toEqual(['completed']))
    expect(await screen.findByText('Met')).toBeVisible()
  })
})

describe('a later deadline that is asked for', () => {
  const extensionRequest: ExtensionRequest = {
    to: '2021-09-30',
    precision: 'month',
    reason: 'The vendor is late.',
    askedAt: '2021-05-30T09:00:00.000Z',
    askedBy: owner.name,
    askedByObject: owner.objectId,
  }
  test('stands above the due history, and the answer moves the deadline', async () => {
    const lists = registerInMemory({ me: secretary, rows: [aRecommendation({ extensionRequest })] })
    draw(lists)
    expect(await screen.findByText('A later deadline is asked for')).toBeVisible()
    const form = await openForm('Answer')
    await userEvent.click(form.getByRole('radio', { name: /^Agreed/ }))
    await userEvent.click(form.getByRole('button', { name: 'Answer' }))
    await waitFor(() => expect(row(lists).due.at(-1)?.date).toBe('2021-09-30'))
    expect(screen.queryByText('A later deadline is asked for')).toBeNull()
  })
  test('declined needs a reason, and leaves the deadline', async () => {
    const lists = registerInMemory({ me: secretary, rows: [aRecommendation({ extensionRequest })] })
    draw(lists)
    const form = await openForm('Answer')
    await userEvent.click(form.getByRole('radio', { name: /^Not agreed/ }))
    await userEvent.click(form.getByRole('button', { name: 'Answer' }))
    expect(await form.findByText(/Say why/)).toBeVisible()
    await fill(form, 'Note', 'The board wants June.')
    await userEvent.click(form.getByRole('button', { name: 'Answer' }))
    await waitFor(() => expect(row(lists).extensionRequest).toBeNull())
    expect(row(lists).due).toHaveLength(1)
  })
})
