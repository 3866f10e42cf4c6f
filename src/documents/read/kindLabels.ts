import type { PaperDoubt } from '../../domain/paperReading.ts'
import type { RowLead } from './kinds.ts'
import type { CellText } from './markup.ts'

/** How a row writes its kind. */
export interface LabelStyle {
  /** As written; empty where the row has no label. */
  readonly label: string
  /** A second label in the same cell, as written; empty where there is none. */
  readonly second: string
  readonly isPlain: boolean
  readonly isPlural: boolean
}

const anotherLabel = /^(?:causes? of concern|areas? for improvement|recommendations?)\b/i
const afterLabel = /^(?:\s*$|\s*[:–-]|\s+\p{Lu}\p{Ll})/u

/** Reads how a row writes its kind. @param texts the lines of its text after number and label were taken off */
export function labelStyle(lead: RowLead, cell: CellText | undefined, texts: readonly string[]): LabelStyle {
  const { label } = lead
  const isEmphasised = cell?.emphasised.some((words) => words.includes(label)) ?? false
  const second = texts.map(labelOf).find((found) => found !== '') ?? ''
  return {
    label,
    second: label === '' ? '' : second,
    isPlain: !isEmphasised,
    isPlural: /^(?:causes|areas|recommendations)\b/i.test(label),
  }
}

function labelOf(text: string): string {
  const label = anotherLabel.exec(text)?.[0] ?? ''
  return afterLabel.test(text.slice(label.length, label.length + 60)) ? label : ''
}

/**
 * For each row what is unusual about its label, or null. Plural and missing emphasis are unusual only against the
 * other rows of the same paper; two labels in one cell always are.
 */
export function labelOddities(styles: readonly LabelStyle[]): (string | null)[] {
  const labelled = styles.filter(({ label }) => label !== '')
  const isRare = (count: number) => labelled.length - count >= 3 && count * 4 <= labelled.length
  const rarelyPlain = isRare(labelled.filter(({ isPlain }) => isPlain).length)
  const rarelyPlural = isRare(labelled.filter(({ isPlural }) => isPlural).length)
  return styles.map((style) => {
    if (style.label === '') return null
    const found = [
      ...(style.second === '' ? [] : [`is followed by another, "${style.second}", in the same cell`]),
      ...(style.isPlural && rarelyPlural ? ['stands in the plural'] : []),
      ...(style.isPlain && rarelyPlain ? ['is not underlined or bold as most others are'] : []),
    ]
    return found.length === 0 ? null : `The label "${style.label}" ${found.join(' and ')}.`
  })
}

/** The doubt that a label's oddity deserves, or none. */
export function labelDoubts(oddity: string | null | undefined, line: number): PaperDoubt[] {
  return oddity ? [{ code: 'kind-label-unusual', message: `${oddity} Check the kind of the row.`, line }] : []
}
