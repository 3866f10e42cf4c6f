import type { ActionAnswer } from '../tenantApi.ts'

/** What an answer to a card's action means for the person: a new card, a sentence, or trouble. */
export type AnswerOutcome =
  | { readonly kind: 'card'; readonly card: unknown }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'trouble'; readonly text: string }

const sentence = (value: unknown, otherwise: string): string => {
  if (typeof value === 'string' && value) return value
  const message = (value as { message?: unknown } | null | undefined)?.message
  return typeof message === 'string' && message ? message : otherwise
}

/**
 * Reads the invoke response of a universal action.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format
 */
export function readAnswer(answer: ActionAnswer): AnswerOutcome {
  if (answer.type === 'application/vnd.microsoft.card.adaptive' && answer.statusCode === 200) {
    return { kind: 'card', card: answer.value }
  }
  if (answer.type === 'application/vnd.microsoft.activity.message' && answer.statusCode === 200) {
    return { kind: 'message', text: sentence(answer.value, 'Done.') }
  }
  return { kind: 'trouble', text: sentence(answer.value, 'Something went wrong. Please try again.') }
}
