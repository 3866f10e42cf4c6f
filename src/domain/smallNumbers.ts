/** Numbers of people below this could point at somebody, so they leave the force only as "fewer than 5". */
export const smallestShown = 5

/** A number of people as it may be published. `withheld` protects a small number beside it. */
export type PublishedCount =
  | { readonly shown: number }
  | { readonly hidden: 'fewer-than-5' }
  | { readonly hidden: 'withheld' }

/** A line of numbers with their sum. The sum is left out (null) where it would give a hidden number away. */
export interface PublishedLine {
  readonly counts: readonly PublishedCount[]
  readonly total: PublishedCount | null
}

/** A number on its own. Nobody is behind a nought, so it may be shown. */
export function publishCount(count: number): PublishedCount {
  return count > 0 && count < smallestShown ? { hidden: 'fewer-than-5' } : { shown: count }
}

/**
 * A line of numbers as it may be published with its sum: small ones are hidden, and where the sum would still tell
 * one of them, the next smallest is withheld as well; where even that does not help, so is the sum.
 * @param counts whole numbers, 0 or more
 */
export function publishLine(counts: readonly number[]): PublishedLine {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const withheld = new Set<number>()
  for (;;) {
    const line = lineWith(counts, withheld)
    if (!givesAway(counts, withheld, total)) return { counts: line, total: publishCount(total) }
    const next = smallestLeft(counts, withheld)
    if (next === null) return { counts: lineWith(counts, new Set()), total: null }
    withheld.add(next)
  }
}

/** Words for a published number. */
export function writeCount(count: PublishedCount): string {
  if ('shown' in count) return count.shown.toLocaleString('en-GB')
  return count.hidden === 'withheld' ? 'withheld' : `fewer than ${smallestShown}`
}

function lineWith(counts: readonly number[], withheld: ReadonlySet<number>): readonly PublishedCount[] {
  return counts.map((count, place) => (withheld.has(place) ? { hidden: 'withheld' } : publishCount(count)))
}

const isSmall = (count: number) => count > 0 && count < smallestShown

function smallestLeft(counts: readonly number[], withheld: ReadonlySet<number>): number | null {
  let found: number | null = null
  for (const [place, count] of counts.entries()) {
    if (withheld.has(place) || count < smallestShown) continue
    if (found === null || count < (counts[found] ?? 0)) found = place
  }
  return found
}

/**
 * Whether a reader who knows these rules could work out a hidden number from the sum: whoever takes from it all that
 * is shown knows what the hidden ones make together, and each of them has its bounds.
 */
function givesAway(counts: readonly number[], withheld: ReadonlySet<number>, total: number): boolean {
  // A sum that is small itself is hidden, and tells no more than that.
  if (isSmall(total)) return false
  const hidden = counts.flatMap((count, place) =>
    withheld.has(place)
      ? [{ least: smallestShown, most: Number.POSITIVE_INFINITY }]
      : isSmall(count)
        ? [{ least: 1, most: smallestShown - 1 }]
        : [],
  )
  if (hidden.length === 0) return false
  const shown = counts.reduce(
    (sum, count, place) => (withheld.has(place) || isSmall(count) ? sum : sum + count),
    0,
  )
  const together = total - shown
  return hidden.some((one, place) => {
    const others = hidden.filter((_, at) => at !== place)
    const least = Math.max(one.least, together - others.reduce((sum, { most }) => sum + most, 0))
    const most = Math.min(one.most, together - others.reduce((sum, { least: few }) => sum + few, 0))
    return least === most
  })
}
