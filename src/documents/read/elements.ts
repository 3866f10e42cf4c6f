import { partsOfText } from '../../domain/elements.ts'
import type { PaperDoubt } from '../../domain/paperReading.ts'
import { type Element, isStatus } from '../../domain/recommendation.ts'
import type { JoinedLine } from './seams.ts'

const commentHeading = /^\[?bullets?\s+(\d{1,2}(?:\s*(?:,|and|&|to|through|-|–)\s*\d{1,2}){0,9})\]?/i

/**
 * The parts of a row that carries marks `[1]`, `[2]` …, each with the status and the comment that name it. A
 * sentence after the marked ones is a part without a label. Statuses are given in order: the paper says no more.
 */
export function readElements(
  text: readonly string[],
  comment: readonly JoinedLine[],
  partStatuses: readonly string[],
): Element[] {
  const parts = [...partsOfText(text)]
  while (parts.length < partStatuses.length) parts.push({ label: '', text: '' })
  const comments = commentsByLabel(comment)
  return parts.map((part, index) => {
    const status = partStatuses[index] ?? ''
    const comment = comments.get(part.label)?.join('\n') ?? ''
    // A label that the row prints twice has its comment at the first.
    comments.delete(part.label)
    return { ...part, status: isStatus(status) ? status : null, comment }
  })
}

/** What stands under "Bullet 2", "[bullet 2]" or "Bullets 1 and 2", until the next such heading or a gap in the source. */
function commentsByLabel(lines: readonly JoinedLine[]): Map<string, string[]> {
  const comments = new Map<string, string[]>()
  let labels: string[] = []
  for (const [index, { text, cut }] of lines.entries()) {
    const heading = commentHeading.exec(text)
    if (cut || goesOnElsewhere(lines[index - 1]?.text ?? '', text)) labels = []
    if (heading) labels = labelsOf(heading[1] ?? '')
    for (const label of labels) {
      const own = comments.get(label)
      if (own) own.push(text)
      else comments.set(label, [text])
    }
  }
  return comments
}

/** A paragraph that begins in the middle of a sentence, after one that was complete: what it belonged to is lost. */
function goesOnElsewhere(before: string, text: string): boolean {
  return /[.!?]$/.test(before) && /^\p{Ll}/u.test(text)
}

function labelsOf(numbers: string): string[] {
  const named = [...numbers.matchAll(/\d+/g)].map(([number]) => Number(number))
  const [first = 0, last = first] = named
  const isSpan = /to|through|-|–/.test(numbers) && named.length === 2 && last > first
  const all = isSpan ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : named
  return all.map((number) => `[${number}]`)
}

/** Says when a row has more parts than statuses for them, or the other way round. */
export function elementDoubts(
  elements: readonly Element[],
  partStatuses: number,
  line: number,
): PaperDoubt[] {
  const parts = elements.filter((element) => element.text !== '').length
  if (partStatuses === 0 || parts === partStatuses) return []
  const code = partStatuses < parts ? 'fewer-statuses-than-elements' : 'more-statuses-than-elements'
  const message = `The row has ${parts} parts and ${partStatuses} statuses for them; they were given in order, which may be wrong.`
  return [{ code, message, line }]
}
