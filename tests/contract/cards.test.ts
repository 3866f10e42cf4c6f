import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import { pino } from 'pino'
import type { AdaptiveCard } from '../../src/bot/cards/adaptiveCard.ts'
import { answerNotice } from '../../src/bot/cards/answerNotice.ts'
import { deadlineCard, sizeOf } from '../../src/bot/cards/deadlineCard.ts'
import { answerPress } from '../../src/bot/handlers/answerPress.ts'
import type { PressOutcome } from '../../src/usecases/answerCard.ts'
import type { CardAsked, CardStanding } from '../../src/usecases/cardRows.ts'
import { aCardRow, findAll, hostileTexts, manyRows } from '../support/cards.ts'
import { aRecommendation, officer, owner } from '../support/register.ts'
import { aLedgerEntry, reminderScene } from '../support/reminders.ts'
import { describeWithShared } from '../support/shared.ts'

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

/** Microsoft's schema is draft 6 but names itself the draft-4 way, which Ajv 8 refuses. */
function schemaOf(shared: string): object {
  const text = readFileSync(path.join(shared, 'contract', 'adaptive-card-1.5.0.json'), 'utf8')
  const { id: _id, ...schema } = JSON.parse(text)
  return schema
}

/** What is wrong with a card, by the schema and by what no schema says: its size, its fallback and its actions' data. */
function validator(shared: string): (card: AdaptiveCard) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
  ajv.addMetaSchema(draft06)
  const validate = ajv.compile(schemaOf(shared))
  return (card) => {
    validate(JSON.parse(JSON.stringify(card)))
    const errors = (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
    return [...errors, ...wrongBesides(card)]
  }
}

/** What actions may send: a row and what was shown of it, never a person, a status or a day. */
const sentNames = new Set([
  'action,row,seen,progressSeen',
  'action,row,seen',
  'action,row',
  'action,row,seen,about',
  'action,row,seen,about,agreed',
])

function wrongBesides(card: AdaptiveCard): string[] {
  const wrong: string[] = []
  const size = sizeOf(card)
  if (size > 25_000) wrong.push(`${size} bytes are more than 25,000`)
  if (!card.fallbackText) wrong.push('no fallbackText')
  for (const { data } of [...findAll(card, 'Action.Execute'), ...findAll(card, 'Action.Submit')]) {
    const names = Object.keys(data ?? {}).join()
    if (!sentNames.has(names)) wrong.push(`an action sends ${names}`)
  }
  return wrong
}

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
