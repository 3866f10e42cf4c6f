import type { Doubt, Element } from '../../../domain/recommendation.ts'

/**
 * The text without the lines that stand below it as numbered parts, so that nothing is read twice. A line goes only
 * if a part repeats all of it.
 */
export function textBesideParts(text: string, elements: readonly Element[]): string {
  const parts = elements.map((element) => plain(element.text))
  const kept = text.split('\n').filter((line) => {
    const said = plain(line)
    return said === '' || !parts.includes(said)
  })
  return kept.join('\n')
}

/** Whether a part's comment is said again in the progress note, where it belongs. */
export function isSaidInProgress(comment: string, progress: string): boolean {
  return progress.replace(/\s+/g, ' ').includes(comment.replace(/\s+/g, ' ').trim())
}

function plain(line: string): string {
  return line
    .replace(/^\s*[•·▪●o-]\s+/u, '')
    .replace(/^\[[^\]]{1,4}\]\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Doubts that say the same of several lines become one sentence. */
export function sayDoubts(doubts: readonly Doubt[]): readonly string[] {
  return [...Map.groupBy(doubts, (doubt) => doubt.message)].map(([message, group]) => {
    const lines = [...new Set(group.map((doubt) => String(doubt.line)))]
    const list = new Intl.ListFormat('en-GB').format(lines)
    return `${message} (${lines.length === 1 ? 'line' : 'lines'} ${list} of the paper)`
  })
}
