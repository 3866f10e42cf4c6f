/** How far the catalogue and the completions can answer a question. */
export const answerGrades = ['answered', 'partly', 'not-held'] as const
export type AnswerGrade = (typeof answerGrades)[number]

/** The eighteen questions that forces are asked about training in a subject, in our words. */
export interface FoiQuestion {
  readonly number: number
  readonly text: string
}

/** @param theme such as `domestic abuse`, or the title of a course */
export function foiQuestions(theme: string): readonly FoiQuestion[] {
  return [
    `Is training in ${theme} given, formally or informally?`,
    'What does it consist of?',
    'Which materials are used, and whose are they?',
    'Which scenarios does it use, and does it look at gender?',
    'How long does it take?',
    'How often is it given, and how often does one person take it?',
    'Is it held online or in person?',
    'Is it taken alone or in groups, and how large are they?',
    'Is it mandatory, is it assessed, can it be failed, what follows, and how many failed in the last year?',
    'Who gives the training?',
    'Which outside organisations give it or have given it, and how are trainers of the force qualified?',
    'Are people offered it, or do they apply themselves?',
    'To whom is it offered?',
    'For how long has it been given, and what has changed since?',
    'Are completion and effect followed, and how?',
    'How many people finished it in each year?',
    'If there is none, where else do people learn about the subject?',
    'If there is none, why not?',
  ].map((text, index) => ({ number: index + 1, text }))
}
