import { pino } from 'pino'
import { answerNotice } from '../../src/bot/cards/answerNotice.ts'
import { deadlineCard } from '../../src/bot/cards/deadlineCard.ts'
import { answerPress } from '../../src/bot/handlers/answerPress.ts'
import type { PressOutcome } from '../../src/usecases/answerCard.ts'
import type { CardAsked, CardStanding } from '../../src/usecases/cardRows.ts'
import { aCardRow, hostileTexts, manyRows } from '../support/cards.ts'
import { aRecommendation, officer, owner } from '../support/register.ts'
import { aLedgerEntry, reminderScene } from '../support/reminders.ts'
import { describeWithShared } from '../support/shared.ts'
import { validator } from './cardSchema.ts'

const standings: readonly CardStanding[] = ['open', 'told', 'duty', 'closed', 'not-yours', 'missing']
const outcomes: readonly PressOutcome[] = [
  { code: 'saved', did: 'update-progress' },
  { code: 'shown' },
  { code: 'stale', change: null },
  {
    code: 'conflict',
    theirs: { text: 'Theirs.', written: { by: 'Helen Carver', at: '2021-06-16T07:30:00.000Z' } },
  },
  { code: 'conflict', theirs: { text: '', written: null } },
  ...(
    [
      'not-your-item',
      'nothing-changed',
      'too-long',
      'too-long-for-a-card',
      'empty-progress',
      'closed',
      'missing',
    ] as const
  ).map((why): PressOutcome => ({ code: 'refused', why })),
]

describeWithShared('every card against the Adaptive Cards 1.5 schema', (shared) => {
  const errorsOf = validator(shared)
  const cardOf = (
    ...[rows, more, notice]: [Parameters<typeof deadlineCard>[0]['rows'], number, PressOutcome?]
  ) =>
    deadlineCard(
      { rows, more },
      'app',
      notice ? answerNotice('1', { does: 'update-progress', text: 'My words' }, notice) : null,
    )

  test('the schema is really applied', () => {
    const broken = JSON.parse(JSON.stringify(cardOf(manyRows(1), 0)).replaceAll('"FactSet"', '"FactSets"'))
    expect(errorsOf(broken)).not.toEqual([])
  })

  test.each([
    [0, 0],
    [1, 0],
    [10, 0],
    [10, 50],
  ])('%s rows and %s more', (count, more) => {
    expect(errorsOf(cardOf(manyRows(count), more))).toEqual([])
  })

  const asked: NonNullable<CardAsked['extension']> = {
    ...{ to: '2021-09-30', precision: 'day', reason: 'Late.', askedAt: '2021-06-16T09:00:00.000Z' },
    ...{ askedBy: 'Daniel Okafor', askedByObject: 'd' },
  }
  const signOff: NonNullable<CardAsked['signOff']> = {
    ...{ state: 'asked', askedAt: asked.askedAt, askedBy: 'Daniel Okafor', askedByObject: 'd', note: '' },
    ...{ answeredAt: null, answeredBy: '', answeredByObject: '' },
  }
  const evidence = [{ title: 'Policy', link: 'https://example.org/policy' }]

  test.each<['answer-extension' | 'answer-sign-off', CardAsked]>([
    ['answer-extension', { extension: asked, signOff: null, evidence: [] }],
    ['answer-sign-off', { extension: null, signOff, evidence }],
  ])('a row that asks for a decision: %s', (offer, what) => {
    const row = aCardRow({ standing: 'told', offers: [offer, 'acknowledge'], asked: what })
    expect(errorsOf(cardOf([row], 0))).toEqual([])
  })

  test.each(standings.map((standing) => [standing]))('a row that is %s', (standing) => {
    expect(errorsOf(cardOf([aCardRow({ standing, daysLeft: null })], 0))).toEqual([])
  })

  test.each(outcomes.map((outcome) => ['why' in outcome ? outcome.why : outcome.code, outcome] as const))(
    'after a press: %s',
    (_what, outcome) => {
      expect(errorsOf(cardOf(manyRows(3), 0, outcome))).toEqual([])
      expect(errorsOf(cardOf([], 0, outcome))).toEqual([])
    },
  )

  test.each(hostileTexts.map((text) => [JSON.stringify(text.slice(0, 30)), text]))(
    'with the text %s',
    (_short, text) => {
      const update = { text, written: { by: text, at: '2021-06-16T13:05:00.000Z' } }
      const row = aCardRow({ ref: '1', reportTitle: text, reason: text, update })
      expect(errorsOf(cardOf([row], 0, outcomes[1]))).toEqual([])
    },
  )
})

describe('what comes back from a card', () => {
  const press = { action: 'updateProgress', row: '1', seen: 0, 'progress-1': 'The policy was signed.' }
  const log = pino({ enabled: false })

  async function pressed(data: Record<string, unknown>, person = owner, changes = {}) {
    const scene = reminderScene([aRecommendation(changes)])
    scene.ledger.put(aLedgerEntry())
    const before = structuredClone(scene.recommendations.peek('1').value)
    const deps = { teamsAppId: 'app', log, answer: async () => scene }
    const { objectId, name } = person
    await answerPress(deps, { objectId, name }, data, 'card-1')
    return { before, after: scene.recommendations.peek('1').value }
  }

  test('an honest press changes the progress and nothing else', async () => {
    const { before, after } = await pressed(press)
    const { progress, history, ...rest } = after
    expect(progress).toBe('The policy was signed.')
    expect(history).toHaveLength(before.history.length + 1)
    expect(before).toMatchObject(rest)
  })

  test.each([
    ['another person', { person: owner.objectId, objectId: owner.objectId, by: owner.name }],
    ['a role', { roles: ['Administrator'], role: 'Administrator' }],
    ['another owner', { ownerPost: 'nobody', owner: officer.objectId, held: ['head-of-ppu'] }],
    ['a higher count of what was seen', { seen: 9_999 }],
  ])('a row of another owner is refused, whatever the card says: %s', async (_what, forged) => {
    const { before, after } = await pressed({ ...press, ...forged }, officer, { ownerPost: 'head-of-ppu' })
    expect(after).toEqual(before)
  })

  test.each([
    ['a status', { status: 'CLOSED' }],
    ['a deadline', { deadline: '2030-01-01', due: [] }],
    ['a history', { history: [], seen: 0 }],
    ['another verb', { verb: 'delete' }],
  ])('the owner’s own press carries the words only: %s', async (_what, forged) => {
    const honest = await pressed(press)
    const { after } = await pressed({ ...press, ...forged })
    expect(after).toEqual(honest.after)
  })

  test.each([
    ['a row that is no number', { row: '1/fields' }],
    ['a row that is a list', { row: ['1'] }],
    ['no row', { row: undefined }],
    ['another action', { action: 'closeRecommendation' }],
  ])('%s is refused', async (_what, forged) => {
    const { before, after } = await pressed({ ...press, ...forged })
    expect(after).toEqual(before)
  })
})
