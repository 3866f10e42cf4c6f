import type { Line } from './lines.ts'

/** Which rows are chosen, and from which one a range goes. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  readonly anchor: string | null
}

/** Nothing is chosen. */
export const noneChosen: Selection = { ids: new Set(), anchor: null }

/** One row more, or less; a range begins here. */
export function withRow({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/** All rows between the beginning of the range and this one, folded ones left out. */
export function withRange(selection: Selection, id: string, lines: readonly Line[]): Selection {
  const from = lines.findIndex((line) => line.kind === 'row' && line.id === selection.anchor)
  const to = lines.findIndex((line) => line.kind === 'row' && line.id === id)
  if (from < 0 || to < 0) return withRow(selection, id)
  const between = lines.slice(Math.min(from, to), Math.max(from, to) + 1)
  const ids = new Set(selection.ids)
  for (const line of between) if (line.kind === 'row') ids.add(line.id)
  return { ids, anchor: selection.anchor }
}

/** These rows, or none when they are all chosen already. */
export function withAll(selection: Selection, ids: readonly string[]): Selection {
  const every = ids.length > 0 && ids.every((id) => selection.ids.has(id))
  return every ? noneChosen : { ids: new Set(ids), anchor: ids[0] ?? null }
}
