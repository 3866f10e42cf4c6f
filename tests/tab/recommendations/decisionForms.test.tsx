/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import '@testing-library/jest-dom'
import { screen, waitFor } from '@testing-library/react'
import type { SignOff } from '../../../src/domain/decisions.ts'
import type { ExtensionRequest } from '../../../src/domain/extensionRequest.ts'
import {
  button,
  drawOpened,
  fill,
  openForm,
  openMore,
  pressIn,
  rowNow,
  someEvidence,
  user,
} from '../../support/decisionScreen.tsx'
import {
  aDueEntry,
  aPost,
  aRecommendation,
  holderOf,
  officer,
  owner,
  secretary,
} from '../../support/register.ts'
import { registerInMemory } from '../../support/registerScreen.tsx'

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

beforeEach(() => window.localStorage.clear())
describe('saying that it is done', () => {
  test('adds the evidence and asks for sign-off in one go', async () => {
    const lists = registerInMemory({})
    drawOpened(lists)
    const form = await openForm('Say it is done')
    await fill(form, 'Evidence', someEvidence.title)
    await fill(form, 'Where it is', someEvidence.link)
    await pressIn(form, 'Ask for sign-off')
    await waitFor(() => expect(rowNow(lists).signOff?.state).toBe('asked'))
    expect(rowNow(lists).evidence).toMatchObject([{ link: someEvidence.link }])
    expect(rowNow(lists).status).toBe('AMBER')
    expect(screen.getByText('Waits for a second person’s sign-off')).toBeVisible()
  })
  test('without evidence is refused before anything is sent', async () => {
    const lists = registerInMemory({})
    drawOpened(lists)
    const form = await openForm('Say it is done')
    await pressIn(form, 'Ask for sign-off')
    expect(await form.findByText(/Add evidence first/)).toBeVisible()
    expect(lists.recommendations.calls).not.toContain('save')
  })
  test('whose first half was saved before the answer was lost is finished by pressing again', async () => {
    const lists = registerInMemory({})
    drawOpened(lists)
    const form = await openForm('Say it is done')
    await fill(form, 'Evidence', someEvidence.title)
    await fill(form, 'Where it is', someEvidence.link)
    lists.recommendations.loseNextAnswer()
    await pressIn(form, 'Ask for sign-off')
    await form.findByText(/What you typed is kept/)
    await pressIn(form, 'Ask for sign-off')
    await waitFor(() => expect(rowNow(lists).signOff?.state).toBe('asked'))
    expect(rowNow(lists).evidence).toHaveLength(1)
  })
  test('cannot be answered by whoever asked', async () => {
    drawOpened(registerInMemory({ rows: [aRecommendation({ evidence: [someEvidence], signOff: asked })] }))
    expect(await button('Answer the sign-off')).toHaveAccessibleDescription(
      'You asked for this; somebody else has to answer it.',
    )
  })
  test('becomes green by the second person', async () => {
    const lists = registerInMemory({
      me: secretary,
      rows: [aRecommendation({ evidence: [someEvidence], signOff: asked })],
    })
    drawOpened(lists)
    const form = await openForm('Answer the sign-off')
    await user.click(form.getByRole('radio', { name: /^Agreed: it is GREEN/ }))
    await pressIn(form, 'Answer')
    await waitFor(() => expect(rowNow(lists).status).toBe('GREEN'))
    expect(await screen.findByText('Signed off')).toBeVisible()
  })
  test('may be held for a demonstration period, and says how long', async () => {
    const lists = registerInMemory({
      me: secretary,
      rows: [aRecommendation({ evidence: [someEvidence], signOff: asked })],
    })
    drawOpened(lists)
    const form = await openForm('Answer the sign-off')
    await user.click(form.getByRole('radio', { name: /after a demonstration period/ }))
    await pressIn(form, 'Answer')
    await waitFor(() => expect(rowNow(lists).demonstrationUntil).toBe('2021-08-30'))
    expect(await screen.findByText(/90 days left/)).toBeVisible()
    expect(rowNow(lists).status).toBe('AMBER')
  })
})

