import * as v from 'valibot'
import { relativeAddress } from '../relativeAddress.ts'
import { type Ask, idOf, inShort, pageOf, type Reply, refusalOf } from './ask.ts'
import { type CheckPlace, NotTried, type TenantCheck } from './tenantCheck.ts'

/** Columns of the temporary list; `Plain` has no index on purpose. */
export const temporaryColumns = [
  { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true },
  { name: 'Plain', text: {} },
  { name: 'Day', dateTime: { format: 'dateOnly' } },
  { name: 'Owner', personOrGroup: { allowMultipleSelection: false } },
]

async function newRow(place: CheckPlace, fields: Readonly<Record<string, unknown>>): Promise<string> {
  const made = await place.app('POST', `${place.list()}/items`, { body: { fields } })
  const id = idOf(made)
  if (id !== null) return `${place.list()}/items/${id}`
  throw new NotTried(
    `A row could not be written to the temporary list (${inShort(made)}: ${refusalOf(made).message}).`,
  )
}

const filterWithoutIndex: TenantCheck = {
  number: 1,
  name: 'Filter on a column without an index',
  assumed: 'refused with 400; answered with the header Prefer: HonorNonIndexedQueriesWarningMayFailRandomly',
  async look(place) {
    await newRow(place, { Title: 'one', Plain: 'x' })
    const address = `${place.list()}/items?$filter=${encodeURIComponent("fields/Plain eq 'x'")}`
    const plain = await place.app('GET', address)
    const preferred = await place.app('GET', address, {
      headers: { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' },
    })
    return {
      seen: `${inShort(plain)} without the header, ${inShort(preferred)} with it`,
      agrees: plain.status === 400 && preferred.status === 200,
    }
  },
}

const dateOnly: TenantCheck = {
  number: 2,
  name: 'A date without a time, in July and in January',
  assumed: 'midnight of the site in London: 2026-07-10 is read as 2026-07-09T23:00:00Z, 2026-01-10 as itself',
  async look(place) {
    const read: string[] = []
    for (const day of ['2026-07-10', '2026-01-10']) {
      const row = await newRow(place, { Title: day, Day: day })
      const answer = await place.app('GET', `${row}/fields`)
      const kept = v.safeParse(v.object({ Day: v.string() }), answer.body)
      read.push(kept.success ? kept.output.Day : inShort(answer))
    }
    return {
      seen: read.join(' and '),
      agrees: read[0] === '2026-07-09T23:00:00Z' && read[1] === '2026-01-10T00:00:00Z',
      note: 'The hours tell the time zone of the site. The product keeps its dates as text and is not touched by it.',
    }
  },
}

const person = v.object({ mail: v.nullish(v.string()) })
const siteUser = v.object({
  id: v.string(),
  fields: v.optional(v.object({ EMail: v.optional(v.string()) })),
})

const personWithoutVisit: TenantCheck = {
  number: 3,
  name: 'A person who has never visited the site',
  assumed: 'has no number in the User Information List, and a number of nobody is refused with 400',
  async look(place) {
    const known = await siteUsers(place)
    const addresses = new Set(known.map((one) => one.fields?.EMail?.toLowerCase()))
    const people = pageOf(await place.setup('GET', '/users?$select=id,mail&$top=50'), person)
    if (people.length === 0) throw new NotTried('Nobody could be looked up in the directory.')
    if (people.every(({ mail }) => !mail || addresses.has(mail.toLowerCase())))
      throw new NotTried('Everybody who was looked up has visited the site already.')
    const nobody = 100_000 + Math.max(0, ...known.map((one) => Number(one.id)))
    const written = await place.app('POST', `${place.list()}/items`, {
      body: { fields: { Title: 'nobody', OwnerLookupId: nobody } },
    })
    return {
      seen: `no number; ${inShort(written)} for a number of nobody`,
      agrees: written.status === 400,
      note: 'Graph cannot make such a person known to the site. The product keeps Entra ids as text instead.',
    }
  },
}

async function siteUsers(place: CheckPlace): Promise<readonly v.InferOutput<typeof siteUser>[]> {
  const address = `${place.site}/lists/User%20Information%20List/items?$expand=fields($select=EMail)`
  const all: v.InferOutput<typeof siteUser>[] = []
  for (let next: string | undefined = address; next !== undefined && all.length < 5_000; ) {
    const answer = await place.app('GET', next)
    if (answer.status !== 200)
      throw new NotTried(`The User Information List could not be read (${inShort(answer)}).`)
    all.push(...pageOf(answer, siteUser))
    next = linkOf(answer, '@odata.nextLink')
  }
  return all
}

function linkOf(answer: Reply, name: '@odata.nextLink' | '@odata.deltaLink'): string | undefined {
  const read = v.safeParse(v.object({ [name]: v.string() }), answer.body)
  return read.success ? relativeAddress(read.output[name] ?? '') : undefined
}

const staleEtag: TenantCheck = {
  number: 4,
  name: 'A write with a stale If-Match',
  assumed: 'refused with 412, and nothing is changed',
  async look(place) {
    const row = await newRow(place, { Title: 'before' })
    const read = v.parse(v.object({ eTag: v.string() }), (await place.app('GET', row)).body)
    await place.app('PATCH', `${row}/fields`, { body: { Title: 'between' } })
    const late = await place.app('PATCH', `${row}/fields`, {
      body: { Title: 'late' },
      headers: { 'If-Match': read.eTag },
    })
    const fields = v.parse(
      v.object({ Title: v.optional(v.string(), '') }),
      (await place.app('GET', `${row}/fields`)).body,
    )
    return {
      seen: `${late.status}, and the row says "${fields.Title}"`,
      agrees: late.status === 412 && fields.Title === 'between',
    }
  },
}

const changed = v.object({ id: v.string(), deleted: v.optional(v.object({ state: v.string() })) })

const deltaAfterDelete: TenantCheck = {
  number: 6,
  name: 'Changes of a list after a delete, and a token that is not known',
  assumed: 'the row comes with the deleted facet; the token is answered with 410 and a Location',
  async look(place) {
    const row = await newRow(place, { Title: 'gone' })
    const start = await place.app('GET', `${place.list()}/items/delta?token=latest`)
    const link = linkOf(start, '@odata.deltaLink')
    if (link === undefined) return { seen: `${inShort(start)} for token=latest`, agrees: false }
    await place.app('DELETE', row)
    const state = await deletedState(place.app, link, row.split('/').at(-1) ?? '')
    const unknown = await place.app('GET', `${place.list()}/items/delta?token=made-up`)
    const located = unknown.headers.get('location') !== null
    return {
      seen: `${state ?? 'the row is not told of'}; ${inShort(unknown)} ${located ? 'with' : 'without'} a Location`,
      agrees: state !== null && unknown.status === 410 && located,
    }
  },
}

/** Changes may take a moment to show. */
async function deletedState(ask: Ask, link: string, id: string): Promise<string | null> {
  for (let tries = 0; tries < 4; tries += 1) {
    if (tries > 0) await new Promise((done) => setTimeout(done, 2_000))
    const rows = pageOf(await ask('GET', link), changed)
    const found = rows.findLast((one) => one.id === id)?.deleted
    if (found) return found.state
  }
  return null
}

const uniqueClash: TenantCheck = {
  number: 7,
  name: 'A value that a unique column already holds',
  assumed: 'refused with 409, or with 400 and a text that speaks of a duplicate',
  async look(place) {
    await newRow(place, { Title: 'first', Key: 'unique' })
    const second = await place.app('POST', `${place.list()}/items`, {
      body: { fields: { Title: 'second', Key: 'unique' } },
    })
    const { code, message } = refusalOf(second)
    const speaks = /duplicate|already exists|nameAlreadyExists/i.test(`${code} ${message}`)
    return {
      seen: `${inShort(second)}${second.status === 400 && speaks ? ', a duplicate' : ''}`,
      agrees: second.status === 409 || (second.status === 400 && speaks),
    }
  },
}

const listWithRoleWrite: TenantCheck = {
  number: 8,
  name: 'Creating a list with the role write on the site',
  assumed: 'refused with 403',
  async look(place) {
    const displayName = `Follow-Through check ${crypto.randomUUID().slice(0, 8)}`
    const made = await place.app('POST', `${place.site}/lists`, { body: { displayName } })
    const id = idOf(made)
    if (id !== null)
      place.undo(`The list "${displayName}"`, ({ app }) => app('DELETE', `${place.site}/lists/${id}`))
    return {
      seen: inShort(made),
      agrees: made.status === 403,
      ...(made.status === 403
        ? {}
        : { note: 'The application can do more than it needs: see which role it was granted on the site.' }),
    }
  },
}

/** What the product takes for granted about SharePoint lists. */
export const listChecks: readonly TenantCheck[] = [
  filterWithoutIndex,
  dateOnly,
  personWithoutVisit,
  staleEtag,
  deltaAfterDelete,
  uniqueClash,
  listWithRoleWrite,
]
