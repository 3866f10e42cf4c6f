import fc from 'fast-check'
import { applyDecision, chosenStatuses, type Decision } from '../../src/domain/decide.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import { isImplemented } from '../../src/domain/statusWords.ts'
import { aCounterparty, contextFor, people } from '../support/decisions.ts'
import { aRecommendation } from '../support/register.ts'

const words = fc.constantFrom('', 'Because of it.')
const day = fc.constantFrom('2021-05-01', '2021-06-01', '2021-07-15', '2021-09-30', '2021-13-01')
const link = fc.constantFrom('https://example.org/1', 'https://example.org/2', 'javascript:1')
const index = fc.nat(2)
const agreed = fc.boolean()

const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({
    ...{ does: fc.constant('set-status' as const), status: fc.constantFrom(...chosenStatuses), why: words },
    closedReason: fc.constantFrom('overtaken' as const, undefined),
    counterparty: fc.constantFrom(aCounterparty({ nextChase: '2022-01-01' }), undefined),
  }),
  fc.record({
    ...{
      does: fc.constant('move-deadline' as const),
      date: fc.option(day),
      precision: fc.constant('day' as const),
    },
    ...{
      event: fc.constantFrom('', 'publication'),
      verb: fc.constantFrom('now' as const, 'extended-to' as const),
    },
    ...{ purpose: words, reason: words, agreedBy: words, reportedTo: fc.constant([]) },
  }),
  fc.record({ does: fc.constant('meet-milestone' as const), entry: index, on: day }),
  fc.record({ does: fc.constant('report-to-board' as const), entry: index, board: words }),
  fc.record({ does: fc.constant('add-evidence' as const), title: words, link }),
  fc.record({ does: fc.constant('remove-evidence' as const), link, why: words }),
  fc.record({ does: fc.constant('ask-sign-off' as const), note: words }),
  fc.record({ does: fc.constant('answer-sign-off' as const), agreed, note: words }),
  fc.record({ does: fc.constant('hold-for-demonstration' as const), until: fc.option(day), why: words }),
  fc.record({
    does: fc.constant('becomes-ours' as const),
    why: words,
    status: fc.constant('AMBER' as const),
  }),
  fc.record({ does: fc.constant('reopen' as const), why: words, status: fc.constant('RED' as const) }),
)
const days = ['2021-06-01', '2021-07-10', '2021-08-20', '2021-10-05', '2021-12-24']
const step = fc.record({
  decision,
  who: fc.constantFrom(...Object.values(people)),
  day: fc.nat(days.length - 1),
})

/** Every row that a sequence of decisions passes through, each with the one before. */
function walk(
  steps: readonly { decision: Decision; who: (typeof people)[keyof typeof people]; day: number }[],
) {
  const pairs: { before: Recommendation; after: Recommendation; who: string }[] = []
  let row = aRecommendation()
  for (const { decision: taken, who, day: at } of [...steps].sort((one, other) => one.day - other.day)) {
    const today = days[at] ?? ''
    const outcome = applyDecision(row, taken, contextFor(who, { today, at: `${today}T08:00:00.000Z` }))
    if (!outcome.ok) continue
    pairs.push({ before: row, after: outcome.next, who: who.objectId })
    row = outcome.next
  }
  return pairs
}

const journeys = fc.array(step, { minLength: 5, maxLength: 60 })

function always(rule: (pair: ReturnType<typeof walk>[number]) => void): void {
  fc.assert(
    fc.property(journeys, (steps) => {
      for (const pair of walk(steps)) rule(pair)
    }),
    { numRuns: 400 },
  )
}

describe('whatever is decided, in whatever order and by whomever', () => {
  test('no entry of the due history is lost, and none loses a word', () => {
    always(({ before, after }) => {
      expect(after.due.length).toBeGreaterThanOrEqual(before.due.length)
      for (const [place, entry] of before.due.entries()) {
        expect(after.due[place]?.text.startsWith(entry.text)).toBe(true)
        expect(after.due[place]).toMatchObject({ verb: entry.verb, date: entry.date, purpose: entry.purpose })
        expect(after.due[place]?.tags.slice(0, entry.tags.length)).toEqual(entry.tags)
      }
    })
  })

  test('history only grows, and every change is told', () => {
    always(({ before, after }) => {
      expect(after.history.slice(0, before.history.length)).toEqual(before.history)
      expect(after.history.length).toBeGreaterThan(before.history.length)
      if (after.status !== before.status)
        expect(after.history.slice(before.history.length).map((change) => change.field)).toContain('status')
    })
  })

  test('nothing is green without evidence and a second person who agreed', () => {
    always(({ after }) => {
      if (!isImplemented(after.status)) return
      expect(after.evidence.length).toBeGreaterThan(0)
      expect(after.signOff?.state).toBe('agreed')
      expect(after.signOff?.answeredByObject).not.toBe(after.signOff?.askedByObject)
    })
  })

  test('RED has a rationale, CLOSED its reason, WHITE whom it waits for', () => {
    always(({ after }) => {
      if (after.status === 'RED') expect(after.rationale).not.toBe('')
      if (after.status === 'CLOSED') expect(after.closedReason).not.toBeNull()
      else expect(after.closedReason).toBeNull()
      if (after.status === 'WHITE') expect(after.counterparty?.nextChase).not.toBeNull()
    })
  })

  test('nobody signs off what they asked for themselves', () => {
    always(({ before, after, who }) => {
      const isGreenNow = isImplemented(after.status) && !isImplemented(before.status)
      if (isGreenNow) expect(before.signOff?.askedByObject).not.toBe(who)
    })
  })
})

test('such journeys do come to green', () => {
  const greens = fc.sample(journeys, { numRuns: 400, seed: 7 }).flatMap(walk)
  expect(greens.some(({ after }) => isImplemented(after.status))).toBe(true)
})
