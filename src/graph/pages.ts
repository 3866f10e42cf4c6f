import type { Client } from '@microsoft/microsoft-graph-client'
import * as v from 'valibot'
import { toM365Error } from './failures.ts'
import { relativeAddress } from './relativeAddress.ts'

const pageAnswer = v.object({
  value: v.array(v.unknown()),
  '@odata.nextLink': v.optional(v.string()),
})

/**
 * Everything behind an address, page by page. An empty page with a next link is not the end: a filter over a large
 * list walks through windows (learn.microsoft.com/graph/api/listitem-list).
 * @param onPage is told how many came so far, after each page
 */
export async function* readPages(
  client: Client,
  address: string,
  onPage?: (soFar: number) => void,
): AsyncGenerator<unknown> {
  let soFar = 0
  for (let next: string | undefined = address; next !== undefined; ) {
    const page: v.InferOutput<typeof pageAnswer> = await readPage(client, next)
    soFar += page.value.length
    onPage?.(soFar)
    yield* page.value
    const link = page['@odata.nextLink']
    next = link === undefined ? undefined : relativeAddress(link)
  }
}

async function readPage(client: Client, address: string): Promise<v.InferOutput<typeof pageAnswer>> {
  try {
    const answer: unknown = await client.api(address).get()
    return v.parse(pageAnswer, answer)
  } catch (thrown) {
    throw toM365Error(thrown)
  }
}

/** The same, gathered. */
export async function readEverything(
  client: Client,
  address: string,
  onPage?: (soFar: number) => void,
): Promise<readonly unknown[]> {
  const all: unknown[] = []
  for await (const one of readPages(client, address, onPage)) all.push(one)
  return all
}
