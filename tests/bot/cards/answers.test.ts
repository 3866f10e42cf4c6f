import type { AdaptiveCard } from '../../../src/bot/cards/adaptiveCard.ts'
import { answerNotice } from '../../../src/bot/cards/answerNotice.ts'
import { cardBudget, cardWithDrafts, deadlineCard, sizeOf } from '../../../src/bot/cards/deadlineCard.ts'
import { mailText } from '../../../src/bot/cards/mailText.ts'
import type { Change } from '../../../src/domain/recommendation.ts'
import type { PressOutcome } from '../../../src/usecases/answerCard.ts'
import type { CardReply } from '../../../src/usecases/cardReplies.ts'
import { type CardAsked, type CardRow, cardRowOfLine } from '../../../src/usecases/cardRows.ts'
import { aCardRow, findAll, hostileTexts, manyRows, markdownTexts, runTexts } from '../../support/cards.ts'
import { aPost, owner } from '../../support/register.ts'
import { aLine } from '../../support/reminderLines.ts'

const app = '8e3f5a70-2c4d-4b96-a7e1-0f9d8c7b6a53'
const cardOf = (rows: readonly CardRow[], more = 0) => deadlineCard({ rows, more }, app)
const titles = (card: AdaptiveCard) =>
  ['Action.ToggleVisibility', 'Action.Execute', 'Action.OpenUrl'].flatMap((type) =>
    findAll(card, type).map(({ title }) => String(title)),
  )

const asked: CardAsked = {
  extension: {
    ...{ to: '2021-09-30', precision: 'day', reason: 'The supplier is late.' },
    ...{ askedAt: '2021-06-16T09:00:00.000Z', askedBy: 'Daniel Okafor', askedByObject: owner.objectId },
  },
  signOff: null,
  evidence: [],
}
const signOff: CardAsked = {
  extension: null,
  signOff: {
    ...{ state: 'asked', askedAt: '2021-06-16T09:00:00.000Z', askedBy: 'Daniel Okafor' },
    ...{ askedByObject: owner.objectId, answeredAt: null, answeredBy: '', answeredByObject: '', note: '' },
  },
  evidence: [{ title: 'The policy', link: 'https://example.org/policy' }],
}
const toDecide = (what: CardAsked) =>
  aCardRow({
    standing: 'told',
    asked: what,
    offers: what.extension ? ['answer-extension', 'acknowledge'] : ['answer-sign-off', 'acknowledge'],
  })

describe('how an owner may answer', () => {
  test('is every way, and the row itself in Teams', () => {
    const shown = titles(cardOf([aCardRow()]))
    for (const title of [
      'Update progress',
      'Request an extension',
      'Say it is done',
      'Acknowledge',
      'Not mine',
    ])
      expect(shown).toContain(title)
    expect(shown).toContain('Open in Teams')
  })

  test('is what the row allows and no more', () => {
    const shown = titles(cardOf([aCardRow({ offers: ['acknowledge'] })]))
    expect(shown).toEqual(['Acknowledge', 'Open in Teams'])
  })

  test('every press falls back to a plain submit with the same data', () => {
    for (const action of findAll(cardOf([aCardRow(), toDecide(asked)]), 'Action.Execute'))
      expect(action.fallback).toEqual({ type: 'Action.Submit', title: action.title, data: action.data })
  })

  test('an extension takes a day and a reason, done takes a link, and all inputs have labels', () => {
    const card = cardOf([aCardRow()])
    expect(findAll(card, 'Input.Date')).toMatchObject([
      { id: 'until-8', label: 'New date for Recommendation 8' },
    ])
    expect(findAll(card, 'Input.Text').find(({ id }) => id === 'link-8')).toMatchObject({ style: 'Url' })
    for (const { label } of [...findAll(card, 'Input.Text'), ...findAll(card, 'Input.Date')])
      expect(String(label)).not.toBe('undefined')
  })

  test('stays open with what was typed when it was refused', () => {
    const reply: CardReply = { does: 'ask-extension', to: '2021-06-01', reason: 'Late.' }
    const notice = answerNotice('8', reply, { code: 'refused', why: 'date-in-past' })
    const drafts = new Map([
      ['until-8', '2021-06-01'],
      ['because-8', 'Late.'],
    ])
    const card = cardWithDrafts({ rows: [aCardRow()], more: 0 }, app, notice, drafts)
    if (!card) throw new Error('The card does not hold it.')
    expect(findAll(card, 'Input.Date')[0]?.value).toBe('2021-06-01')
    expect(findAll(card, 'Input.Text').map(({ value }) => value)).toContain('Late.')
    expect(markdownTexts(card)).toContain('this day is already past')
    expect(titles(card)).toContain('Request an extension (what you typed is not saved yet)')
  })
})

