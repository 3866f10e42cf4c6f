import { countStatuses, type GroupLine, type Line } from './lines.ts'

/** What a line is called by screen readers. */
export function lineName(line: Line): string {
  if (line.kind === 'group') return `${line.title}, ${sayCount(line)}`
  if (line.kind === 'unreadable') return `Item ${line.row.id} could not be read`
  const { item } = line
  return `${item.reference}, ${item.report?.title ?? 'report unknown'}, ${item.row.value.status}`
}

/** How many rows a group has, and how many of them are shown. */
export function sayCount(line: Pick<GroupLine, 'shown' | 'total'>): string {
  const { shown, total } = line
  if (shown === null) return `… of ${total} shown`
  if (shown < total) return `${shown} of ${total} shown`
  return total === 1 ? '1 recommendation' : `${total} recommendations`
}

/** How many rows of a group stand at each status: `5 RED, 2 WHITE`. */
export function sayStatuses({ items }: Pick<GroupLine, 'items'>): string {
  return countStatuses(items)
    .map(([status, count]) => `${count} ${status}`)
    .join(', ')
}
