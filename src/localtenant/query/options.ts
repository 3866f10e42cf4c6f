import type { Request } from 'express'
import { badRequest } from '../graphErrors.ts'

const known = [
  'select',
  'expand',
  'filter',
  'orderby',
  'top',
  'search',
  'skiptoken',
  'skip',
  'count',
] as const
export type OptionName = (typeof known)[number]

/** The query options of a request, by name without the `$` that Graph makes optional. */
export interface QueryOptions {
  readonly select: readonly string[] | undefined
  readonly expand: string | undefined
  readonly filter: string | undefined
  readonly orderby: string | undefined
  /** At least 1. */
  readonly top: number | undefined
  readonly search: string | undefined
  readonly skiptoken: string | undefined
  /** Parameters that are not OData's, e.g. the `token` of delta. */
  readonly others: Readonly<Record<string, string>>
}

/**
 * Reads the query of a request. An option the route does not list is refused, never ignored.
 * Throws 400 invalidRequest.
 */
export function readQuery(
  req: Request,
  allowed: readonly OptionName[],
  others: readonly string[] = [],
): QueryOptions {
  const given: Partial<Record<OptionName, string>> = {}
  const rest: Record<string, string> = {}
  for (const [name, value] of new URL(req.originalUrl, 'http://localhost').searchParams) {
    const option = known.find((one) => one === name.replace(/^\$/, '').toLowerCase())
    if (option === undefined && others.includes(name)) rest[name] = value
    else if (option === undefined) throw badRequest(`The query parameter '${name}' is not imitated here.`)
    else if (!allowed.includes(option)) throw notSupported(option)
    else if (given[option] !== undefined)
      throw badRequest(`Query option '${name}' was specified more than once.`)
    else given[option] = value
  }
  return {
    select: given.select?.split(',').map((name) => name.trim()),
    expand: given.expand,
    filter: given.filter,
    orderby: given.orderby,
    top: given.top === undefined ? undefined : readTop(given.top),
    search: given.search,
    skiptoken: given.skiptoken,
    others: rest,
  }
}

/** The members of an entity that $select names, with OData's own annotations; all of them without a $select. */
export function selected<T extends object>(entity: T, select: readonly string[] | undefined): Partial<T> {
  if (select === undefined || select.includes('*')) return entity
  const wanted = new Set(select.map((name) => name.toLowerCase()))
  const kept = Object.entries(entity).filter(
    ([name]) => name.startsWith('@') || wanted.has(name.toLowerCase()),
  )
  return Object.fromEntries(kept) as Partial<T>
}

function readTop(text: string): number {
  const top = Number(text)
  if (Number.isInteger(top) && top > 0) return top
  throw badRequest(
    `Invalid value '${text}' for $top query option found. The $top query option requires a positive integer value.`,
  )
}

function notSupported(option: OptionName) {
  const reason = option === 'skip' ? ' Only URLs returned by the API can be used to page.' : ''
  return badRequest(`$${option} is not supported on this API.${reason}`)
}
