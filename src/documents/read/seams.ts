import type { PaperDoubt } from '../../domain/paperReading.ts'
import type { CellText } from './markup.ts'

/** How often each word occurs in a paper, in small letters. */
export type WordCounts = ReadonlyMap<string, number>

/** One cell of one source line; a row that runs over pages has several for each column. */
export interface Piece {
  readonly line: number
  readonly cell: CellText
}

/** A line of a column, put together from its pieces. */
export interface JoinedLine {
  readonly text: string
  readonly line: number
  /** Something is missing in the source before this line. */
  readonly cut: boolean
  /** Where each piece of the text begins, in characters, and its source line. */
  readonly starts: readonly PieceStart[]
}

/** The place in a joined text from which on it comes from a source line. */
export interface PieceStart {
  readonly at: number
  readonly line: number
}

/** The source line of a character of a joined line. */
export function lineAt({ starts, line }: JoinedLine, at: number): number {
  return starts.findLast((start) => start.at <= at)?.line ?? line
}

/** How two ends that a page had parted are put together, and what to tell about it. */
export interface Seam {
  readonly glue: '' | ' '
  readonly code: 'word-broken' | 'letters-lost' | null
}

const wordEnds = new Set(
  'tion tions sion sions ment ments ing ings ness ity ities ies ied ance ances ence ences ated ating ation ations ally ably ibly ised ising ility'.split(
    ' ',
  ),
)
const wordsWithoutVowels = new Set(
  'vs pm km hrs hr mph kg mg ltd dr mr mrs st nd rd th ch pp cc tbc'.split(' '),
)
const shortWords = new Set(
  'a an and are as at be by can day do for from had has have he her his if in is it its may not of off on one or our out over so some than that the then they time times to up was way we well were when where who will with work you'.split(
    ' ',
  ),
)

/** Counts the words of a paper, to tell a broken word from two whole ones. */
export function countWords(text: string): WordCounts {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    const key = word.toLowerCase()
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/**
 * Decides the join of a text that goes on after a page. Two words take a space. The halves of one word take none:
 * they are known by the whole word occurring elsewhere in the paper, or by a second half that is no word.
 */
export function seamBetween(before: string, after: string, words: () => WordCounts): Seam {
  const first = /^\p{Ll}+(?!\p{L})/u.exec(after.slice(0, 41))?.[0] ?? ''
  const last = /\p{L}+$/u.exec(before.slice(-40))?.[0] ?? ''
  if (first !== '' && /\p{L}-$/u.test(before.slice(-2))) return { glue: '', code: 'word-broken' }
  if (first === '' || last === '') return { glue: ' ', code: null }
  const isRare = !shortWords.has(first) && (words().get(first) ?? 0) <= 1
  const occurs = last.length > 2 && words().has((last + first).toLowerCase())
  if (isRare && occurs) return { glue: '', code: 'word-broken' }
  return isWordEnd(first) ? { glue: '', code: 'letters-lost' } : { glue: ' ', code: null }
}

function isWordEnd(fragment: string): boolean {
  if (wordEnds.has(fragment)) return true
  return fragment.length > 1 && !/[aeiouy]/.test(fragment) && !wordsWithoutVowels.has(fragment)
}

/** The doubt that a seam deserves, or none. */
export function seamDoubts(seam: Seam, before: string, after: string, line: number): PaperDoubt[] {
  if (seam.code === null) return []
  const ends = `"${before.slice(-40).split(' ').at(-1)}" and "${after.slice(0, 40).split(' ')[0]}"`
  const message =
    seam.code === 'word-broken'
      ? `A word was broken over the page: ${ends} were joined.`
      : `A word was broken over the page and letters may be lost: ${ends} were joined as they stand.`
  return [{ code: seam.code, message, line }]
}

/** A text that grows piece by piece; only its end is looked at, so that many pieces stay quick. */
export interface GrowingText {
  readonly parts: string[]
  readonly line: number
  readonly cut: boolean
  readonly starts: PieceStart[]
  length: number
  /** The last characters, enough to decide a join. */
  end: string
}

/** Begins a growing text. */
export function beginText(text: string, line: number, cut = false): GrowingText {
  const starts = [{ at: 0, line }]
  return { parts: [text], line, cut, starts, length: text.length, end: text.slice(-60) }
}

/** A text that has grown to its end. */
export function endText({ parts, line, cut, starts }: GrowingText): JoinedLine {
  return { text: parts.join(''), line, cut, starts }
}

/** Adds what follows after a page, and returns what should be told about the join. */
export function growText(
  growing: GrowingText,
  text: string,
  line: number,
  words: () => WordCounts,
): PaperDoubt[] {
  const seam = seamBetween(growing.end, text, words)
  const doubts = seamDoubts(seam, growing.end, text, line)
  growing.parts.push(seam.glue, text)
  growing.starts.push({ at: growing.length + seam.glue.length, line })
  growing.length += seam.glue.length + text.length
  growing.end = `${growing.end}${seam.glue}${text.slice(-60)}`.slice(-60)
  return doubts
}

/** Puts a column's pieces together, line by line, and reports each join that a person should look at. */
export function joinPieces(
  pieces: readonly Piece[],
  words: () => WordCounts,
): { readonly lines: JoinedLine[]; readonly doubts: PaperDoubt[] } {
  const lines: GrowingText[] = []
  const doubts: PaperDoubt[] = []
  for (const { line, cell } of pieces) {
    if (cell.listWithoutBullets) doubts.push(bulletsLost(line))
    for (const [index, text] of cell.lines.entries()) {
      const before = lines.at(-1)
      const isWhole = !before || /[.!?]$/.test(before.end)
      if (index > 0 || isWhole || startsAnew(before.end, text, cell)) {
        const cut = index === 0 && before !== undefined && isWhole && /^\p{Ll}/u.test(text)
        if (cut) doubts.push(textCut(text, line))
        lines.push(beginText(text, line, cut))
      } else doubts.push(...growText(before, text, line, words))
    }
  }
  return { lines: lines.map(endText), doubts }
}

function startsAnew(before: string, text: string, cell: CellText): boolean {
  if (/^(?:•|\[\d+\]|\d{1,2}\)\s)/.test(text)) return true
  return cell.listWithoutBullets && /[:;]$/.test(before)
}

function bulletsLost(line: number): PaperDoubt {
  return {
    code: 'bullets-lost',
    message: 'This is a list, but the paper no longer says where each of its points begins.',
    line,
  }
}

function textCut(text: string, line: number): PaperDoubt {
  const start = text.split(' ').slice(0, 5).join(' ')
  return {
    code: 'text-cut',
    message: `The text goes on in the middle of a sentence ("${start} …") after one that was complete; something is missing between them.`,
    line,
  }
}
