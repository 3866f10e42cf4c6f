import type { IsoDate } from '../domain/calendarDays.ts'
import type { PostHolder } from '../domain/post.ts'
import type { UnaddressedRow } from '../domain/reminderLines.ts'
import type { UnreadableRow } from './ports.ts'

/** A run by its name, and the day that it is for. */
export interface RunName {
  readonly run: string
  readonly today: IsoDate
}

/** Rows of one person that ended alike, by key, and why. */
export interface PersonResult {
  readonly person: string
  readonly rows: readonly string[]
  readonly reason: string
}

/** What a run did. Everything that was due is in exactly one of the lists. */
export interface RunReport {
  readonly today: IsoDate
  readonly sent: readonly PersonResult[]
  readonly skipped: readonly PersonResult[]
  readonly failed: readonly PersonResult[]
  readonly unreachable: readonly PersonResult[]
  readonly unconfirmed: readonly PersonResult[]
  /** Not now: quiet hours, a day without work, or the person's own wish. */
  readonly held: readonly PersonResult[]
  /** Begun by an earlier run and not due any more. */
  readonly cancelled: readonly PersonResult[]
  readonly unaddressed: readonly UnaddressedRow[]
  readonly unreadable: readonly UnreadableRow[]
  /** Why the run ended before everybody was told, for people; null when it went through. The next run goes on. */
  readonly stopped: string | null
  /** What is to be said of the runs before: that none has finished for too long. Null when nothing is. */
  readonly silence: string | null
}

export const outcomes = [
  'sent',
  'skipped',
  'failed',
  'unreachable',
  'unconfirmed',
  'held',
  'cancelled',
] as const
export type Outcome = (typeof outcomes)[number]

/** Collects what becomes of every line of a run. */
export interface RunResults {
  add(outcome: Outcome, person: Pick<PostHolder, 'name'>, rows: readonly string[], reason: string): void
  /** Puts down what a run that was stopped left for the next one. */
  leave(person: Pick<PostHolder, 'name'>, rows: readonly string[]): void
  /** A name for a card that no other card of the run has. */
  nameOfNextCard(run: string): string
  lists(): Readonly<Record<Outcome, readonly PersonResult[]>>
}

/** Empty results. */
export function newRunResults(): RunResults {
  const found: Record<Outcome, PersonResult[]> = {
    ...{ sent: [], skipped: [], failed: [], unreachable: [] },
    ...{ unconfirmed: [], held: [], cancelled: [] },
  }
  let cards = 0
  const add: RunResults['add'] = (outcome, person, rows, reason) => {
    found[outcome].push({ person: person.name, rows, reason })
  }
  return {
    add,
    leave: (person, rows) =>
      add('held', person, rows, 'The run was stopped before their card; the next run sends it.'),
    nameOfNextCard(run) {
      cards += 1
      return `${run}/${cards}`
    },
    lists: () => found,
  }
}
