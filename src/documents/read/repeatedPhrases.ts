import type { DueEntry } from '../../domain/dueLedger.ts'
import type { PaperDoubt } from '../../domain/paperReading.ts'
import { type JoinedLine, lineAt } from './seams.ts'

interface Word {
  readonly word: string
  readonly from: number
  readonly to: number
}

/** A stretch of a text, counted in characters. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** So many words in a row are seldom said twice by design. */
const shortestRun = 4
const widestGap = 2
/** Reasons for moving a deadline resemble each other, so a run that two of them share has to be longer. */
const shortestSharedRun = 5
const parallels = /[,;:.–—/]|\b(?:and|or|nor|but|to|from|than|then)\b/i

/** Phrases that one line of a cell says twice, and lines that stand in it twice, one after the other. */
export function repeatedPhrases(lines: readonly JoinedLine[]): PaperDoubt[] {
  return lines.flatMap((own, index) => {
    const before = lines[index - 1]
    const isLineTwice = before?.text === own.text && wordsOf(own.text).length >= shortestRun
    const found = isLineTwice ? { from: 0, to: own.text.length } : findRepetition(own.text)
    return found ? [phraseRepeated(own, found)] : []
  })
}

/**
 * A deadline whose reason holds, in the middle of its sentence, words of the reason before it: most likely left over
 * from copying. The same reason given twice is none, since there the words are not in the middle of others.
 */
export function repeatedReasons(entries: readonly DueEntry[], lines: readonly JoinedLine[]): PaperDoubt[] {
  return entries.flatMap((entry, index) => {
    const own = lines[index]
    const shared = sharedRun(entries[index - 1]?.purpose ?? '', entry.purpose)
    if (!own || shared === '') return []
    const from = Math.max(0, own.text.indexOf(shared))
    return [phraseRepeated(own, { from, to: from + shared.length })]
  })
}

function phraseRepeated(own: JoinedLine, { from, to }: Stretch): PaperDoubt {
  const phrase = own.text.slice(from, Math.min(to, from + 80))
  const message = `The words "${phrase}" stand here twice, close together; one of them may be left over.`
  return { code: 'phrase-repeated', message, line: lineAt(own, to - 1) }
}

/** Finds the second of two equal runs of words that follow each other with two words between them at the most. */
function findRepetition(text: string): Stretch | null {
  const words = wordsOf(text)
  const seen = new Map<string, number>()
  let run = { distance: 0, length: 0 }
  for (let index = 0; index + shortestRun <= words.length; index += 1) {
    const key = keyOf(words, index, shortestRun)
    const distance = index - (seen.get(key) ?? index)
    seen.set(key, index)
    run = distance === run.distance ? { distance, length: run.length + 1 } : { distance, length: shortestRun }
    if (distance >= shortestRun && distance - run.length <= widestGap) {
      const found = stretchOf(text, words, index + shortestRun - run.length, distance)
      if (found) return found
    }
  }
  return null
}

/** "For the whole of custody and for the whole of the town" says the same twice by design. */
function stretchOf(text: string, words: readonly Word[], start: number, distance: number): Stretch | null {
  let end = start
  while (end - start < distance && words[end] && words[end]?.word === words[end - distance]?.word) end += 1
  const first = words[start]
  const last = words[end - 1]
  const endOfFormer = words[end - 1 - distance]
  if (!first || !last || !endOfFormer) return null
  const between = text.slice(endOfFormer.to, first.from)
  return end - start < distance && parallels.test(between) ? null : { from: first.from, to: last.to }
}

/** The words that two reasons share, where other words stand before and after them in the later one. */
function sharedRun(former: string, later: string): string {
  const known = wordsOf(former)
  const words = wordsOf(later)
  if (known.length < shortestSharedRun || words.length < shortestSharedRun + 2) return ''
  const runs = new Set(known.map((_, index) => keyOf(known, index, shortestSharedRun)))
  const start = words.findIndex((_, index) => runs.has(keyOf(words, index, shortestSharedRun)))
  if (start < 1) return ''
  let end = start + shortestSharedRun
  while (end < words.length && runs.has(keyOf(words, end + 1 - shortestSharedRun, shortestSharedRun)))
    end += 1
  return end < words.length ? later.slice(words[start]?.from, words[end - 1]?.to) : ''
}

function keyOf(words: readonly Word[], from: number, length: number): string {
  return words
    .slice(from, from + length)
    .map(({ word }) => word)
    .join(' ')
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}'’]+/gu)].map((match) => ({
    word: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }))
}
