import { type Instant, type IsoDate, writeInstant } from '../domain/calendarDays.ts'
import { isM365Error } from '../domain/m365Error.ts'
import type { Setting } from '../domain/setting.ts'
import type { Clock, SettingStore, Stored } from './ports.ts'
import { type Outcome, outcomes, type PersonResult, type RunReport } from './runReport.ts'

/** The setting that keeps what the newest runs did. */
export const runRecordKey = 'reminder-run/last'

/** Hours after which it is said that no run has finished: a day, and two hours of grace. */
export const longestSilence = 26

/** Runs that are remembered, and people of each run who were not told. */
const runsKept = 40
const peopleKept = 40

/** What one run did, as the delivery page shows it. Everything in detail is in the ledger. */
export interface RunRecord {
  readonly run: string
  readonly today: IsoDate
  readonly startedAt: Instant
  readonly finishedAt: Instant
  /** Rows by what became of them. */
  readonly counts: Readonly<Record<Outcome, number>>
  /** People who got a card. */
  readonly cards: number
  readonly unaddressed: number
  readonly unreadable: number
  /** Those who were not told, and why; the first of them when they are many. */
  readonly notTold: readonly (PersonResult & { readonly outcome: Outcome })[]
  readonly stopped: string | null
}

export interface RecordDeps {
  readonly settings: Pick<SettingStore, 'byKey' | 'create' | 'save'>
  readonly clock: Pick<Clock, 'now'>
}

/** The newest runs, the newest first; none when nothing was recorded. Throws `M365Error`. */
export async function readRunRecords(deps: Pick<RecordDeps, 'settings'>): Promise<readonly RunRecord[]> {
  return runsOf(await deps.settings.byKey(runRecordKey))
}

/** Says that no run has finished for too long; null when one has, or when none ever ran. */
export function silenceOf(records: readonly RunRecord[], now: Instant): string | null {
  const last = records.find((record) => record.stopped === null)
  if (!last) return null
  const hours = Math.floor((Date.parse(now) - Date.parse(last.finishedAt)) / 3_600_000)
  if (hours < longestSilence) return null
  return `No run of the reminders had finished for ${hours} hours: the last one ended on ${writeInstant(last.finishedAt)}. What was due meanwhile goes out now, the most urgent of each deadline.`
}

/**
 * Remembers a run. The cards have gone out whether this works or not, so a failure is answered with a sentence.
 * @returns why the run could not be remembered, or null
 */
export async function recordRun(
  deps: RecordDeps,
  report: RunReport,
  run: { readonly run: string; readonly startedAt: Instant },
): Promise<string | null> {
  try {
    const record: RunRecord = { ...run, ...summaryOf(report), finishedAt: await deps.clock.now() }
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const there = await deps.settings.byKey(runRecordKey)
      const next = asSetting([record, ...runsOf(there).filter((one) => one.run !== run.run)])
      if (!there) {
        if (!(await deps.settings.create(next)).already) return null
      } else if ((await deps.settings.save(there, next)).ok) return null
    }
    return 'The run could not be put down: another one kept writing.'
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    return `The run could not be put down. ${thrown.message}`
  }
}

function summaryOf(report: RunReport) {
  const rows = (results: readonly PersonResult[]) => results.reduce((sum, one) => sum + one.rows.length, 0)
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, rows(report[outcome])])) as Record<
    Outcome,
    number
  >
  const untold = (['unreachable', 'failed', 'unconfirmed'] as const).flatMap((outcome) =>
    report[outcome].map((one) => ({ ...one, outcome })),
  )
  return {
    today: report.today,
    counts,
    cards: report.sent.length,
    unaddressed: report.unaddressed.length,
    unreadable: report.unreadable.length,
    notTold: untold.slice(0, peopleKept),
    stopped: report.stopped,
  }
}

/** A note of SharePoint holds 63,999 characters. */
const longestNote = 60_000

function asSetting(runs: readonly RunRecord[]): Setting {
  let kept = runs.slice(0, runsKept)
  while (kept.length > 1 && JSON.stringify({ runs: kept }).length > longestNote) kept = kept.slice(0, -1)
  const value = JSON.stringify({ runs: kept })
  return { key: runRecordKey, value, changedBy: 'follow-through', changedByName: 'Follow-Through' }
}

function runsOf(setting: Stored<Setting> | null): readonly RunRecord[] {
  if (!setting) return []
  try {
    const { runs } = JSON.parse(setting.value.value)
    return Array.isArray(runs) ? runs.filter(isRecord) : []
  } catch {
    return []
  }
}

/** Written by ourselves, so only its outline is checked. */
function isRecord(value: unknown): value is RunRecord {
  if (typeof value !== 'object' || value === null) return false
  return ['run', 'today', 'finishedAt', 'counts', 'notTold'].every((name) => name in value)
}
