import type { AdaptiveCard } from '../../../src/bot/cards/adaptiveCard.ts'
import { answerNotice } from '../../../src/bot/cards/answerNotice.ts'
import { cardBudget, cardWithDrafts, deadlineCard, sizeOf } from '../../../src/bot/cards/deadlineCard.ts'
import type { PressOutcome } from '../../../src/usecases/answerCard.ts'
import { longestCardNote } from '../../../src/usecases/cardProgress.ts'
import { type CardRow, type CardStanding, cardRowOfLine } from '../../../src/usecases/cardRows.ts'
import { aCardRow, findAll, hostileTexts, manyRows, markdownTexts, runTexts } from '../../support/cards.ts'
import { aPost, aRecommendation, owner } from '../../support/register.ts'
import { aLine } from '../../support/reminderLines.ts'

const app = '8e3f5a70-2c4d-4b96-a7e1-0f9d8c7b6a53'
const progressOf = (text: string) => ({ does: 'update-progress', text }) as const
const progressInputs = (card: AdaptiveCard) =>
  findAll(card, 'Input.Text').filter(({ id }) => String(id).startsWith('progress-'))

/** The card after a press of Save progress, with what was typed and not saved. */
function afterPress(
  rows: readonly CardRow[],
  ref: string,
  outcome: PressOutcome,
  typed: Record<string, string>,
) {
  const notice = answerNotice(ref, progressOf('My words'), outcome)
  const card = cardWithDrafts({ rows, more: 0 }, app, notice, new Map(Object.entries(typed)), ref)
  if (!card) throw new Error('The card does not hold it.')
  return card
}

const cardOf = (rows: readonly CardRow[], more = 0) => deadlineCard({ rows, more }, app)

describe('a row of the card', () => {
  test('says what, where it stands, by when, and why it came', () => {
    const card = cardOf([aCardRow()])
    expect(runTexts(card)).toBe(
      'Recommendation 8\n – Understanding the difference\nWhy did I get this? Daniel Okafor holds the post T/DCI Crime, which owns this row.',
    )
    expect(findAll(card, 'FactSet')[0]?.facts).toEqual([
      { title: 'Status', value: 'AMBER: being worked on' },
      { title: 'Deadline', value: '30 June 2021 (due in 14 days)' },
      { title: 'Extended', value: 'once' },
    ])
  })

  test.each([
    [0, 'due today'],
    [-1, '1 day overdue'],
    [1, 'due in 1 day'],
  ])('with %s days left says %s', (daysLeft, words) => {
    expect(markdownTexts(cardOf([aCardRow({ daysLeft })]))).toContain(`30 June 2021 (${words})`)
  })

  test('leads to its own place in the tab', () => {
    const link = String(findAll(cardOf([aCardRow()]), 'Action.OpenUrl')[0]?.url)
    expect(link).toMatch(`https://teams.microsoft.com/l/entity/${app}/follow-through?context=`)
    expect(JSON.parse(new URL(link).searchParams.get('context') ?? '')).toEqual({
      subEntityId: 'recommendation/8',
    })
  })

  test('never holds the text of the recommendation or its progress note', () => {
    const row = aRecommendation({ text: 'Secret text about a child.', progress: 'Secret note.' })
    const context = { person: owner, posts: [aPost()], today: '2021-06-16' }
    const onCard = cardRowOfLine(aLine({ row }), context)
    expect(onCard).toMatchObject({ standing: 'open', daysLeft: 14 })
    expect(JSON.stringify(cardOf([onCard]))).not.toContain('Secret')
  })

  test.each<[CardStanding, boolean]>([
    ['open', true],
    ['closed', false],
    ['not-yours', false],
    ['missing', false],
  ])('that is %s can be answered: %s', (standing, expected) => {
    const offers: CardRow['offers'] = expected ? ['update-progress'] : []
    expect(findAll(cardOf([aCardRow({ standing, offers })]), 'Action.Execute')).toHaveLength(expected ? 1 : 0)
  })

  test('of another post no longer shows its facts', () => {
    expect(findAll(cardOf([aCardRow({ standing: 'not-yours' })]), 'FactSet')).toEqual([])
  })

  test('shows an update with its writer and moment', () => {
    const update = { text: 'Signed.', written: { by: 'Daniel Okafor', at: '2021-06-16T13:05:00.000Z' } }
    const text = runTexts(cardOf([aCardRow({ update })]))
    expect(text).toContain('Signed.')
    expect(text).toContain('Updated by Daniel Okafor on 16 June 2021 at 14:05')
  })

  test('names nobody for an update that was made in SharePoint', () => {
    const text = runTexts(cardOf([aCardRow({ update: { text: 'Amended.', written: null } })]))
    expect(text).toContain('Progress: \nAmended.\nChanged in SharePoint, outside Follow-Through')
  })

  test.each([
    [200, false],
    [201, true],
  ])('of an update of %s characters cuts anything off: %s', (length, cut) => {
    const update = { text: 'x'.repeat(length), written: { by: 'D', at: '2021-06-16T13:05:00.000Z' } }
    expect(runTexts(cardOf([aCardRow({ update })])).includes('…')).toBe(cut)
  })
})

