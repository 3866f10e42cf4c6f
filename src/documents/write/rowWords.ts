import type { PaperLineItem } from '../../domain/paper.ts'

/** A number that the source does not print stands in square brackets. */
export function numberOf({ number, numberInferred }: PaperLineItem): string {
  return numberInferred ? `[${number}]` : number
}
