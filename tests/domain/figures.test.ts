import { addDays } from '../../src/domain/calendarDays.ts'
import {
  type AskName,
  countBy,
  crossCount,
  type Figure,
  isBehind,
  readFigure,
  writeFigure,
} from '../../src/domain/figures.ts'
import { sayFigure } from '../../src/domain/figureWords.ts'
import { recommendationKinds, statuses } from '../../src/domain/recommendation.ts'
import { gatherAround } from '../../src/domain/rowFacts.ts'
import { aDueEntry, aPost, aRecommendation, aReport } from '../support/register.ts'

const today = '2021-06-01'
const reports = ['a', 'b', 'c'].map((key, index) => {
  const published = { text: '', date: addDays(today, -400 * index), precision: 'day' } as const
  return aReport({ key, title: `Report ${key}`, published })
})
const posts = [aPost(), aPost({ key: 'empty', holder: null })]

/** Numbers that look random and are the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

function madeRows(seed: number, count: number) {
  const next = numbers(seed)
  return Array.from({ length: count }, (_none, index) =>
    aRecommendation({
      number: String(index + 1),
      reportKey: ['a', 'b', 'c', 'gone'][next(4)] ?? 'a',
      status: statuses[next(statuses.length)] ?? 'RED',
      kind: recommendationKinds[next(3)] ?? 'recommendation',
      ownerPost: [null, 'crime-dci', 'empty', 'unheard-of'][next(4)] ?? null,
      due: Array.from({ length: next(5) }, () =>
        next(6) === 0
          ? aDueEntry({ date: null, precision: null, verb: 'now', text: 'To be set' })
          : aDueEntry({ date: addDays(today, next(800) - 400), verb: 'extended-to' }),
      ),
      counterparty:
        next(2) === 0
          ? null
          : {
              body: ['Home Office', 'NPCC & College'][next(2)] ?? '',
              product: '',
              lastChased: null,
              nextChase: null,
            },
    }),
  )
}

const names: readonly AskName[] = [
  ...([
    'standing',
    'status',
    'kind',
    'report',
    'due',
    'slip',
    'moved',
    'age',
    'owner',
    'awaits',
    'attention',
    'diverges',
  ] as const),
]

describe.each([1, 2, 3, 4, 5])('over made rows %i', (seed) => {
  const rows = madeRows(seed, 300)
  const around = gatherAround(rows, reports, posts, today)
  const recount = (figure: Figure) => rows.filter((row) => isBehind(figure, row, around)).length

  test.each(names)('every total by %s equals a recount of the rows behind it', (name) => {
    const counts = countBy(name, rows, around)
    expect(counts.size).toBeGreaterThan(0)
    for (const [answer, count] of counts) expect([answer, count]).toEqual([answer, recount([[name, answer]])])
  })

  test.each(names)(
    'every total by status and %s equals a recount, also after a way through the address',
    (name) => {
      for (const [first, line] of crossCount(['status', name], rows, around))
        for (const [second, count] of line) {
          const figure = readFigure(
            writeFigure([
              ['status', first],
              [name, second],
            ]),
          )
          expect([first, second, figure && recount(figure)]).toEqual([first, second, count])
        }
    },
  )
})

test('an address carries answers with any signs in them', () => {
  const figure: Figure = [
    ['awaits', 'NPCC & College + others: 50 %'],
    ['status', 'NEW GREEN'],
  ]
  expect(readFigure(writeFigure(figure))).toEqual(figure)
})

test.each(['', 'nothing', 'unknown:1', 'due:30+what', 'status:%E0%A4%A', 'constructor:1'])(
  '%p is no figure',
  (text) => expect(readFigure(text)).toBeNull(),
)

test('a figure is said in words', () => {
  const figure: Figure = [
    ['report', 'a'],
    ['due', '30'],
    ['awaits', ''],
  ]
  expect(sayFigure(figure, new Map(reports.map((report) => [report.key, report])))).toBe(
    'Report a, Due within 30 days, No counterparty named',
  )
})
