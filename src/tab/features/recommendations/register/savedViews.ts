import * as v from 'valibot'
import type { Setting } from '../../../../domain/setting.ts'
import type { Stored } from '../../../../usecases/ports.ts'

/** A view under a name: the person's own on this device, or everybody's in SharePoint. */
export interface SavedView {
  readonly name: string
  readonly query: string
}

const savedView = v.object({ name: v.string(), query: v.string() })
const keyOfOwn = (objectId: string) => `follow-through views ${objectId}`

/** The views that a person has saved on this device, by name. What cannot be read is none. */
export function readOwnViews(objectId: string): readonly SavedView[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(keyOfOwn(objectId)) ?? '[]')
    const read = v.safeParse(v.array(savedView), kept)
    return read.success ? read.output : []
  } catch {
    return []
  }
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
const sharedValue = v.pipe(v.string(), v.parseJson(), v.object({ query: v.nullable(v.string()) }))

/** The key of the setting that holds a shared view. */
export const keyOfShared = (name: string) => `${prefix}${name}`

/** A shared view as its setting holds it; null takes it back, for a list item is not deleted from here. */
export const writeShared = (query: string | null) => JSON.stringify({ query })

/** The views among everybody's settings, by name. */
export function sharedViews(settings: readonly Stored<Setting>[]): readonly SavedView[] {
  return settings
    .flatMap(({ value }): SavedView[] => {
      if (!value.key.startsWith(prefix)) return []
      const read = v.safeParse(sharedValue, value.value)
      if (!read.success || read.output.query === null) return []
      return [{ name: value.key.slice(prefix.length), query: read.output.query }]
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}
