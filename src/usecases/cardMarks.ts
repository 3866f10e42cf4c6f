import type { Instant } from '../domain/calendarDays.ts'
import { type Post, postsHeldBy } from '../domain/post.ts'
import type { Recommendation } from '../domain/recommendation.ts'
import { isSettled } from '../domain/statusWords.ts'
import { partIn } from './cardOffers.ts'
import type { LedgerEntry, LedgerStore, Stored } from './ports.ts'

/** Longest answer to "whose is it?", in characters. */
export const longestWhose = 500

/** What a person says of the reminder itself; the row is not changed by it. */
export type Mark = { readonly does: 'acknowledge' } | { readonly does: 'not-mine'; readonly whose: string }

export type MarkOutcome =
  | { readonly code: 'saved'; readonly did: Mark['does'] }
  | { readonly code: 'refused'; readonly why: 'not-your-item' | 'no-reason' | 'too-long' | 'closed' }

export interface MarkInput {
  readonly person: { readonly objectId: string; readonly name: string }
  readonly posts: readonly Post[]
  readonly mark: Mark
  /** Every entry of the person in the ledger. */
  readonly entries: readonly Stored<LedgerEntry>[]
  readonly activity: string | null
  readonly now: Instant
}

/**
 * Writes into the ledger that a person has seen a reminder, or says that the row is not theirs. The owner stays who it
 * is: the next run goes up the ladder, and the secretary finds it listed. Throws M365Error.
 */
export async function markOnCard(
  deps: { readonly ledger: Pick<LedgerStore, 'save'> },
  input: MarkInput,
  { id, value: row }: Stored<Recommendation>,
): Promise<MarkOutcome> {
  const { mark, now } = input
  const entry = entryOf(input, id)
  const refused = refusalOf(input, row) ?? (entry === null ? 'not-your-item' : null)
  if (refused || entry === null) return { code: 'refused', why: refused ?? 'not-your-item' }
  const saved = await deps.ledger.save(entry, marked(entry.value, mark, now))
  // A run wrote to the entry in between: what it wrote stays.
  if (!saved.ok) await deps.ledger.save(saved.theirs, marked(saved.theirs.value, mark, now))
  return { code: 'saved', did: mark.does }
}

function refusalOf({ mark, person, posts }: MarkInput, row: Recommendation) {
  const actor = { ...person, signInName: '', roles: [] }
  const part = partIn(row, { actor, posts, heldPosts: postsHeldBy(posts, person.objectId) })
  if (part === 'none' || (mark.does === 'not-mine' && part !== 'owner')) return 'not-your-item'
  if (isSettled(row)) return 'closed'
  if (mark.does === 'acknowledge') return null
  if (mark.whose.trim() === '') return 'no-reason'
  return mark.whose.trim().length > longestWhose ? 'too-long' : null
}

/** The entry of this card, or else the newest about the row. */
function entryOf({ entries, activity }: MarkInput, rowRef: string): Stored<LedgerEntry> | null {
  const about = entries.filter(({ value }) => value.recommendationRef === rowRef)
  const newestFirst = about.toSorted((a, b) => b.value.claimedAt.localeCompare(a.value.claimedAt))
  return newestFirst.find(({ value }) => value.activity === activity) ?? newestFirst[0] ?? null
}

/** What was said first stays: a press delivered twice counts once. */
function marked(entry: LedgerEntry, mark: Mark, now: Instant): LedgerEntry {
  if (mark.does === 'acknowledge') return { ...entry, acknowledgedAt: entry.acknowledgedAt ?? now }
  return { ...entry, notMineAt: entry.notMineAt ?? now, notMineWhose: mark.whose.trim() }
}
