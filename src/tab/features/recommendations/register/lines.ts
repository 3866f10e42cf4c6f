import { type IsoDate, writeMonth } from '../../../../domain/calendarDays.ts'
import { recommendationKinds, type Status, statuses } from '../../../../domain/recommendation.ts'
import type { Report } from '../../../../domain/report.ts'
import type { UnreadableRow } from '../../../../usecases/ports.ts'
import type { Around } from './attention.ts'
import { facets, nothing } from './facets.ts'
import type { RegisterItem } from './items.ts'
import type { GroupName } from './view.ts'

/** The heading of rows that belong together. */
export interface GroupLine {
  readonly kind: 'group'
  readonly id: string
  readonly key: string
  readonly title: string
  /** The report, where rows are put together by report and it is known. */
  readonly report: Report | null
  readonly expanded: boolean
  /** Null while the rest of the rows is being looked for. */
  readonly shown: number | null
  readonly total: number
  /** The rows of it that are shown; their statuses are counted when the heading is drawn. */
  readonly items: readonly RegisterItem[]
}

export interface RowLine {
  readonly kind: 'row'
  readonly id: string
  readonly item: RegisterItem
  readonly level: 1 | 2
  readonly position: number
  readonly of: number
}

/** A line of the register as it is drawn. */
export type Line =
  | GroupLine
  | RowLine
  | { readonly kind: 'unreadable'; readonly id: string; readonly row: UnreadableRow }

/** What rows are put together by, as the menu says it. */
export const groupLabels: Readonly<Record<GroupName, string>> = {
  report: 'Report',
  status: 'Status',
  owner: 'Owner',
  kind: 'Kind',
  month: 'Deadline month',
  awaits: 'Body it waits for',
  none: 'Nothing',
}

const keyOf: Readonly<Record<Exclude<GroupName, 'none'>, (item: RegisterItem) => string>> = {
  report: ({ row }) => row.value.reportKey,
  status: ({ row }) => row.value.status,
  owner: ({ row }) => row.value.ownerPost ?? nothing,
  kind: ({ row }) => row.value.kind,
  month: ({ deadline }) => deadline?.slice(0, 7) ?? nothing,
  awaits: ({ row }) =>
    row.value.status === 'WHITE' ? row.value.counterparty?.body.trim() || nothing : 'none',
}

function titleOf(group: GroupName, key: string, first: RegisterItem, around: Around): string {
  if (group === 'report') return first.report?.title ?? `Report ${key} (not in the Reports list)`
  if (group === 'month')
    return key === nothing ? 'Nothing due' : `Due in ${writeMonth(`${key}-01` as IsoDate)}`
  if (group === 'awaits')
    return key === 'none' ? 'Waits for nobody' : `Waits for: ${facets.awaits.say(key, around)}`
  return group === 'none' ? '' : facets[group].say(key, around)
}

/** Groups in an order that means something; reports stay in the order of the paper. */
function sortGroups(
  group: GroupName,
  keys: readonly string[],
  titles: ReadonlyMap<string, string>,
): readonly string[] {
  const fixed: readonly string[] | null =
    group === 'status' ? statuses : group === 'kind' ? recommendationKinds : null
  if (fixed) return fixed.filter((key) => keys.includes(key))
  const unset = (key: string) => (key === nothing || key === 'none' ? 1 : 0)
  if (group === 'month') return keys.toSorted((a, b) => unset(a) - unset(b) || (a < b ? -1 : 1))
  if (group === 'report') return keys
  const title = (key: string) => titles.get(key) ?? key
  return keys.toSorted((a, b) => unset(a) - unset(b) || title(a).localeCompare(title(b), 'en-GB'))
}

export interface LinesInput {
  /** Every row of the register, in the order of the paper. */
  readonly all: readonly RegisterItem[]
  /** The rows that are wanted, in their order. */
  readonly found: readonly RegisterItem[]
  readonly unreadable: readonly UnreadableRow[]
  readonly group: GroupName
  /** Ids of groups that are folded away. */
  readonly folded: ReadonlySet<string>
  /** A search opens every group: a hit that stays folded away looks like no hit. */
  readonly searching: boolean
  readonly around: Around
  /** `found` is only the beginning: nothing is counted yet. */
  readonly beginning?: boolean
}

/** The lines of the register: groups with the rows that are wanted, then rows that could not be read. */
export function linesOf(input: LinesInput): readonly Line[] {
  const lines: Line[] = input.group === 'none' ? addRows([], input.found, 1) : groupLines(input, input.group)
  for (const row of input.unreadable) lines.push({ kind: 'unreadable', id: `unreadable ${row.id}`, row })
  return lines
}

function groupLines(input: LinesInput, group: Exclude<GroupName, 'none'>): Line[] {
  const { all, found, folded, searching, around } = input
  const shown = Map.groupBy(found, keyOf[group])
  const totals = totalsOf(all, group)
  const titles = new Map(
    [...shown].map(([key, [first]]) => [key, first ? titleOf(group, key, first, around) : key]),
  )
  // In the order of the paper a report stands where its first row stands, whatever the rows are sorted by.
  const keys = group === 'report' ? [...totals.keys()].filter((key) => shown.has(key)) : [...shown.keys()]
  const lines: Line[] = []
  for (const key of sortGroups(group, keys, titles)) {
    const items = shown.get(key) ?? []
    const expanded = searching || !folded.has(`${group} ${key}`)
    lines.push({
      kind: 'group',
      id: `${group} ${key}`,
      key,
      title: titles.get(key) ?? key,
      report: group === 'report' ? (items[0]?.report ?? null) : null,
      expanded,
      shown: input.beginning ? null : items.length,
      total: totals.get(key) ?? items.length,
      items: input.beginning ? [] : items,
    })
    if (expanded) addRows(lines, items, 2)
  }
  return lines
}

// Made for 30,000 rows at every key of a search: one plain object each, and no list in between.
function addRows(lines: Line[], items: readonly RegisterItem[], level: 1 | 2): Line[] {
  let position = 0
  for (const item of items) {
    position += 1
    lines.push({ kind: 'row', id: item.row.id, item, level, position, of: items.length })
  }
  return lines
}

type Totals = ReadonlyMap<string, number>

const knownTotals = new WeakMap<readonly RegisterItem[], Map<GroupName, Totals>>()

/** How many rows each group has in all, in the order of the paper; the same at every key of a search. */
function totalsOf(all: readonly RegisterItem[], group: Exclude<GroupName, 'none'>): Totals {
  const ofAll = knownTotals.get(all) ?? new Map<GroupName, Totals>()
  knownTotals.set(all, ofAll)
  const known = ofAll.get(group)
  if (known) return known
  const totals = new Map<string, number>()
  for (const item of all) {
    const key = keyOf[group](item)
    totals.set(key, (totals.get(key) ?? 0) + 1)
  }
  ofAll.set(group, totals)
  return totals
}

/** How many rows stand at each status, in the order of the key; statuses without rows are left out. */
export function countStatuses(items: readonly RegisterItem[]): readonly (readonly [Status, number])[] {
  const counts: Record<Status, number> = { RED: 0, AMBER: 0, WHITE: 0, 'NEW GREEN': 0, GREEN: 0, CLOSED: 0 }
  for (const { row } of items) counts[row.value.status] += 1
  return statuses.flatMap((status) => (counts[status] > 0 ? [[status, counts[status]] as const] : []))
}
