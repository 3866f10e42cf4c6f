import { isM365Error } from '../domain/m365Error.ts'
import type { LapsedEntry } from '../domain/reminderLines.ts'
import { sayLapsed } from '../domain/reminderReasons.ts'
import type { LedgerBook } from './ledgerBook.ts'
import type { LedgerEntry, Stored } from './ports.ts'
import type { RunResults } from './runReport.ts'
import { isGivenUp, type SettleDeps, settleClaim } from './settleReminders.ts'

/**
 * Ends what an earlier run began and what is not to be told any more. A card that did arrive is marked as sent; one of
 * which nobody can know is left as unconfirmed.
 * @returns people to whom nothing more may be sent before the next run: it would hide what is not known yet
 */
export async function cancelLapsed(
  deps: SettleDeps,
  lapsed: readonly LapsedEntry[],
  book: LedgerBook,
  results: RunResults,
): Promise<ReadonlySet<string>> {
  const onHold = new Set<string>()
  for (const { key, code } of lapsed) {
    const entry = book.entry(key)
    if (!entry || book.unread.has(entry.value.person)) continue
    try {
      const known = await cancelOne(deps, entry, sayLapsed({ code }), book, results)
      if (!known) onHold.add(entry.value.person)
    } catch (thrown) {
      if (!isM365Error(thrown)) throw thrown
      tell(
        results,
        'failed',
        entry,
        `It is not due any more, and the ledger could not be told. ${thrown.message}`,
      )
      onHold.add(entry.value.person)
    }
  }
  return onHold
}

/** False when it is not known yet what became of it. */
async function cancelOne(
  deps: SettleDeps,
  entry: Stored<LedgerEntry>,
  why: string,
  book: LedgerBook,
  results: RunResults,
): Promise<boolean> {
  // Nobody will ever know; it stays on the secretary's list and is not asked for again.
  if (await isGivenUp(deps, entry.value)) return true
  const inDoubt = entry.value.state === 'claimed' || entry.value.state === 'unconfirmed'
  const settled = inDoubt ? await settleClaim(deps, entry, book.of(entry.value.person)) : null
  if (settled?.state === 'unread') {
    book.put(settled.entry)
    tell(results, 'unconfirmed', entry, settled.reason)
    return false
  }
  if (settled && settled.state !== 'absent') {
    book.put(settled.entry)
    tell(results, settled.state === 'sent' ? 'skipped' : 'unconfirmed', entry, settled.reason)
    return true
  }
  const saved = await deps.ledger.save(entry, { ...entry.value, state: 'cancelled', note: why })
  book.put(saved.ok ? saved.row : saved.theirs)
  if (saved.ok) tell(results, 'cancelled', entry, why)
  return true
}

function tell(
  results: RunResults,
  outcome: Parameters<RunResults['add']>[0],
  { value }: Stored<LedgerEntry>,
  reason: string,
): void {
  results.add(outcome, { name: value.personName }, [value.recommendation], reason)
}
