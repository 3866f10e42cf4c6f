import { isIsoDate } from './calendarDays.ts'
import type { Report, ReportScope, ReportSource } from './report.ts'
import { mayManage, type Person } from './roles.ts'
import { type ClockKind, type ClockRefusal, clockRefusal, type StatutoryClock } from './statutoryClock.ts'

/** One thing that people change about a report. `index` counts its clocks from 0. */
export type ReportChange =
  | { readonly does: 'add-clock'; readonly clock: StatutoryClock }
  | { readonly does: 'change-clock'; readonly index: number; readonly clock: StatutoryClock }
  | { readonly does: 'remove-clock'; readonly index: number }
  | {
      readonly does: 'set-facts'
      readonly source: ReportSource
      readonly scope: ReportScope
      readonly publishers: readonly string[]
    }

export type ReportRefusal =
  | 'secretary-only'
  | 'nothing-changed'
  | 'no-such-clock'
  | 'clock-exists'
  | 'not-a-date'
  | 'too-long'
  | ClockRefusal

export type ReportOutcome =
  | { readonly ok: true; readonly next: Report }
  | { readonly ok: false; readonly code: ReportRefusal }

const longestNote = 2_000

/** Decides a change of a report. What its paper says of it is the paper's; only clocks and facts are people's. */
export function changeReport(report: Report, change: ReportChange, actor: Person): ReportOutcome {
  if (!mayManage(actor)) return { ok: false, code: 'secretary-only' }
  switch (change.does) {
    case 'add-clock': {
      const isThere = report.clocks.some((one) => isSameDuty(one, change.clock))
      return isThere
        ? { ok: false, code: 'clock-exists' }
        : withClock(report, change.clock, [...report.clocks, tidy(change.clock)])
    }
    case 'change-clock':
      if (!report.clocks[change.index]) return { ok: false, code: 'no-such-clock' }
      return withClock(report, change.clock, report.clocks.with(change.index, tidy(change.clock)))
    case 'remove-clock':
      if (!report.clocks[change.index]) return { ok: false, code: 'no-such-clock' }
      return { ok: true, next: { ...report, clocks: report.clocks.toSpliced(change.index, 1) } }
    case 'set-facts': {
      const { source, scope } = change
      const publishers = [...new Set(change.publishers.map((one) => one.trim()).filter((one) => one !== ''))]
      return differing(report, { ...report, source, scope, publishers })
    }
  }
}

function isSameDuty(one: StatutoryClock, other: StatutoryClock): boolean {
  return one.kind === other.kind && one.from === other.from
}

function tidy(clock: StatutoryClock): StatutoryClock {
  return { ...clock, note: clock.note.trim() }
}

function withClock(report: Report, clock: StatutoryClock, clocks: readonly StatutoryClock[]): ReportOutcome {
  const { from, setTo, extensionAskedOn, stoppedOn, resumedOn, respondedOn, publishedOn } = clock
  const days = [from, setTo, extensionAskedOn, stoppedOn, resumedOn, respondedOn, publishedOn]
  if (days.some((day) => day !== null && day !== '' && !isIsoDate(day)))
    return { ok: false, code: 'not-a-date' }
  if (clock.note.length > longestNote) return { ok: false, code: 'too-long' }
  const refused = clockRefusal(clock)
  return refused ? { ok: false, code: refused } : differing(report, { ...report, clocks })
}

function differing(report: Report, next: Report): ReportOutcome {
  return JSON.stringify(report) === JSON.stringify(next)
    ? { ok: false, code: 'nothing-changed' }
    : { ok: true, next }
}

const dutyOf: Readonly<Record<Report['source'], ClockKind | null>> = {
  inspectorate: 'section-55',
  'joint-inspection': 'section-55',
  'iopc-28a': 'paragraph-28B',
  'super-complaint': 'super-complaint',
  coroner: 'coroner',
  internal: null,
}

/**
 * The clock that a report of this kind starts, to be offered: only a person knows whether the duty applies. None
 * where the day of publication is not known to the day, for then day 1 is not, and none that is there already.
 */
export function suggestedClock(report: Report): StatutoryClock | null {
  const kind = dutyOf[report.source]
  const { date, precision } = report.published
  if (kind === null || date === null || precision !== 'day') return null
  if (report.clocks.some((clock) => clock.kind === kind)) return null
  const nothingYet = { setTo: null, extensionAskedOn: null, stoppedOn: null, resumedOn: null }
  return { kind, from: date, ...nothingYet, respondedOn: null, publishedOn: null, note: '' }
}
