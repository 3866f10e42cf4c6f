import { isBehind, readFigure } from '../../../../domain/figures.ts'
import type { Around } from './attention.ts'
import { type FacetName, facetNames, facets } from './facets.ts'
import type { RegisterItem } from './items.ts'
import { countStatuses } from './lines.ts'
import type { RegisterView } from './view.ts'

/** The part of a view that leaves rows out, but for its search. */
export type Wanted = Pick<RegisterView, 'chosen' | 'from' | 'to' | 'figure'>

type Test = (item: RegisterItem) => boolean

/** Rows that agree with every facet, the window of deadlines and the figure of a view. */
export function narrow(
  items: readonly RegisterItem[],
  view: Wanted,
  around: Around,
  /** A facet to be left out, for counting what choosing more of it would bring. */
  without?: FacetName,
): readonly RegisterItem[] {
  const tests = testsOf(view, around, without)
  return tests.length === 0 ? items : items.filter((item) => tests.every((test) => test(item)))
}

function testsOf(view: Wanted, around: Around, without?: FacetName): readonly Test[] {
  const tests: Test[] = []
  for (const name of facetNames) {
    const chosen = view.chosen[name]
    if (!chosen || name === without) continue
    const wanted = new Set(chosen)
    tests.push((item) => facets[name].answersOf(item, around).some((answer) => wanted.has(answer)))
  }
  const { from, to } = view
  if (from !== null) tests.push(({ deadline }) => deadline !== null && deadline >= from)
  if (to !== null) tests.push(({ deadline }) => deadline !== null && deadline <= to)
  const figure = view.figure === '' ? null : readFigure(view.figure)
  if (figure) tests.push((item) => isBehind(figure, item.row.value, around))
  return tests
}

/** One answer of a facet and how many rows give it. */
export interface Choice {
  readonly answer: string
  readonly words: string
  readonly count: number
}

/** What a facet offers among these rows, in its own order; chosen answers without rows stay, to be taken back. */
export function choicesOf(
  name: FacetName,
  items: readonly RegisterItem[],
  around: Around,
  chosen: readonly string[] = [],
): readonly Choice[] {
  const facet = facets[name]
  const counts = new Map<string, number>(chosen.map((answer) => [answer, 0]))
  // Asked at every key of a search, for which a list of one answer per row would be most of the work.
  if (name === 'status') for (const [status, count] of countStatuses(items)) counts.set(status, count)
  else
    for (const item of items) {
      for (const answer of facet.answersOf(item, around)) counts.set(answer, (counts.get(answer) ?? 0) + 1)
    }
  const choices = [...counts].map(([answer, count]) => ({ answer, count, words: facet.say(answer, around) }))
  const place = new Map((facet.order ?? []).map((answer, index) => [answer, index]))
  const last = place.size
  return choices.sort(
    (a, b) =>
      (place.get(a.answer) ?? last) - (place.get(b.answer) ?? last) ||
      a.words.localeCompare(b.words, 'en-GB'),
  )
}
