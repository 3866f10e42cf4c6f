import type { LedgerEntry, Stored } from './ports.ts'

/** Most rows that one card shows; the rest is a link. */
export const mostCardRows = 10

/** What a card shows one line for: a row of the register, or a duty of a report. */
const subjectOf = (entry: LedgerEntry) => entry.recommendationRef || entry.recommendation

/**
 * Which rows a card spoke of, from the ledger and never from the card: those sent with this activity, or every
 * card row of the person when the activity is not known. The pressed row comes with them if the ledger has it.
 */
export function entriesOfCard(
  entries: readonly Stored<LedgerEntry>[],
  activity: string | null,
  pressed: string,
): { readonly shown: readonly LedgerEntry[]; readonly more: number } {
  const all = entries
    .map(({ value }) => value)
    .filter(
      (entry) => entry.state !== 'unreachable' && entry.state !== 'failed' && entry.state !== 'cancelled',
    )
  const together = activity ? all.filter((entry) => entry.activity === activity) : []
  const latest = new Map<string, LedgerEntry>()
  for (const entry of together.length > 0 ? together : all) {
    const other = latest.get(subjectOf(entry))
    if (!other || other.claimedAt < entry.claimedAt) latest.set(subjectOf(entry), entry)
  }
  const sorted = [...latest.values()].sort(
    (a, b) => a.deadline.localeCompare(b.deadline) || a.recommendation.localeCompare(b.recommendation),
  )
  const shown = sorted.slice(0, mostCardRows)
  const asked = sorted.find((entry) => entry.recommendationRef === pressed)
  if (asked && !shown.includes(asked)) shown.splice(-1, 1, asked)
  return { shown, more: sorted.length - shown.length }
}
