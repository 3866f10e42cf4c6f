import { attentionOf } from './attention.ts'
import type { Recommendation } from './recommendation.ts'
import {
  ageBandOf,
  dueBandOf,
  extensionBandOf,
  ownerStateOf,
  type Surroundings,
  slipBandOf,
  standingOf,
} from './rowFacts.ts'
import { divergenceOf } from './statusSuggestion.ts'

/** A question that is asked of every row; a row may give several answers, or none. */
type Ask = (row: Recommendation, around: Surroundings) => readonly string[]

const onlyOpen = (row: Recommendation, answer: () => string): readonly string[] =>
  standingOf(row) === 'open' ? [answer()] : []
const onlyUnsettled = (row: Recommendation, answer: () => string): readonly string[] =>
  standingOf(row) === 'open' || standingOf(row) === 'waiting' ? [answer()] : []

/** Body under which WHITE rows without a counterparty are counted. */
export const noCounterparty = ''

const asks = {
  standing: (row) => [standingOf(row)],
  status: (row) => [row.status],
  kind: (row) => [row.kind],
  report: (row) => [row.reportKey],
  due: (row, { today }) => [dueBandOf(row, today)].filter((band) => band !== null),
  slip: (row) => onlyUnsettled(row, () => slipBandOf(row)),
  moved: (row) => onlyUnsettled(row, () => extensionBandOf(row)),
  age: (row, { reports, today }) =>
    onlyUnsettled(row, () => ageBandOf(reports.get(row.reportKey) ?? null, today)),
  owner: (row, { posts }) => onlyOpen(row, () => ownerStateOf(row, posts)),
  attention: (row, around) => attentionOf(row, around, around.today).map(({ code }) => code),
  diverges: (row, { today }) => {
    const divergence = divergenceOf(row, today)
    return divergence ? [`${divergence.asserted}>${divergence.suggested}`] : []
  },
  awaits: (row) => (row.status === 'WHITE' ? [row.counterparty?.body.trim() || noCounterparty] : []),
} satisfies Record<string, Ask>

export type AskName = keyof typeof asks

/** The rows behind one figure of the overview: those that give all of these answers. */
export type Figure = readonly (readonly [name: AskName, answer: string])[]

/** The answers of one row to one question. */
export function answersOf(name: AskName, row: Recommendation, around: Surroundings): readonly string[] {
  return asks[name](row, around)
}

/** Whether a row is one of those behind a figure. */
export function isBehind(figure: Figure, row: Recommendation, around: Surroundings): boolean {
  return figure.every(([name, answer]) => answersOf(name, row, around).includes(answer))
}

/** A figure as the address of the register carries it: `due:30`, `report:roads-2020-07+status:RED`. */
export function writeFigure(figure: Figure): string {
  return figure.map(([name, answer]) => `${name}:${encodeURIComponent(answer)}`).join('+')
}

/** Reads a figure from an address; null when it is none, so that an old link shows everything rather than nothing. */
export function readFigure(text: string): Figure | null {
  const parts = text.split('+').map((part) => {
    const [, name, answer] = /^([a-z]+):(.*)$/.exec(part) ?? []
    if (name === undefined || answer === undefined || !Object.hasOwn(asks, name)) return null
    try {
      return [name as AskName, decodeURIComponent(answer)] as const
    } catch {
      return null
    }
  })
  const read = parts.filter((part) => part !== null)
  return read.length === parts.length ? read : null
}

/** How many rows give each answer, in one pass; answers that no row gives are left out. */
export function countBy(
  name: AskName,
  rows: readonly Recommendation[],
  around: Surroundings,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows)
    for (const answer of answersOf(name, row, around)) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  return counts
}

/** How many rows give each pair of answers, in one pass: by the first question, then by the second. */
export function crossCount(
  names: readonly [AskName, AskName],
  rows: readonly Recommendation[],
  around: Surroundings,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const lines = new Map<string, Map<string, number>>()
  for (const row of rows) {
    const seconds = answersOf(names[1], row, around)
    for (const first of answersOf(names[0], row, around)) {
      const line = lines.get(first) ?? new Map<string, number>()
      lines.set(first, line)
      for (const second of seconds) line.set(second, (line.get(second) ?? 0) + 1)
    }
  }
  return lines
}