describe('what a status demands', () => {
  test.each([
    ['WHITE', 'Name the body that it waits for.'],
    ['CLOSED', 'Choose why it ends without being implemented.'],
  ])('%s says it beside the field', async (status, sentence) => {
    const lists = registerInMemory({ me: secretary })
    drawOpened(lists)
    const form = await openForm('Change the status')
    await user.click(form.getByRole('radio', { name: new RegExp(`^${status}`) }))
    await fill(form, 'Why', 'So it is.')
    await pressIn(form, 'Change the status')
    expect(await form.findByText(sentence)).toBeVisible()
    expect(rowNow(lists).status).toBe('AMBER')
  })
  test('GREEN is not chosen: it comes through sign-off', async () => {
    drawOpened(registerInMemory({ me: secretary }))
    const form = await openForm('Change the status')
    expect(form.queryByRole('radio', { name: /^GREEN/ })).toBeNull()
  })
  test('a WHITE row offers what WHITE rows need', async () => {
    const counterparty = { body: 'College', product: 'guidance', lastChased: null, nextChase: '2021-06-10' }
    const lists = registerInMemory({
      me: secretary,
      rows: [aRecommendation({ status: 'WHITE', counterparty })],
    })
    drawOpened(lists)
    expect(await screen.findByText('to be asked again on 10 June 2021')).toBeVisible()
    const form = await openForm('They were asked again')
    await fill(form, 'Ask again on', '2021-07-01')
    await pressIn(form, 'Save')
    await waitFor(() =>
      expect(rowNow(lists).counterparty).toMatchObject({ lastChased: '2021-06-01', nextChase: '2021-07-01' }),
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
    drawOpened(lists)
    const form = await openMore('Change the owner')
    await user.selectOptions(form.getByLabelText('Post'), 'Custody Manager (Vacant; Amira Hassan deputises)')
    await fill(form, 'Why', 'Custody took it on.')
    await pressIn(form, 'Change the owner')
    await waitFor(() => expect(rowNow(lists).ownerPost).toBe('custody'))
    expect(screen.getByText('Vacant')).toBeVisible()
  })
  test('a link by the number of the same report is kept by its key', async () => {
    const lists = registerInMemory({
      me: secretary,
      rows: [aRecommendation(), aRecommendation({ number: '9' })],
    })
    drawOpened(lists)
    const form = await openForm('Link to another row')
    await fill(form, 'Which', 'Recommendation 9')
    await pressIn(form, 'Link')
    await waitFor(() => expect(rowNow(lists).links).toMatchObject([{ to: 'hate-crime-2018-07/9' }]))
  })
  test('the owner writes the comment of a part; its status is the secretary’s', async () => {
    const elements = [{ label: '[1]', text: 'Review.', status: null, comment: '' }]
    const lists = registerInMemory({ rows: [aRecommendation({ elements })] })
    drawOpened(lists)
    const form = await openForm('Edit: part [1]')
    expect(form.queryByLabelText('Status')).toBeNull()
    await fill(form, 'Comment', 'Reviewed in May.')
    await pressIn(form, 'Save')
    await waitFor(() => expect(rowNow(lists).elements[0]?.comment).toBe('Reviewed in May.'))
  })
  test('a milestone that was met is marked in the ledger', async () => {
    const lists = registerInMemory({
      rows: [aRecommendation({ due: [aDueEntry({ text: 'June 2021 for the review' })] })],
    })
    drawOpened(lists)
    const form = await openForm('It was met: June 2021')
    await pressIn(form, 'It was met')
    await waitFor(() => expect(rowNow(lists).due[0]?.tags).toEqual(['completed']))
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
    drawOpened(lists)
    expect(await screen.findByText('A later deadline is asked for')).toBeVisible()
    const form = await openForm('Answer')
    await user.click(form.getByRole('radio', { name: /^Agreed/ }))
    await pressIn(form, 'Answer')
    await waitFor(() => expect(rowNow(lists).due.at(-1)?.date).toBe('2021-09-30'))
    expect(screen.queryByText('A later deadline is asked for')).toBeNull()
  })
  test('declined needs a reason, and leaves the deadline', async () => {
    const lists = registerInMemory({ me: secretary, rows: [aRecommendation({ extensionRequest })] })
    drawOpened(lists)
    const form = await openForm('Answer')
    await user.click(form.getByRole('radio', { name: /^Not agreed/ }))
    await pressIn(form, 'Answer')
    expect(await form.findByText(/Say why/)).toBeVisible()
    await fill(form, 'Note', 'The board wants June.')
    await pressIn(form, 'Answer')
    await waitFor(() => expect(rowNow(lists).extensionRequest).toBeNull())
    expect(rowNow(lists).due).toHaveLength(1)
  })
})
