import type { AskName } from '../../../domain/figures.ts'
import { sayAnswer } from '../../../domain/figureWords.ts'
import type { Counts, CrossCounts } from '../../../domain/overview.ts'
import type { Surroundings } from '../../../domain/rowFacts.ts'
import type { Bar } from './BarTable.tsx'
import type { Stack } from './chartParts.ts'

const alarms = new Set(['due overdue', 'slip more', 'owner vacant', 'owner none', 'owner unknown'])
const quiet = new Set(['due later', 'due no-date', 'slip none', 'slip no-date', 'moved 0', 'owner held'])

/** One bar for each answer, in their order. */
export function barsOf(
  name: AskName,
  answers: readonly string[],
  counts: Counts,
  { reports }: Pick<Surroundings, 'reports'>,
): readonly Bar[] {
  return answers.map((answer) => ({
    key: answer,
    label: sayAnswer(name, answer, reports),
    count: counts.get(answer) ?? 0,
    figure: [[name, answer]],
    look: lookOf(`${name} ${answer}`),
  }))
}

function lookOf(bar: string): Bar['look'] {
  if (alarms.has(bar)) return 'alarm'
  return quiet.has(bar) ? 'quiet' : undefined
}

/** One line of statuses for each answer that some row gives, in their order. */
export function stacksOf(
  name: AskName,
  answers: readonly string[],
  counts: CrossCounts,
  { reports }: Pick<Surroundings, 'reports'>,
): readonly Stack[] {
  return answers.flatMap((answer) => {
    const line = counts.get(answer)
    return line
      ? [{ key: answer, label: sayAnswer(name, answer, reports), figure: [[name, answer]], counts: line }]
      : []
  })
}
