import type { LedgerStore } from './ports.ts'

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
 */
export const sharePointAllowance: Allowance = { perSecond: 1_200 / 60, burst: 60 }

/** Teams takes thirty messages a second of one application in a tenant (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). */
export const teamsAllowance: Allowance = { perSecond: 30, burst: 30 }

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
      return ledger.ofPerson(objectId)
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