describe('a card of many rows', () => {
  test('shows fewer ways to answer in the last rows rather than leaving rows out', () => {
    const card = cardOf(manyRows(10))
    expect(sizeOf(card)).toBeLessThanOrEqual(cardBudget)
    const shown = titles(card)
    expect(shown.filter((title) => title === 'Update progress')).toHaveLength(10)
    expect(shown.filter((title) => title === 'More answers').length).toBeGreaterThan(0)
    expect(shown.filter((title) => title === 'Say it is done').length).toBeGreaterThan(0)
  })

  test('shows all ways in the row for which they were asked', () => {
    const card = cardWithDrafts({ rows: manyRows(10), more: 0 }, app, null, new Map(), '10')
    expect(card && findAll(card, 'Input.Date').some(({ id }) => id === 'until-10')).toBe(true)
  })

  test('is small enough for a phone to keep: no tables, no columns', () => {
    const text = JSON.stringify(cardOf(manyRows(10)))
    expect(text).not.toMatch(/"Table"|"ColumnSet"|"Image"/)
  })
})

describe('a card that asks for a decision', () => {
  test('about a later deadline says who asks for which day and why, and can be agreed to or declined', () => {
    const card = cardOf([toDecide(asked)])
    expect(markdownTexts(card)).toContain('A later deadline is asked for')
    expect(runTexts(card)).toContain('Daniel Okafor asks for 30 September 2021: \n“The supplier is late.”')
    expect(titles(card)).toEqual(expect.arrayContaining(['Agree to the new date', 'Decline the extension']))
    const agree = findAll(card, 'Action.Execute').find(({ title }) => title === 'Agree to the new date')
    expect(agree?.data).toEqual({
      ...{ action: 'answerExtension', row: '8', seen: 2, about: '2021-06-16T09:00:00.000Z', agreed: true },
    })
    expect(findAll(card, 'Input.Text').find(({ id }) => id === 'not-later-8')?.label).toBe(
      'Why the date has to stay',
    )
  })

  test('about a sign-off leads to the evidence', () => {
    const card = cardOf([toDecide(signOff)])
    expect(markdownTexts(card)).toContain('Your sign-off is asked for')
    expect(runTexts(card)).toContain('Evidence 1: The policy')
    expect(findAll(card, 'Action.OpenUrl')[0]).toMatchObject({ url: 'https://example.org/policy' })
  })

  test('shows what people typed as it is, whatever it tries to be', () => {
    for (const text of hostileTexts) {
      const extension = asked.extension && { ...asked.extension, reason: text, askedBy: text }
      const evidence = [{ title: text, link: 'https://example.org/' }]
      const note = signOff.signOff && { ...signOff.signOff, note: text, askedBy: text }
      const card = cardOf([toDecide({ extension, signOff: note, evidence })])
      expect(markdownTexts(card)).not.toContain(text.slice(0, 12))
      expect(JSON.stringify(card)).not.toContain('{{')
    }
  })
})

