/**
 * What Microsoft 365 holds and takes at most. Each number has a test on either side of its edge, and a sentence for
 * whoever meets it.
 */
export const limits = {
  /** Characters of a column of many lines; a line's end counts as two (spshare.blogspot.com/2013/09). */
  noteCharacters: 63_999,
  /** Characters of a single line of text (learn.microsoft.com/graph/api/resources/textcolumn). */
  textCharacters: 255,
  /** Indexes of one list; a column of unique values has one, too. */
  indexesPerList: 20,
  /** Rows of a list that SharePoint looks through without an index. */
  rowsWithoutIndex: 5_000,
  /** Parts of one $batch (learn.microsoft.com/graph/json-batching). */
  batchParts: 20,
  /**
   * Characters of an address. Servers take 16 kB for address and headers together, of which a token may be 4 kB or
   * more; Graph's client waits for ever for an answer to a longer one (msgraph-sdk-javascript#1890).
   */
  addressCharacters: 8_000,
  /** Characters of a link that is shared in chat; mail and chat cut or refuse longer ones. */
  sharedLinkCharacters: 2_000,
  /** Resource units that SharePoint allows an application a minute, up to 1,000 licences. */
  unitsPerMinute: 1_200,
  /** Resource units of one write to a list. */
  unitsPerWrite: 2,
} as const

/** Something that would not fit, and by how much. */
export interface Overflow {
  readonly length: number
  readonly longest: number
  readonly by: number
}

/** Characters that a text takes in a column of many lines: SharePoint ends a line with two. */
export function noteLength(text: string): number {
  return text.length + (text.match(/(?<!\r)\n/g)?.length ?? 0)
}

/** By how much a length is over what is held; null when it fits. */
export function overflow(length: number, longest: number): Overflow | null {
  return length > longest ? { length, longest, by: length - longest } : null
}

/** Whole minutes that so many writes take at the pace that SharePoint allows, at least one. */
export function minutesFor(writes: number): number {
  return Math.max(1, Math.ceil((writes * limits.unitsPerWrite) / limits.unitsPerMinute))
}
