import type { Setting } from '../../../../domain/setting.ts'
import type { Stored } from '../../../../usecases/ports.ts'

/** A view under a name: the person's own on this device, or everybody's in SharePoint. */
export interface SavedView {
  readonly name: string
  readonly query: string
}

const keyOfOwn = (objectId: string) => `follow-through views ${objectId}`

/** The views that a person has saved on this device, by name. What cannot be read is none. */
export function readOwnViews(objectId: string): readonly SavedView[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(keyOfOwn(objectId)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isView) : []
  } catch {
    return []
  }
}

function isView(kept: unknown): kept is SavedView {
  if (typeof kept !== 'object' || kept === null) return false
  const { name, query } = kept as Readonly<Record<string, unknown>>
  return typeof name === 'string' && typeof query === 'string'
}

/** Keeps a person's own views; false when the browser refuses to. */
export function keepOwnViews(objectId: string, views: readonly SavedView[]): boolean {
  try {
    window.localStorage.setItem(keyOfOwn(objectId), JSON.stringify(views))
    return true
  } catch {
    return false
  }
}

/** Views with one more, in the place of one of the same name; by name. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return [...views.filter((one) => one.name !== view.name), view].toSorted((a, b) =>
    a.name.localeCompare(b.name, 'en-GB'),
  )
}

const prefix = 'view/'

/** The key of the setting that holds a shared view. */
export const keyOfShared = (name: string) => `${prefix}${name}`

/** A shared view as its setting holds it; null takes it back, for a list item is not deleted from here. */
export const writeShared = (query: string | null) => JSON.stringify({ query })

/** The views among everybody's settings, by name. */
export function sharedViews(settings: readonly Stored<Setting>[]): readonly SavedView[] {
  return settings
    .flatMap(({ value }): SavedView[] => {
      if (!value.key.startsWith(prefix)) return []
      const view = { name: value.key.slice(prefix.length), query: queryOf(value.value) }
      return isView(view) ? [view] : []
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** The query of a shared view; null when it was taken back, or cannot be read. */
function queryOf(value: string): unknown {
  try {
    const kept: unknown = JSON.parse(value)
    return typeof kept === 'object' && kept !== null && 'query' in kept ? kept.query : null
  } catch {
    return null
  }
}
