import { plain, type RegisterItem, searchTextOf } from './items.ts'

/** The words of a search, each of which has to be found. */
export function wordsOf(search: string): readonly string[] {
  return plain(search).split(/\s+/).filter(Boolean)
}

interface Searched {
  readonly items: readonly RegisterItem[]
  readonly words: readonly string[]
  readonly found: readonly RegisterItem[]
}

/** How many earlier answers are kept, for typing on and for deleting letters again. */
const kept = 8

/** @param most how many of the first hits are wanted; all of them when left out */
type Search = (items: readonly RegisterItem[], search: string, most?: number) => readonly RegisterItem[]

/**
 * A search that narrows: whoever types on searches only what was found so far, so that each letter of a word costs
 * less than the one before. Answers stay right when the items change, for they are kept with the items.
 */
export function createSearch(): Search {
  let answers: readonly Searched[] = []
  return (items, search, most = Number.POSITIVE_INFINITY) => {
    const words = wordsOf(search)
    if (words.length === 0) return items
    const usable = answers.filter((one) => one.items === items)
    const same = usable.find((one) => one.words.join(' ') === words.join(' '))
    if (same) return same.found
    const wider = usable
      .filter((one) => isNarrower(words, one.words))
      .reduce<readonly RegisterItem[]>(
        (best, one) => (one.found.length < best.length ? one.found : best),
        items,
      )
    const found = itemsWith(words, wider, most)
    if (most === Number.POSITIVE_INFINITY) answers = [{ items, words, found }, ...usable].slice(0, kept)
    return found
  }
}

/** The first items that have all of the words. */
function itemsWith(
  words: readonly string[],
  items: readonly RegisterItem[],
  most: number,
): readonly RegisterItem[] {
  const found: RegisterItem[] = []
  for (const item of items) {
    const text = searchTextOf(item)
    if (!words.every((word) => text.includes(word))) continue
    found.push(item)
    if (found.length >= most) break
  }
  return found
}

/** Whether everything that has these words also has those: each of those is part of one of these. */
function isNarrower(these: readonly string[], those: readonly string[]): boolean {
  return those.every((word) => these.some((one) => one.includes(word)))
}

/** A piece of a text, and whether it is what was searched for. */
export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** Cuts a text at the words of a search. */
export function piecesOf(text: string, words: readonly string[]): readonly Piece[] {
  const low = plain(text)
  // A letter whose small form is longer would shift all that follows; such a text is shown without marks.
  if (words.length === 0 || low.length !== text.length) return [{ text, hit: false }]
  const hits = words.flatMap((word) => placesOf(low, word)).sort((a, b) => a[0] - b[0])
  const pieces: Piece[] = []
  let at = 0
  for (const [from, to] of hits) {
    if (to <= at) continue
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false })
    pieces.push({ text: text.slice(Math.max(from, at), to), hit: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false })
  return pieces
}

function placesOf(low: string, word: string): readonly (readonly [from: number, to: number])[] {
  const places: [number, number][] = []
  for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + word.length)) {
    places.push([at, at + word.length])
  }
  return places
}

/** Characters of a text that are in view without a search. */
const room = 90

/** Characters before the first hit that an excerpt keeps. */
const lead = 40

/** The text of a row, or of its progress note where only that has what was searched for; the first hit is in view. */
export function excerptOf(
  row: { readonly text: string; readonly progress: string },
  words: readonly string[],
): { readonly from: 'text' | 'progress'; readonly text: string } {
  const has = (text: string) => words.some((word) => plain(text).includes(word))
  const from = words.length > 0 && !has(row.text) && has(row.progress) ? 'progress' : 'text'
  return { from, text: fromFirstHit(row[from], words) }
}

function fromFirstHit(text: string, words: readonly string[]): string {
  const low = plain(text)
  const first = Math.min(...words.map((word) => low.indexOf(word)).filter((at) => at >= 0))
  if (!Number.isFinite(first) || first < room) return text
  const from = text.indexOf(' ', first - lead) + 1
  return `… ${text.slice(from > 0 && from <= first ? from : first)}`
}