describe('the form behind Update progress', () => {
  test('has a label, is hidden until it is asked for, and falls back to a plain submit', () => {
    const card = cardOf([aCardRow()])
    expect(findAll(card, 'Input.Text')[0]).toMatchObject({
      id: 'progress-8',
      label: 'Where Recommendation 8 stands now',
    })
    expect(findAll(card, 'Action.ToggleVisibility')[0]).toMatchObject({
      title: 'Update progress',
      targetElements: ['form-update-progress-8'],
    })
    expect(findAll(card, 'Container').find(({ id }) => id === 'form-update-progress-8')).toMatchObject({
      isVisible: false,
    })
    expect(findAll(card, 'Action.Execute').find(({ verb }) => verb === 'updateProgress')).toMatchObject({
      verb: 'updateProgress',
      data: { action: 'updateProgress', row: '8', seen: 2, progressSeen: '0123456789abcdef' },
      fallback: {
        type: 'Action.Submit',
        data: { action: 'updateProgress', row: '8', seen: 2, progressSeen: '0123456789abcdef' },
      },
    })
  })

  test('is no ShowCard and asks for nothing, so that a press takes along what was typed in every row', () => {
    const card = cardOf(manyRows(3))
    expect(findAll(card, 'Action.ShowCard')).toEqual([])
    const inputs = [...findAll(card, 'Input.Text'), ...findAll(card, 'Input.Date')]
    expect(inputs).toHaveLength(18)
    expect(inputs.filter(({ isRequired }) => isRequired !== undefined)).toEqual([])
  })

  test('has an input of its own for each row', () => {
    const card = cardOf(manyRows(10))
    const ids = [...findAll(card, 'Input.Text'), ...findAll(card, 'Input.Date')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(progressInputs(card)).toHaveLength(10)
  })

  test.each([
    ['a conflict', { code: 'conflict', theirs: { text: 'Theirs.', written: null } }, 'My words'],
    ['a refusal', { code: 'refused', why: 'too-long' }, 'My words'],
    ['a save', { code: 'saved', did: 'update-progress' }, undefined],
  ] as const)('after %s holds %s', (_what, outcome, value) => {
    const card = afterPress(
      [aCardRow()],
      '8',
      outcome,
      outcome.code === 'saved' ? {} : { 'progress-8': 'My words' },
    )
    expect(progressInputs(card)[0]?.value).toBe(value)
  })
})

describe('what was typed is not lost', () => {
  test.each([
    ['closed', 'closed'],
    ['not-yours', 'not-your-item'],
    ['missing', 'missing'],
  ] as const)('where the row is %s and has no form any more', (standing, why) => {
    const row = aCardRow({ standing, offers: [] })
    const card = afterPress([row], '8', { code: 'refused', why }, { 'progress-8': 'My words\nof today' })
    expect(runTexts(card)).toContain('You wrote: “My words of today”')
  })

  test('where the row is on no card of this person', () => {
    const card = afterPress([], '99', { code: 'refused', why: 'missing' }, { 'progress-99': 'My words' })
    expect(runTexts(card)).toContain('You wrote: “My words”')
  })
})

describe('what was typed in other rows of the card', () => {
  const saved = answerNotice('1', progressOf('Mine'), { code: 'saved', did: 'update-progress' })
  const withDrafts = (rows: readonly CardRow[], drafts: Record<string, string>) => {
    const typed = Object.entries(drafts).map(([ref, text]) => [`progress-${ref}`, text] as const)
    return cardWithDrafts({ rows, more: 0 }, app, saved, new Map(typed))
  }

  test('is in its input again, in a form that is open and says that it is not saved', () => {
    const card = withDrafts(manyRows(3), { 2: 'Not saved.' })
    if (!card) throw new Error('The card does not hold it.')
    expect(progressInputs(card).map(({ value }) => value)).toEqual([undefined, 'Not saved.', undefined])
    const openers = findAll(card, 'Action.ToggleVisibility').map(({ title }) => String(title))
    expect(openers.filter((title) => title.startsWith('Update progress'))).toEqual([
      'Update progress',
      'Update progress (your note is not saved yet)',
      'Update progress',
    ])
    expect(
      findAll(card, 'Container').find(({ id }) => id === 'form-update-progress-2')?.isVisible,
    ).toBeUndefined()
  })

  test.each<[CardStanding]>([['closed'], ['not-yours'], ['missing']])(
    'is shown where the row is %s now and has no form',
    (standing) => {
      const card = withDrafts([aCardRow({ ref: '1' }), aCardRow({ ref: '2', standing, offers: [] })], {
        2: 'My words.',
      })
      expect(card && runTexts(card)).toContain('Not saved. You wrote: “My words.”')
    },
  )

  test('is dropped when the register has it already', () => {
    const update = { text: 'My words.', written: { by: 'Daniel Okafor', at: '2021-06-16T13:05:00.000Z' } }
    const card = withDrafts([aCardRow({ ref: '1' }), aCardRow({ ref: '2', update })], { 2: 'My words. ' })
    expect(card && progressInputs(card)[1]?.value).toBeUndefined()
  })

  test('of a row that is not on this card is not shown', () => {
    expect(JSON.stringify(withDrafts(manyRows(1), { 77: 'Elsewhere.' }))).not.toContain('Elsewhere')
  })

  test('stays before rows without it when not everything fits', () => {
    const card = withDrafts(manyRows(10), { 9: '漢'.repeat(longestCardNote), 10: 'Short.' })
    if (!card) throw new Error('The card does not hold it.')
    expect(sizeOf(card)).toBeLessThanOrEqual(cardBudget)
    const lengths = progressInputs(card).flatMap(({ value }) => (value ? [String(value).length] : []))
    expect(lengths).toEqual([longestCardNote, 6])
  })

  test('keeps the old card in its place when it does not fit on a new one', () => {
    const long = '漢'.repeat(longestCardNote)
    expect(withDrafts(manyRows(3), { 2: long, 3: long })).toBeNull()
  })
})

describe('how many rows fit', () => {
  test.each([
    [1, 0, 1, null],
    [10, 0, 10, null],
    [10, 1, 10, 'One more in Follow-Through'],
    [10, 50, 10, '50 more in Follow-Through'],
  ])('%s rows and %s more: %s shown, link "%s"', (count, more, shown, link) => {
    const card = cardOf(manyRows(count), more)
    expect(progressInputs(card)).toHaveLength(shown)
    const titles = findAll(card, 'Action.OpenUrl').map(({ title }) => title)
    expect(titles.find((title) => String(title).includes('more'))).toBe(link ?? undefined)
    expect(markdownTexts(card)).toContain(`Deadlines: ${count + more} to look at`)
  })

  const longTexts = hostileTexts.map((text) => ({
    reportTitle: text,
    reason: text,
    update: { text, written: { by: text, at: '2021-06-16T13:05:00.000Z' } },
  }))

  test.each([1, 10, 60])('%s rows stay within the budget whatever the texts are', (count) => {
    const rows = manyRows(Math.min(count, 10)).map((row, index) => ({ ...row, ...longTexts[index % 9] }))
    const long = '漢'.repeat(longestCardNote)
    const theirs = { text: '漢'.repeat(20_000), written: null }
    const notice = answerNotice('1', progressOf(long), { code: 'conflict', theirs })
    const card = cardWithDrafts(
      { rows, more: count - rows.length },
      app,
      notice,
      new Map([['progress-1', long]]),
    )
    if (!card) throw new Error('The card does not hold it.')
    expect(sizeOf(card)).toBeLessThanOrEqual(cardBudget)
    expect(findAll(card, 'Input.Text').some(({ id }) => id === 'progress-1')).toBe(true)
  })
})

describe('texts that try to become something else', () => {
  test.each(hostileTexts.map((text) => [JSON.stringify(text.slice(0, 30)), text]))('%s', (_short, text) => {
    const update = { text, written: { by: text, at: '2021-06-16T13:05:00.000Z' } }
    const card = cardOf([aCardRow({ reportTitle: text, reason: text, update })])
    expect(markdownTexts(card)).not.toContain(text.slice(0, 12))
    expect(JSON.stringify(card)).not.toContain('{{')
    expect(JSON.stringify(card)).not.toMatch(/\\u202e|\\u200b|\\ufeff|[\u202e\u200b\ufeff]/)
    for (const line of findAll(card, 'TextRun').map((run) => String(run.text)))
      expect(line).not.toMatch(/[\n\r\u2028]/)
  })
})
