import type { PaperLineItem } from '../../domain/paper.ts'
import type { RecommendationKind } from '../../domain/recommendation.ts'

/** How a row's kind is printed above its text. */
export const kindLabels: Readonly<Record<RecommendationKind, string>> = {
  'cause-of-concern': 'Cause of concern',
  recommendation: 'Recommendation',
  'area-for-improvement': 'Area for improvement',
}

/** A number that the source does not print stands in square brackets. */
export function numberOf({ number, numberInferred }: PaperLineItem): string {
  return numberInferred ? `[${number}]` : number
}
