import type { Post } from '../../../domain/post.ts'
import { openDeadline, type Recommendation } from '../../../domain/recommendation.ts'
import { waitingSince } from '../../../domain/reminderReach.ts'
import type { Report } from '../../../domain/report.ts'
import type { Setting } from '../../../domain/setting.ts'
import type { PlanDeps } from '../../../usecases/planReminderRun.ts'
import type { LedgerEntry, LedgerStore, ReadRows, Stored } from '../../../usecases/ports.ts'

/** The lists that the tab holds, as far as a plan asks for them. */
export interface HeldRegister {
  readonly recommendations: ReadRows<Recommendation>
  readonly posts: ReadRows<Post>
  readonly reports: ReadRows<Report>
  readonly settings: ReadRows<Setting>
}

/** Answers a plan from the lists that the tab holds, with the same rows as SharePoint's own columns would. */
export function planFrom(held: HeldRegister, ledger: PlanDeps['ledger']): PlanDeps {
  const { recommendations, posts, reports, settings } = held
  const rowsWith = async (has: (row: Recommendation) => boolean): Promise<ReadRows<Recommendation>> => ({
    rows: recommendations.rows.filter(({ value }) => has(value)),
    unreadable: recommendations.unreadable,
  })
  const by = (date: string | null | undefined, day: string) => typeof date === 'string' && date <= day
  return {
    recommendations: {
      dueBy: (day) => rowsWith((row) => by(openDeadline(row), day)),
      chaseBy: (day) => rowsWith((row) => by(row.counterparty?.nextChase, day)),
      waitingBy: (day) => rowsWith((row) => by(waitingSince(row), day)),
    },
    posts: { all: async () => posts },
    reports: { all: async () => reports },
    settings: { all: async () => settings },
    ledger,
  }
}

/** The ledger, asked once for each person however often a preview is made. A question that failed is asked again. */
export function rememberedLedger(ledger: Pick<LedgerStore, 'ofPerson' | 'pending'>): PlanDeps['ledger'] {
  const people = new Map<string, Promise<ReadRows<LedgerEntry>>>()
  let waiting: Promise<ReadRows<LedgerEntry>> | null = null
  return {
    pending() {
      waiting ??= ledger.pending()
      waiting.catch(() => {
        waiting = null
      })
      return waiting
    },
    ofPerson(objectId) {
      const asked = people.get(objectId) ?? ledger.ofPerson(objectId)
      people.set(objectId, asked)
      asked.catch(() => people.delete(objectId))
      return asked
    },
  }
}

/** What a list holds, as if it had just been read. */
export function asRead<T>(
  held: { readonly rows: readonly Stored<T>[]; readonly unreadable: ReadRows<T>['unreadable'] } | undefined,
): ReadRows<T> {
  return { rows: held?.rows ?? [], unreadable: held?.unreadable ?? [] }
}