describe('who did what since the card was sent', () => {
  const change = (changes: Partial<Change>): Change => ({
    ...{ at: '2021-06-16T13:05:00.000Z', by: 'Helen Carver', byObject: 'helen', from: '', via: 'tab' },
    ...{ field: 'status', to: 'RED' },
    ...changes,
  })

  test.each<[Partial<Change>, string]>([
    [{}, 'Helen Carver set the status to RED on 16 June 2021 at 14:05.'],
    [
      { field: 'extension', to: 'asked for 30 September 2021' },
      'Helen Carver asked for 30 September 2021 on',
    ],
    [{ field: 'extension', to: 'declined', why: 'No.' }, 'declined the later deadline, because: “No.” on'],
    [{ field: 'sign-off', to: 'asked' }, 'said that it is done and asked for sign-off on'],
    [{ field: 'sign-off', to: 'agreed' }, 'Helen Carver signed it off on'],
    [{ field: 'owner', to: 'Head of Custody' }, 'Helen Carver gave it to Head of Custody on'],
    [
      { field: 'due', to: 'Extended to September 2021' },
      'changed the deadline: Extended to September 2021 on',
    ],
  ])('%j', (changes, words) => {
    expect(runTexts(cardOf([aCardRow({ happened: [change(changes)] })]))).toContain(words)
  })

  test('and what the person answered without changing the row', () => {
    const answered = {
      acknowledgedAt: '2021-06-16T13:05:00.000Z',
      notMineAt: '2021-06-16T13:06:00.000Z',
      notMineWhose: 'Custody',
    }
    const text = runTexts(cardOf([aCardRow({ answered })]))
    expect(text).toContain('You acknowledged this on 16 June 2021 at 14:05.')
    expect(text).toContain('You said on 16 June 2021 at 14:06 that this is not yours: “Custody”.')
  })
})

describe('words for an answer', () => {
  const notice = (reply: CardReply, outcome: PressOutcome) =>
    answerNotice('8', reply, outcome)?.sentence ?? ''

  test.each<[CardReply, string]>([
    [{ does: 'acknowledge' }, 'Acknowledged.'],
    [{ does: 'not-mine', whose: 'x' }, 'You stay the owner'],
    [{ does: 'ask-extension', to: '2021-09-30', reason: 'x' }, 'The deadline stays until somebody agrees'],
    [{ does: 'answer-extension', agreed: false, reason: 'x', about: null }, 'Declined: the deadline stays.'],
    [{ does: 'answer-sign-off', agreed: true, reason: '', about: null }, 'Signed off.'],
  ])('%j', (reply, words) => {
    const outcome = { code: 'saved', did: 'acknowledge' } as const
    expect(notice(reply, outcome)).toContain(words)
  })

  test('a stale card names who was faster, in plain letters', () => {
    const by = '**Helen** [x](https://evil.example)'
    const change = { at: '', by, byObject: '', field: 'due', from: '', to: '', via: 'tab' } as const
    const said = notice({ does: 'acknowledge' }, { code: 'stale', change })
    expect(said).toMatch(/^Nothing was saved: Helen xhttpsevil\.example changed it after this card was shown/)
  })

  test('a refusal that no card expects still says what to do', () => {
    expect(notice({ does: 'acknowledge' }, { code: 'refused', why: 'no-such-post' })).toContain(
      'Open the row in Teams to see why',
    )
  })
})

describe('read aloud and in mail', () => {
  test('says what, where it stands and by when, without the words of anybody', () => {
    const card = cardOf([aCardRow({ reportTitle: 'Secret <speak>', reason: 'Secret' })])
    expect(card.speak).toBe(
      'Deadlines: 1 to look at. Recommendation 8, AMBER: being worked on, due in 14 days.',
    )
    expect(card.fallbackText).toContain(card.speak)
  })

  test('a mail has the same facts and a link, and its subject no word of any case', () => {
    const { subject, text } = mailText([aCardRow()], app)
    expect(subject).toBe('Follow-Through: one item for you')
    expect(text).toContain('Recommendation 8 – Understanding the difference')
    expect(text).toContain('Status: AMBER: being worked on')
    expect(text).toContain('Deadline: 30 June 2021 (due in 14 days)')
    expect(text).toContain(`https://teams.microsoft.com/l/entity/${app}/follow-through?context=`)
    expect(mailText(manyRows(60), app).text).toContain('10 more in Follow-Through.')
    expect(mailText(manyRows(60), app).subject).toBe('Follow-Through: 60 items for you')
  })
})

test('a duty of a whole report has its facts and a way into the tab, and nothing to type', () => {
  const clock = { reportKey: 'r', reportTitle: 'Report', kind: 'section-55' } as const
  const context = { person: owner, posts: [aPost()], today: '2021-06-16' }
  const row = cardRowOfLine(aLine({ row: null, clock, rule: 'statutory', reportTitle: '' }), context)
  const card = cardOf([row])
  expect(runTexts(card)).toContain('Report')
  expect(titles(card)).toEqual(['Open in Teams'])
  expect(findAll(card, 'FactSet')[0]?.facts).toEqual([
    { title: 'Deadline', value: '30 June 2021 (due in 14 days)' },
  ])
})
