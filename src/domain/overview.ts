import type { IsoDate } from './calendarDays.ts'
import { slipInDays } from './dueLedger.ts'
import { type AskName, answersOf, countBy, crossCount, noCounterparty } from './figures.ts'
import type { Recommendation } from './recommendation.ts'
import type { Report } from './report.ts'
import { type Surroundings, standingOf } from './rowFacts.ts'
import { type ClockState, lastDayOf, type StatutoryClock, stateOf } from './statutoryClock.ts'

/** How many rows give each answer to a question. */
export type Counts = ReadonlyMap<string, number>
export type CrossCounts = ReadonlyMap<string, Counts>

/** A row whose deadline has moved, and by how many days. */
export interface Slipped {
  readonly row: Recommendation
  readonly days: number
}

/** All WHITE rows that wait for one body. */
export interface Awaited {
  /** Empty for the rows that name no body. */
  readonly body: string
  readonly count: number
  /** How many of them have no day for the next chase. */
  readonly withoutChase: number
  /** The earliest day on which one of them is to be chased. */
  readonly nextChase: IsoDate | null
  /** The latest day on which one of them was chased. */
  readonly lastChased: IsoDate | null
}

/** Everything that the overview shows, computed from the register as it stands. */
export interface Overview {
  readonly total: number
  readonly standing: Counts
  readonly status: Counts
  readonly due: Counts
  readonly slip: Counts
  readonly moved: Counts
  readonly owner: Counts
  readonly attention: Counts
  /** By what is asserted, then by what the rules suggest: `RED>AMBER`. */
  readonly diverges: Counts
  readonly byReport: CrossCounts
  readonly byKind: CrossCounts
  readonly byAge: CrossCounts
  /** The bodies that most rows wait for first. */
  readonly awaited: readonly Awaited[]
  /** The rows that have slipped furthest first. */
  readonly slipped: readonly Slipped[]
  /** Duties to answer that still run, were missed, or stand still; the most pressing first. */
  readonly clocks: readonly RunningClock[]
}

/** A statutory clock that has not been answered. */
export interface RunningClock {
  readonly report: Report
  readonly clock: StatutoryClock
  readonly lastDay: IsoDate | null
  readonly state: ClockState
}

/** Counts the register. Each number is that of the rows behind the figure of the same question and answer. */
export function overviewOf(rows: readonly Recommendation[], around: Surroundings): Overview {
  const count = (name: AskName) => countBy(name, rows, around)
  const cross = (name: AskName) => crossCount([name, 'status'], rows, around)
  return {
    total: rows.length,
    standing: count('standing'),
    status: count('status'),
    due: count('due'),
    slip: count('slip'),
    moved: count('moved'),
    owner: count('owner'),
    attention: count('attention'),
    diverges: count('diverges'),
    byReport: cross('report'),
    byKind: cross('kind'),
    byAge: cross('age'),
    awaited: awaitedBodies(rows, around),
    slipped: slippedRows(rows),
    clocks: runningClocks(around),
  }
}

/** Open and waiting rows with a later deadline than the first one, furthest first. */
function slippedRows(rows: readonly Recommendation[]): readonly Slipped[] {
  return rows
    .flatMap((row) => {
      const days = standingOf(row) === 'open' || standingOf(row) === 'waiting' ? slipInDays(row.due) : null
      return days !== null && days > 0 ? [{ row, days }] : []
    })
    .toSorted((one, other) => other.days - one.days || one.row.key.localeCompare(other.row.key))
}

function awaitedBodies(rows: readonly Recommendation[], around: Surroundings): readonly Awaited[] {
  const white = rows.filter((row) => row.status === 'WHITE')
  const groups = Map.groupBy(white, (row) => answersOf('awaits', row, around)[0] ?? noCounterparty)
  return [...groups]
    .map(([body, group]) => {
      const chases = group.flatMap((row) => row.counterparty?.nextChase ?? []).toSorted()
      return {
        body,
        count: group.length,
        withoutChase: group.length - chases.length,
        nextChase: chases[0] ?? null,
        lastChased:
          group
            .flatMap((row) => row.counterparty?.lastChased ?? [])
            .toSorted()
            .at(-1) ?? null,
      }
    })
    .toSorted((one, other) => other.count - one.count || one.body.localeCompare(other.body))
}

function runningClocks({ reports, today }: Surroundings): readonly RunningClock[] {
  const last = '9999-12-31'
  return [...reports.values()]
    .flatMap((report) =>
      report.clocks
        .filter((clock) => clock.respondedOn === null)
        .map((clock) => ({ report, clock, lastDay: lastDayOf(clock), state: stateOf(clock, today) })),
    )
    .toSorted((one, other) => (one.lastDay ?? last).localeCompare(other.lastDay ?? last))
}
