import type { PaperLineItem } from '../../domain/paper.ts'
import type { Element, Status } from '../../domain/recommendation.ts'
import { readElements } from '../read/elements.ts'
import { asJoined } from '../read/ownRows.ts'
import { textLines } from './wordText.ts'

/** One part of a recommendation as a line of the table under its row. */
export interface PrintedPart {
  /** `line`: a line of the text, printed here instead of above. `own`: other words than the text's. */
  readonly from: 'line' | 'own'
  readonly label: string
  /** Null for a part of which only the status is known. */
  readonly text: string | null
  readonly status: Status | null
  /** Null where the row's comment says it already. */
  readonly comment: string | null
}

/** How a row's text and parts are laid out. */
export interface PartsLayout {
  /** The lines that stand in the row itself. */
  readonly lines: readonly string[]
  /** The lines look as if they had numbered parts, but the row keeps none. */
  readonly isUndivided: boolean
  readonly parts: readonly PrintedPart[]
}

/** The lines of a text; an empty text has none. */
export function linesOrNone(text: string): string[] {
  return text === '' ? [] : textLines(text)
}

/**
 * Splits a row into its parts where one has a status or a comment of its own; each then has its own line, with its
 * status beside it. A row whose parts have neither is printed whole, as its text lists them.
 */
export function partsLayout({
  text,
  progress,
  elements,
}: Pick<PaperLineItem, 'text' | 'progress' | 'elements'>): PartsLayout {
  const lines = linesOrNone(text)
  const read = readElements(lines, linesOrNone(progress).map(asJoined), [])
  if (isSame(read, elements)) return { lines, isUndivided: false, parts: [] }
  if (!isReadFromText(read, elements))
    return { lines, isUndivided: read.length > 0, parts: elements.map(ownPart) }
  const first = lines.length - read.length
  return {
    lines: lines.slice(0, first),
    isUndivided: false,
    parts: elements.map((element, index) => linePart(element, lines[first + index] ?? null, read[index])),
  }
}

function isSame(one: readonly Element[], other: readonly Element[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      (element, index) =>
        isSameText(element, other[index]) &&
        element.status === other[index]?.status &&
        element.comment === other[index]?.comment,
    )
  )
}

/** The parts that the text lists come first and say the same; what follows has only a status or a comment. */
function isReadFromText(read: readonly Element[], elements: readonly Element[]): boolean {
  return (
    elements.length > 0 &&
    elements.length >= read.length &&
    read.every((element, index) => isSameText(element, elements[index])) &&
    elements.slice(read.length).every(({ label, text }) => label === '' && text === '')
  )
}

function isSameText(one: Element, other: Element | undefined): boolean {
  return one.label === other?.label && one.text === other.text
}

function linePart(element: Element, line: string | null, read: Element | undefined): PrintedPart {
  const { label, status, comment } = element
  return {
    from: 'line',
    label,
    text: line,
    status,
    comment: comment === (read?.comment ?? '') ? null : comment,
  }
}

function ownPart({ label, text, status, comment }: Element): PrintedPart {
  return { from: 'own', label, text, status, comment: comment === '' ? null : comment }
}
