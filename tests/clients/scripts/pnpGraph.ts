/**
 * A Graph client that is neither Microsoft's nor ours, on the lists of the product. It keeps its own idea of
 * Graph's address; only where the request goes is changed, at the moment when a token would be added.
 */
import { DefaultHeaders, DefaultInit } from '@pnp/graph'
import { createBatch } from '@pnp/graph/batching.js'
import { Columns } from '@pnp/graph/columns/types.js'
import { GraphQueryable, graphPatch } from '@pnp/graph/graphqueryable.js'
import { type IListItem, ListItems } from '@pnp/graph/list-item/types.js'
import { Lists } from '@pnp/graph/lists/types.js'
import { Site, Sites } from '@pnp/graph/sites/types.js'
import { Users } from '@pnp/graph/users/types.js'
import {
  BearerToken,
  BrowserFetchWithRetry,
  body,
  DefaultParse,
  HttpRequestError,
  headers,
} from '@pnp/queryable'

interface Item {
  readonly id: string
  readonly '@odata.etag': string
  readonly fields: Readonly<Record<string, unknown>>
}

const env = process.env
const production = 'https://graph.microsoft.com'
const sent: string[] = []

/** Sends what is meant for Graph to the local tenant. */
const ledToLocalTenant: ReturnType<typeof BearerToken> = (instance) => {
  instance.on.auth(async (url: URL, init: RequestInit) => {
    const address = new URL(url.toString().replace(production, env.FT_HTTPS_ORIGIN ?? ''))
    sent.push(`${init.method} ${address.pathname}`)
    return [address, init]
  })
  return instance
}

const graph = GraphQueryable('').using(
  DefaultHeaders(),
  DefaultInit(`${production}/v1.0`),
  BrowserFetchWithRetry(),
  DefaultParse(),
  BearerToken(env.FT_TOKEN ?? ''),
  ledToLocalTenant,
)

/** How many rows a filter looks at before it answers with a page, be it empty; gives what it was. */
async function turnWindow(window: number): Promise<number> {
  const controls = `${env.FT_GRAPH_ORIGIN}/local-tenant/controls`
  const before = (await (await fetch(controls)).json()) as { window: number }
  const wanted = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
  await fetch(controls, { ...wanted, body: JSON.stringify({ window }) })
  return before.window
}

async function failure(work: Promise<unknown>) {
  try {
    await work
    return { status: 0, code: 'it did not fail' }
  } catch (thrown) {
    if (!(thrown instanceof HttpRequestError)) return { status: 0, code: String(thrown) }
    const { error } = (await thrown.response.json()) as { error: { code: string } }
    return { status: thrown.status, code: error.code }
  }
}

/** What pnp says of an item; its types know no `fields`. */
const asItem = async (work: Promise<unknown>) => (await work) as Item
const fieldsOf = (fields: Item['fields']) => ({ fields }) as object

const [host = '', path = ''] = (env.FT_SITE ?? '').split(':')
const site = await Sites(graph).getByUrl(host, path)
const { id: siteId = '', displayName } = await site.select('id', 'displayName')()
const lists = await Lists(site).select('id', 'displayName')()
const listId = (name: string) => lists.find((list) => list.displayName === name)?.id ?? ''
const itemsOf = (name: string) => ListItems(Lists(site).getById(listId(name)))

async function readAndPage() {
  const everything = await itemsOf('Recommendations').expand('fields').top(1000)()
  const pages: number[] = []
  const ids = new Set<string | undefined>()
  for await (const page of itemsOf('Recommendations').expand('fields').top(20)) {
    pages.push(page.length)
    for (const { id } of page) ids.add(id)
  }
  const columns = await Columns(Lists(site).getById(listId('Contacts')))()
  const filteredHere = (everything as unknown as Item[]).filter((row) => row.fields.OwnerPost === 'crime-dci')
  return {
    columns: columns.map((column) => column.name),
    everything: everything.length,
    pages,
    distinct: ids.size,
    filteredHere: filteredHere.length,
  }
}

async function filter() {
  const owned = () => itemsOf('Recommendations').filter("fields/OwnerPost eq 'crime-dci'")
  const before = await turnWindow(10)
  const windows: number[] = []
  for await (const page of owned().expand('fields')) windows.push(page.length)
  await turnWindow(before)
  const rows = (await owned().expand('fields($select=Status,Title)')()) as unknown as Item[]
  return { windows, filtered: rows.map(({ fields }) => fields) }
}

async function write() {
  const title = 'A foreign client'
  const added = await asItem(
    itemsOf('Contacts').add(fieldsOf({ Title: title, Address: 'pnp@elsewhere.example' })),
  )
  const one = itemsOf('Contacts').getById(added.id)
  const etag = (await asItem(one()))['@odata.etag']
  const updated = await asItem(one.update(fieldsOf({ ContactRole: 'Nurse' })))
  const late = body(fieldsOf({ ContactRole: 'Late' }), headers({ 'If-Match': etag }))
  const stale = await failure(graphPatch(one, late))
  const afterStale = (await asItem(one.expand('fields')())).fields
  const versions = (await one.versions()) as unknown as object[]
  return { one, id: added.id, updated, stale, afterStale, versions: versions.length }
}

async function batch(known: string) {
  const [inBatch, execute] = createBatch(Sites(graph), { maxRequests: 20 })
  const inSite = Site(Sites(graph).using(inBatch), siteId)
  const contacts = () => ListItems(Lists(inSite).getById(listId('Contacts')))
  const results = Promise.allSettled([
    inSite.select('displayName')(),
    contacts().getById(known).expand('fields')(),
    contacts().add(fieldsOf({ Title: 'Batched', Address: 'batch@elsewhere.example' })),
    contacts().getById('999999')(),
  ])
  await execute()
  const [siteRead, item, added, missing] = (await results).map((one) =>
    one.status === 'fulfilled' ? one.value : { failed: (one.reason as HttpRequestError).status },
  )
  await itemsOf('Contacts')
    .getById((added as Item).id)
    .delete()
  const posts = sent.filter((line) => line === 'POST /v1.0/$batch').length
  return { batch: { site: siteRead, item, added, missing }, batchPosts: posts }
}

async function refusals(removed: IListItem) {
  return {
    gone: await failure(removed()),
    noFilter: await failure(itemsOf('Recommendations').filter('fields/Nowhere eq 1')()),
    refused: await failure(Users(graph).getById('nobody@thameside.example')()),
  }
}

const read = { ...(await readAndPage()), ...(await filter()) }
const { one, id, ...written } = await write()
const batched = await batch(id)
await one.delete()
const names = lists.map((list) => list.displayName)
const refused = await refusals(one)
console.log(JSON.stringify({ site: displayName, lists: names, ...read, ...written, ...batched, ...refused }))
