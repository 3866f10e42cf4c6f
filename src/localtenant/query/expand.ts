import { badRequest } from '../graphErrors.ts'

/** One expanded relationship, with the names its own $select lists. */
export interface Expansion {
  readonly name: string
  readonly select: readonly string[] | undefined
}

/** Reads `fields`, `fields($select=A,B)`, `columns,items` and the like. Throws 400 for anything else. */
export function parseExpand(text: string | undefined, allowed: readonly string[]): Expansion[] {
  if (text === undefined) return []
  return splitOutside(text).map((part) => {
    const [, name = '', inside] = /^\s*(\w+)\s*(?:\(([^()]*)\))?\s*$/.exec(part) ?? []
    if (!allowed.includes(name)) throw badRequest(`Could not expand '${part.trim()}' here.`)
    return { name, select: inside === undefined ? undefined : readSelect(inside) }
  })
}

function readSelect(inside: string): string[] {
  const [, names] = /^\s*\$?select\s*=\s*(.+)$/i.exec(inside) ?? []
  if (names === undefined)
    throw badRequest(`Only $select is imitated inside $expand, and '${inside}' was sent.`)
  return names.split(',').map((name) => name.trim())
}

function splitOutside(text: string): string[] {
  return text.split(/,(?![^()]*\))/)
}
