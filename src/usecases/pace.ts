import type { PlanDeps } from './planReminderRun.ts'
import type { LedgerStore, ReadRows } from './ports.ts'

/** What a service allows in a time; taking more only makes it refuse, and refused calls count too. */
export interface Allowance {
  /** Units allowed per second. */
  readonly perSecond: number
  /** Units that may be taken at once after a rest. */
  readonly burst: number
}

/**
 * SharePoint's allowance for one application in a tenant of up to 1,000 licences: 1,200 resource units a minute
 * (learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online).
 * A little is left for the answers on cards meanwhile.
 */
export const sharePointAllowance: Allowance = { perSecond: (0.97 * 1_200) / 60, burst: 20 }

/** Rows that a page of a list holds. */
const rowsOfPage = 200

/** Resource units of a query, a creation and an update of list items (the same page of SharePoint's). */
const unitsOfCall = 2

export interface PaceDeps {
  /** Epoch milliseconds of a clock that nobody moves. */
  now(): number
  wait(milliseconds: number): Promise<void>
}

/** Takes units in the order of asking and waits until they are allowed. */
export type Pace = (units: number) => Promise<void>

/** Spreads calls over time so that an allowance is used and not overdrawn. */
export function paceOf({ now, wait }: PaceDeps, { perSecond, burst }: Allowance): Pace {
  // The moment at which all that was taken so far will have been earned.
  let earned = Number.NEGATIVE_INFINITY
  return async (units) => {
    const at = now()
    earned = Math.max(earned, at - (burst / perSecond) * 1_000) + (units / perSecond) * 1_000
    if (earned > at) await wait(earned - at)
  }
}

/** A ledger whose calls keep to a pace. */
export function pacedLedger<L extends Pick<LedgerStore, 'ofPerson' | 'pending' | 'create' | 'save'>>(
  ledger: L,
  pace: Pace,
): Pick<LedgerStore, 'ofPerson' | 'pending' | 'create' | 'save'> {
  return {
    async ofPerson(objectId) {
      await pace(unitsOfCall)
      const read = await ledger.ofPerson(objectId)
      const morePages = Math.ceil(read.rows.length / rowsOfPage) - 1
      if (morePages > 0) await pace(unitsOfCall * morePages)
      return read
    },
    async pending() {
      await pace(4 * unitsOfCall)
      return ledger.pending()
    },
    async create(entry) {
      await pace(unitsOfCall)
      return ledger.create(entry)
    },
    async save(row, next) {
      await pace(unitsOfCall)
      return ledger.save(row, next)
    },
  }
}

type Reads = Pick<PlanDeps, 'recommendations' | 'posts' | 'reports'>

/** Reading lists costs as many calls as they have pages, which is known only afterwards: what comes next waits for it. */
export function pacedReads({ recommendations, posts, reports }: Reads, pace: Pace): Reads {
  const charged = async <T>(reading: Promise<ReadRows<T>>): Promise<ReadRows<T>> => {
    const read = await reading
    await pace(unitsOfCall * Math.max(1, Math.ceil(read.rows.length / rowsOfPage)))
    return read
  }
  return {
    recommendations: {
      dueBy: (day) => charged(recommendations.dueBy(day)),
      chaseBy: (day) => charged(recommendations.chaseBy(day)),
      waitingBy: (day) => charged(recommendations.waitingBy(day)),
    },
    posts: { all: () => charged(posts.all()) },
    reports: { all: () => charged(reports.all()) },
  }
}
