import { type IsoDate, isIsoDate } from '../../../../domain/calendarDays.ts'
import { type FacetName, facetNames } from './facets.ts'

/** Columns of the grid, in the order in which they are offered. */
export const columnNames = [
  'reference',
  'report',
  'kind',
  'text',
  'status',
  'due',
  'moved',
  'owner',
  'applies',
  'awaits',
  'source',
] as const
export type ColumnName = (typeof columnNames)[number]

/** What rows are put together by. */
export const groupNames = ['report', 'status', 'owner', 'kind', 'month', 'awaits', 'none'] as const
export type GroupName = (typeof groupNames)[number]

/** Everything that a link to the register says: which rows, in which order, and what of them. */
export interface RegisterView {
  readonly search: string
  readonly chosen: Readonly<Partial<Record<FacetName, readonly string[]>>>
  /** Deadlines from this day on, and up to that. */
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  /** A figure of the overview whose rows are wanted, as the overview wrote it. */
  readonly figure: string
  readonly group: GroupName
  readonly sort: { readonly by: ColumnName; readonly down: boolean } | null
  readonly columns: readonly ColumnName[]
  readonly dense: boolean
}

/** The register as it opens: every row, by report, in the order of the paper. */
export const plainView: RegisterView = {
  search: '',
  chosen: {},
  from: null,
  to: null,
  figure: '',
  group: 'report',
  sort: null,
  columns: ['reference', 'text', 'status', 'due', 'owner'],
  dense: false,
}

/** Whether rows are left out. */
export function isNarrowed(view: RegisterView): boolean {
  const { search, chosen, from, to, figure } = view
  return (
    search.trim() !== '' || Object.keys(chosen).length > 0 || from !== null || to !== null || figure !== ''
  )
}

/** The view with every row in it. */
export function withEverything(view: RegisterView): RegisterView {
  const { search, chosen, from, to, figure } = plainView
  return { ...view, search, chosen, from, to, figure }
}

/** The view with one answer more, or less. */
export function withAnswer(view: RegisterView, facet: FacetName, answer: string): RegisterView {
  const now = view.chosen[facet] ?? []
  return withAnswers(
    view,
    facet,
    now.includes(answer) ? now.filter((one) => one !== answer) : [...now, answer],
  )
}

/** The view with exactly these answers of one facet. */
export function withAnswers(view: RegisterView, facet: FacetName, answers: readonly string[]): RegisterView {
  const { [facet]: _, ...others } = view.chosen
  return { ...view, chosen: answers.length === 0 ? others : { ...others, [facet]: answers } }
}

/** A column's order after its heading was pressed: up, down, then the order of the paper again. */
export function withNextSort(view: RegisterView, by: ColumnName): RegisterView {
  const { sort } = view
  if (sort?.by !== by) return { ...view, sort: { by, down: false } }
  return { ...view, sort: sort.down ? null : { by, down: true } }
}

/** A view as an address carries it; what is as usual is left out, so a plain register has a plain address. */
export function writeView(view: RegisterView): string {
  const query = new URLSearchParams()
  if (view.search.trim() !== '') query.set('search', view.search.trim())
  for (const facet of facetNames) for (const answer of view.chosen[facet] ?? []) query.append(facet, answer)
  if (view.from !== null) query.set('from', view.from)
  if (view.to !== null) query.set('to', view.to)
  if (view.figure !== '') query.set('figure', view.figure)
  if (view.group !== plainView.group) query.set('group', view.group)
  if (view.sort) query.set('sort', view.sort.down ? `${view.sort.by}-down` : view.sort.by)
  if (view.columns.join() !== plainView.columns.join()) query.set('columns', view.columns.join('.'))
  if (view.dense) query.set('rows', 'dense')
  return query.toString()
}

/** Reads a view from an address. What it does not know it leaves as usual: an old link shows too much, never nothing. */
export function readView(query: string): RegisterView {
  const given = new URLSearchParams(query)
  const answers = facetNames.flatMap((facet) => {
    const chosen = [...new Set(given.getAll(facet))].filter(Boolean)
    return chosen.length > 0 ? [[facet, chosen] as const] : []
  })
  const columns = (given.get('columns') ?? '').split('.')
  const known = columns.flatMap((name) => columnNames.find((one) => one === name) ?? [])
  return {
    search: given.get('search') ?? '',
    chosen: Object.fromEntries(answers),
    from: readDay(given.get('from')),
    to: readDay(given.get('to')),
    figure: given.get('figure') ?? '',
    group: groupNames.find((one) => one === given.get('group')) ?? plainView.group,
    sort: readSort(given.get('sort') ?? ''),
    columns: known.length > 0 ? [...new Set(known)] : plainView.columns,
    dense: given.get('rows') === 'dense',
  }
}

function readDay(text: string | null): IsoDate | null {
  return text !== null && isIsoDate(text) ? text : null
}

function readSort(text: string): RegisterView['sort'] {
  const by = columnNames.find((one) => one === text.replace(/-down$/, ''))
  return by ? { by, down: text.endsWith('-down') } : null
}
