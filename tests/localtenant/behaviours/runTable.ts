import { type Answer, at, nextLinkOf, rowsOf } from '../../support/localTenant.ts'
import type { Behaviour, BehaviourTable, Expected, Step } from './behaviour.ts'
import { elsewhere, hasCalendar, listPrefix, openPlace, type Place } from './place.ts'

let place: Place
/** Addresses of what was made, the newest last. */
const made: { readonly address: string; readonly in: 'list' | 'calendar' }[] = []

/** Opens the tenant before and removes everything that was made after all tables of a file. */
export function openTenantForTables(): void {
  beforeAll(async () => {
    place = await openPlace()
  })
  afterAll(async () => {
    for (const one of made.toReversed()) await callerFor(one.in)('DELETE', one.address)
    await place.close()
  })
}

/** Makes a test of each behaviour of a table, or says why it is left out. */
export function runTable(table: BehaviourTable): void {
  if (table.needs === 'calendar' && !hasCalendar) {
    leftOut(table.subject, 'no calendar is named (FT_GRAPH_MAILBOX: an address, or me)')
    return
  }
  describe(table.subject, () => {
    const known: Record<string, string> = {}
    if (table.needs === 'list')
      beforeAll(async () => {
        known.list = await makeList(table)
      })
    for (const behaviour of table.behaviours)
      if (elsewhere && behaviour.onlyHere !== undefined)
        leftOut(`${table.subject}: ${behaviour.name}`, behaviour.onlyHere)
      else test(`${behaviour.name} (${behaviour.source})`, () => walk(table, behaviour, { ...known }))
  })
}

function leftOut(what: string, why: string): void {
  process.stdout.write(`Left out: ${what}; ${why}.\n`)
}

const callerFor = (needs: 'list' | 'calendar') =>
  needs === 'calendar' && place.calendar ? place.calendar.graph : place.graph

async function makeList({ subject, columns = [], rows = [] }: BehaviourTable): Promise<string> {
  const displayName = `${listPrefix} ${crypto.randomUUID().slice(0, 8)} ${subject}`
  const answer = await place.graph('POST', `${place.site}/lists`, {
    body: { displayName, columns, list: { template: 'genericList' } },
  })
  expect(answer).toMatchObject({ status: 201 })
  const list = `${place.site}/lists/${at(answer, 'id')}`
  made.push({ address: list, in: 'list' })
  for (const fields of rows)
    expect(await place.graph('POST', `${list}/items`, { body: { fields } })).toMatchObject({ status: 201 })
  return list
}

async function walk(table: BehaviourTable, behaviour: Behaviour, known: Record<string, string>) {
  known.site = place.site
  known.random = crypto.randomUUID().slice(0, 8)
  if (place.calendar) known.events = place.calendar.path
  for (const step of behaviour.steps) {
    const answer = await take(table, step, known)
    for (const [name, path] of Object.entries(step.keep ?? {})) known[name] = String(valueAt(answer, path))
    await compare(table, answer, filled(step.answer, known))
  }
}

async function take(table: BehaviourTable, step: Step, known: Readonly<Record<string, string>>) {
  const [method = 'GET', ...rest] = filled(step.ask, known).split(' ')
  const target = rest.join(' ')
  const answer = await callerFor(table.needs)(method, target, {
    body: filled(step.body, known),
    headers: filled(step.headers ?? {}, known),
  })
  if (method === 'POST' && answer.status === 201 && /\/(lists|events)$/.test(target))
    made.push({ address: `${target}/${at(answer, 'id')}`, in: table.needs })
  return answer
}

/** The same with `{name}` replaced in every text. */
function filled<T>(value: T, known: Readonly<Record<string, string>>): T {
  if (typeof value === 'string')
    return value.replace(/\{(\w+)\}/g, (all, name: string) => known[name] ?? all) as T
  if (value instanceof RegExp || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((part) => filled(part, known)) as T
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, filled(part, known)])) as T
}

async function compare(table: BehaviourTable, answer: Answer, wanted: Expected): Promise<void> {
  const statuses = [wanted.status].flat()
  expect({ ...answer, status: statuses.includes(answer.status) ? statuses : answer.status }).toMatchObject({
    status: statuses,
  })
  if (wanted.code !== undefined) expect([wanted.code].flat()).toContain(at(answer, 'error.code'))
  if (wanted.says !== undefined) expect(at(answer, 'error.message')).toContain(wanted.says)
  if (wanted.body !== undefined) expect(answer.body).toMatchObject(asymmetric(wanted.body) as object)
  for (const path of wanted.lacks ?? []) expect([path, valueAt(answer, path)]).toEqual([path, undefined])
  for (const [name, pattern] of Object.entries(wanted.headers ?? {}))
    expect([name, answer.headers.get(name)]).toEqual([name, expect.stringMatching(pattern)])
  if (wanted.rows ?? wanted.titles) await compareRows(table, answer, wanted)
}

async function compareRows(table: BehaviourTable, answer: Answer, { rows, titles }: Expected): Promise<void> {
  const all = rowsOf(answer)
  for (let next = nextLinkOf(answer); next !== undefined; ) {
    const page = await callerFor(table.needs)('GET', next)
    all.push(...rowsOf(page))
    next = nextLinkOf(page)
  }
  if (titles) expect(all.map((row) => row.fields?.Title)).toEqual(titles)
  if (rows) expect(all).toMatchObject(rows.map(asymmetric) as object[])
}

/** Regular expressions become matchers. */
function asymmetric(value: unknown): unknown {
  if (value instanceof RegExp) return expect.stringMatching(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(asymmetric)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asymmetric(part)]))
}

/** A member by its path; a name with dots stands in brackets, e.g. `fields.[@odata.etag]`. */
function valueAt(answer: Answer, path: string): unknown {
  const names = [...path.matchAll(/\[([^\]]+)\]|[^.[\]]+/g)].map((found) => found[1] ?? found[0])
  let value: unknown = answer.body
  for (const name of names) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}
