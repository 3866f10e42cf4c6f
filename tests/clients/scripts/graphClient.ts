/** Microsoft's Graph client on the lists of the product: its stock chain over https, and our chain over both. */
import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  GraphError,
  PageIterator,
} from '@microsoft/microsoft-graph-client'
import { createGraphClient } from '../../../src/graph/client.ts'
import { readEverything } from '../../../src/graph/pages.ts'

const env = process.env
const accessToken = async () => env.FT_TOKEN ?? ''

/** Nothing of ours but the address: the stock chain gives its token to https hosts that it is told of. */
const stock = Client.initWithMiddleware({
  authProvider: { getAccessToken: accessToken },
  baseUrl: env.FT_HTTPS_ORIGIN,
  customHosts: new Set(['localhost']),
})
const ours = createGraphClient({ origin: env.FT_HTTPS_ORIGIN ?? '', accessToken })
const oursOverHttp = createGraphClient({ origin: env.FT_GRAPH_ORIGIN ?? '', accessToken })

async function failure(work: Promise<unknown>) {
  try {
    await work
    return null
  } catch (thrown) {
    if (!(thrown instanceof GraphError)) return { statusCode: 0, code: String(thrown) }
    const { statusCode, code, requestId, message, date } = thrown
    return { statusCode, code, hasRequestId: Boolean(requestId), message, hasDate: date instanceof Date }
  }
}

/** The client takes only https links for whole addresses, so over http its iterator ends in a failure. */
async function pages(client: Client, items: string) {
  if (client === oursOverHttp) return null
  const first = await client.api(items).expand('fields').top(20).get()
  const ids: string[] = []
  let most = 25
  const iterator = new PageIterator(client, first, (item: { id: string }) => {
    ids.push(item.id)
    return ids.length < most
  })
  await iterator.iterate()
  const paused = ids.length
  most = Number.POSITIVE_INFINITY
  await iterator.resume()
  return { firstPage: first.value.length, paused, all: ids.length, distinct: new Set(ids).size }
}

/** The other two parts wait for the first, the one form of dependency that the client takes; one of them fails. */
async function batch(client: Client, list: string) {
  // The client cuts off the host and nothing else; the version is the batch's own.
  const address = (path: string) => `https://graph.microsoft.com${path}`
  const json = { 'Content-Type': 'application/json' }
  const fields = { Title: 'In a batch', Address: 'batch@elsewhere.example' }
  const content = new BatchRequestContent([
    {
      id: '1',
      request: new Request(address(`${list}/items`), {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ fields }),
      }),
    },
    {
      id: '2',
      request: new Request(
        address(`${list}/items?$expand=fields&$filter=fields/Address eq '${fields.Address}'`),
      ),
      dependsOn: ['1'],
    },
    { id: '3', request: new Request(address(`${list}/items/999999`)), dependsOn: ['1'] },
  ])
  const answer = await client.api('/$batch').post(await content.getContent())
  const responses = new BatchResponseContent(answer)
  const [added, found, missing] = [1, 2, 3].map((id) => responses.getResponseById(String(id)))
  const item: { id: string } = await added?.json()
  const rows: { value: { id: string }[] } = await found?.json()
  const refusal: { error: { code: string } } = await missing?.json()
  await client.api(`${list}/items/${item.id}`).delete()
  return {
    statuses: [added?.status, found?.status, missing?.status],
    sawTheNewOne: rows.value.map(({ id }) => id).includes(item.id),
    error: refusal.error.code,
  }
}

async function writes(client: Client, list: string) {
  const items = `${list}/items`
  const added = await client.api(items).post({ fields: { Title: 'Mine', Address: 'mine@elsewhere.example' } })
  const one = `${items}/${added.id}`
  const changed = await client
    .api(`${one}/fields`)
    .header('If-Match', added.eTag)
    .patch({ ContactRole: 'Nurse' })
  const stale = await failure(
    client.api(`${one}/fields`).header('If-Match', added.eTag).patch({ ContactRole: 'Late' }),
  )
  await client.api(one).delete()
  return { role: changed.ContactRole, stale, gone: await failure(client.api(one).get()) }
}

/** A 429 of one second: the stock retry handler and ours both wait and ask again. */
async function throttled(client: Client, list: string) {
  const plan = { rules: [{ method: 'GET', path: '/lists/', times: 1, kind: '429', retryAfter: 1 }] }
  await fetch(`${env.FT_GRAPH_ORIGIN}/local-tenant/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(plan),
  })
  const began = Date.now()
  const answer = await client.api(list).select('displayName').get()
  return { displayName: answer.displayName, waited: Date.now() - began }
}

async function tour(client: Client) {
  const site = await client.api(`/sites/${env.FT_SITE}`).get()
  const list = (name: string) => `/sites/${site.id}/lists/${name}`
  return {
    site: site.displayName,
    pages: await pages(client, `${list('Recommendations')}/items`),
    read: (await readEverything(client, `${list('Recommendations')}/items?$top=20`)).length,
    batch: await batch(client, list('Contacts')),
    writes: await writes(client, list('Contacts')),
    throttled: await throttled(client, list('Contacts')),
    refused: await failure(
      client
        .api(`${list('Recommendations')}/items`)
        .filter('fields/Nowhere eq 1')
        .get(),
    ),
  }
}

const stranger = Client.initWithMiddleware({
  authProvider: { getAccessToken: async () => 'not.a.token' },
  baseUrl: env.FT_HTTPS_ORIGIN,
  customHosts: new Set(['localhost']),
})
const unauthorised = await failure(stranger.api('/sites/root').get())
const report = { stock: await tour(stock), ours: await tour(ours), overHttp: await tour(oursOverHttp) }
console.log(JSON.stringify({ ...report, unauthorised }))
