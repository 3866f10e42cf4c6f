import fc from 'fast-check'
import type { PaperReading, PaperRow } from '../../src/domain/paperReading.ts'
import type { Recommendation, Status } from '../../src/domain/recommendation.ts'
import type { Report } from '../../src/domain/report.ts'
import { applyImport } from '../../src/usecases/applyImport.ts'
import { planImport } from '../../src/usecases/planImport.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { aDueEntry, MemoryRecommendations, standingClock } from '../support/register.ts'

const word = fc.constantFrom('', 'Begun.', 'Nearly.', 'Done. \n More.', 'See recommendation 2.')
const status = fc.constantFrom<Status>('RED', 'AMBER', 'WHITE', 'GREEN', 'NEW GREEN', 'CLOSED')
const due = fc.subarray(['June 2021', 'Now July 2021', 'Extended to May 2022'])
const number = fc.constantFrom('1', '2', '3', '4a', '')
const paperRow = fc.record({ number, status, text: word, comment: word, due }).map(
  ({ due: texts, ...row }): PaperRow => ({
    ...{
      report: 0,
      numberInferred: false,
      kind: 'recommendation',
      elements: [],
      doubts: [],
      lines: [1],
      ...row,
    },
    due: texts.map((text) => aDueEntry({ text })),
  }),
)
const paper = fc.array(paperRow, { maxLength: 5 }).map(
  (rows): PaperReading => ({
    reports: [
      {
        ...{ title: 'Protests', typeLine: 'National', claims: [], narrative: '', lines: [1] },
        published: { text: 'March 2021', date: '2021-03-31', precision: 'month' },
      },
    ],
    ...{ rows, doubts: [], remainder: [], totals: { reports: 1, rows: rows.length, byStatus: {} } },
  }),
)
/** What people do between two papers. */
const edit = fc.record(
  {
    progress: word,
    status,
    ownerPost: fc.constantFrom('head', null),
    rationale: fc.constantFrom('', 'Cannot.'),
  },
  { requiredKeys: [] },
)
const choice = fc.constantFrom('ours', 'papers', undefined)

const decided = ({
  ownerPost,
  rationale,
  evidence,
  applies,
  addressees,
  links,
  counterparty,
}: Recommendation) => ({
  ...{ ownerPost, rationale, evidence, applies, addressees, links, counterparty },
})

test('whatever papers and people say: a second run changes nothing, and nothing that was decided is lost', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(paper, { minLength: 1, maxLength: 3 }),
      fc.array(edit),
      choice,
      async (papers, edits, whose) => {
        const recommendations = new MemoryRecommendations()
        const deps = { reports: new MemoryListStore<Report>(), recommendations, clock: standingClock() }
        for (const reading of papers) {
          for (const [index, { id }] of (await recommendations.all()).rows.entries())
            recommendations.change(id, (row) => ({ ...row, ...edits[index] }))
          const before = (await recommendations.all()).rows
          const plan = await planImport(deps, { reading, paper: 'Paper' })
          const conflicts = plan.steps.filter(({ does }) => does === 'conflict')
          const choices = Object.fromEntries(
            conflicts.map(({ key, differences }) => [
              key,
              Object.fromEntries(differences.map(({ field }) => [field, whose])),
            ]),
          )
          await applyImport(deps, plan, { choices })
          const after = (await recommendations.all()).rows
          for (const [index, row] of before.entries())
            expect(decided(after[index]?.value ?? row.value)).toEqual(decided(row.value))
          const again = await planImport(deps, { reading, paper: 'Paper' })
          const left = new Set(again.steps.map(({ does }) => does))
          expect([...left].filter((does) => does === 'new' || does === 'changed')).toEqual([])
          if (whose !== undefined) expect(left.has('conflict')).toBe(false)
          await applyImport(deps, again)
          expect((await recommendations.all()).rows).toEqual(after)
        }
      },
    ),
    { numRuns: 200 },
  ))
