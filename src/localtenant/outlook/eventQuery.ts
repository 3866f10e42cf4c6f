import type { Request } from 'express'
import { badRequest } from '../graphErrors.ts'
import type { StoredEvent } from './storedEvent.ts'

type Test = (event: StoredEvent) => boolean

const unquote = (literal: string): string => literal.slice(1, -1).replaceAll("''", "'")
const literal = "('(?:[^']|'')*')"

function compare(order: number, operator: string): boolean {
  switch (operator) {
    case 'eq':
      return order === 0
    case 'ne':
      return order !== 0
    case 'gt':
      return order > 0
    case 'ge':
      return order >= 0
    case 'lt':
      return order < 0
    default:
      return order <= 0
  }
}

const textOf: Readonly<Record<string, (event: StoredEvent) => string>> = {
  subject: (event) => event.subject,
  iCalUId: (event) => event.iCalUId,
  'start/dateTime': (event) => event.startsAt,
  'end/dateTime': (event) => event.endsAt,
  createdDateTime: (event) => event.createdAt,
  lastModifiedDateTime: (event) => event.changedAt,
}

/** Times in filters are UTC; a literal may leave out its fraction and its Z. */
const instantOf = (text: string): string => {
  const parsed = new Date(/Z$/.test(text) ? text : `${text}Z`)
  if (Number.isNaN(parsed.getTime())) throw invalidFilter()
  return parsed.toISOString()
}

const invalidFilter = () =>
  badRequest('The query filter contains one or more invalid nodes.', 'ErrorInvalidUrlQueryFilter')

function extendedTest(clause: string): Test | undefined {
  const part = `\\w+/(id|value)\\s+eq\\s+${literal}`
  const found = new RegExp(
    `^singleValueExtendedProperties/any\\(\\s*\\w+\\s*:\\s*${part}\\s+and\\s+${part}\\s*\\)$`,
    'i',
  ).exec(clause)
  if (!found) return undefined
  const given = new Map([
    [found[1]?.toLowerCase(), unquote(found[2] ?? '')],
    [found[3]?.toLowerCase(), unquote(found[4] ?? '')],
  ])
  const [id, value] = [given.get('id'), given.get('value')?.toLowerCase()]
  return (event) =>
    event.singleValueExtendedProperties.some((each) => each.id === id && each.value.toLowerCase() === value)
}

function clauseTest(clause: string): Test {
  const extended = extendedTest(clause)
  if (extended) return extended
  const flag = /^(isCancelled|isOrganizer|isAllDay|isOnlineMeeting)\s+eq\s+(true|false)$/.exec(clause)
  if (flag) return (event) => event[flag[1] as 'isCancelled'] === (flag[2] === 'true')
  const starts = new RegExp(`^startswith\\(\\s*subject\\s*,\\s*${literal}\\s*\\)$`, 'i').exec(clause)
  if (starts) return (event) => event.subject.toLowerCase().startsWith(unquote(starts[1] ?? '').toLowerCase())
  const found = /^([\w/]+)\s+(eq|ne|gt|ge|lt|le)\s+(.+)$/.exec(clause)
  const read = found && Object.hasOwn(textOf, found[1] ?? '') ? textOf[found[1] ?? ''] : undefined
  if (!found || !read) throw invalidFilter()
  const value = (found[3] ?? '').startsWith("'") ? unquote(found[3] ?? '') : (found[3] ?? '')
  const wanted = /dateTime$/i.test(found[1] ?? '') ? instantOf(value) : value
  return (event) => compare(read(event).localeCompare(wanted), found[2] ?? '')
}

/** `$filter` of events as a test. Splits on `and` outside quotes and brackets; throws 400 for what it does not know. */
export function eventFilter(filter: string | undefined): Test {
  if (filter === undefined || filter === '') return () => true
  const clauses: string[] = []
  let [depth, quoted, from] = [0, false, 0]
  for (let at = 0; at < filter.length; at++) {
    const mark = filter[at]
    if (mark === "'") quoted = !quoted
    else if (!quoted && mark === '(') depth++
    else if (!quoted && mark === ')') depth--
    else if (!quoted && depth === 0 && /^ and /i.test(filter.slice(at, at + 5))) {
      clauses.push(filter.slice(from, at))
      from = at + 5
    }
  }
  const tests = [...clauses, filter.slice(from)].map((clause) => clauseTest(clause.trim()))
  return (event) => tests.every((test) => test(event))
}

/** Sorts by `$orderby` of one known property; throws 400 for another. Without it, newest first as Outlook does. */
export function sortEvents(events: readonly StoredEvent[], orderBy: string | undefined): StoredEvent[] {
  const [name = 'createdDateTime', direction = orderBy ? 'asc' : 'desc'] = (orderBy ?? '')
    .split(' ')
    .filter(Boolean)
  const read = textOf[name]
  if (!read) throw badRequest(`Could not find a property named '${name}'.`, 'RequestBroker--ParseUri')
  const sorted = [...events].sort((a, b) => read(a).localeCompare(read(b)) || a.key.localeCompare(b.key))
  return direction.toLowerCase() === 'desc' ? sorted.reverse() : sorted
}

/** One page by `$top` (10 unless asked, 1000 at most) and `$skip`, with the link to the next. */
export function page<T>(
  req: Request,
  origin: string,
  items: readonly T[],
): { value: T[]; next: string | undefined } {
  const preferred = /odata\.maxpagesize\s*=\s*(\d+)/i.exec(req.get('prefer') ?? '')?.[1]
  const top = Math.min(Math.max(Number(req.query.$top ?? preferred ?? 10) || 10, 1), 1000)
  const skip = Number(req.query.$skip ?? 0) || 0
  const value = items.slice(skip, skip + top)
  if (skip + top >= items.length) return { value, next: undefined }
  const link = new URL(req.originalUrl, origin)
  link.searchParams.set('$skip', String(skip + top))
  return { value, next: link.href }
}
