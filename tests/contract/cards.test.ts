import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import type { AdaptiveCard } from '../../src/bot/cards/adaptiveCard.ts'
import { answerNotice } from '../../src/bot/cards/answerNotice.ts'
import { deadlineCard } from '../../src/bot/cards/deadlineCard.ts'
import type { PressOutcome } from '../../src/usecases/answerCard.ts'
import type { CardStanding } from '../../src/usecases/cardRows.ts'
import { aCardRow, hostileTexts, manyRows } from '../support/cards.ts'
import { describeWithShared } from '../support/shared.ts'

const standings: readonly CardStanding[] = ['open', 'closed', 'not-yours', 'missing']
const outcomes: readonly PressOutcome[] = [
  { code: 'saved' },
  { code: 'conflict', theirs: { text: 'Theirs.', by: 'Helen Carver', at: '2021-06-16T07:30:00.000Z' } },
  { code: 'conflict', theirs: { text: '', by: 'somebody else', at: null } },
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

/** The schema refuses members that it does not know only where it says so; our own element list is short. */
function validator(shared: string): (card: AdaptiveCard) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
  ajv.addMetaSchema(draft06)
  const validate = ajv.compile(schemaOf(shared))
  return (card) => {
    validate(JSON.parse(JSON.stringify(card)))
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
  }
}

describeWithShared('every card against the Adaptive Cards 1.5 schema', (shared) => {
  const errorsOf = validator(shared)
  const cardOf = (
    ...[rows, more, notice]: [Parameters<typeof deadlineCard>[0]['rows'], number, PressOutcome?]
  ) => deadlineCard({ rows, more }, 'app', notice ? answerNotice('1', 'My words', notice) : null)

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
      const update = { text, by: text, at: '2021-06-16T13:05:00.000Z' }
      const row = aCardRow({ ref: '1', reportTitle: text, reason: text, update })
      expect(errorsOf(cardOf([row], 0, outcomes[1]))).toEqual([])
    },
  )
})
