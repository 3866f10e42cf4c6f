import type { ExerciseSectionProps } from '../exerciseSection.ts'

/** An officer's wish to take part in an exercise of their unit. */
export function AskToBook(_props: ExerciseSectionProps) {
  return null
}
