import type { Figure } from '../../../domain/figures.ts'
import { type Status, statuses } from '../../../domain/recommendation.ts'

/** One line of a chart: how many of its rows stand at each status. */
export interface Stack {
  readonly key: string
  readonly label: string
  readonly figure: Figure
  readonly counts: ReadonlyMap<string, number>
}

/** How many rows a line stands for. */
export function stackTotal(stack: Pick<Stack, 'counts'>): number {
  return [...stack.counts.values()].reduce((sum, count) => sum + count, 0)
}

/** A line in words, for paper: `RED 2, AMBER 5`. */
export function stackWords(stack: Pick<Stack, 'counts'>): string {
  return statuses
    .flatMap((status) => (stack.counts.get(status) ? [`${status} ${stack.counts.get(status)}`] : []))
    .join(', ')
}

/** The statuses that occur, in the order of the paper's key. */
export function statusesIn(stacks: readonly Stack[]): readonly Status[] {
  return statuses.filter((status) => stacks.some((stack) => (stack.counts.get(status) ?? 0) > 0))
}
