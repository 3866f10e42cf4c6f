import type { Client } from '@microsoft/microsoft-graph-client'
import * as v from 'valibot'
import { toM365Error } from './failures.ts'
import { relativeAddress } from './relativeAddress.ts'

const deltaPage = v.object({
  value: v.array(v.looseObject({ id: v.string(), deleted: v.optional(v.unknown()) })),
  '@odata.nextLink': v.optional(v.string()),
  '@odata.deltaLink': v.optional(v.string()),
})
type DeltaItem = v.InferOutput<typeof deltaPage>['value'][number]

export interface DeltaAnswer {
  /** The last occurrence of each item that exists. */
  readonly items: readonly unknown[]
  readonly removed: readonly string[]
  /** To be handed in next time. */
  readonly token: string
  /** The token was too old; `items` is everything there is. */
  readonly restarted: boolean
}

/**
 * What changed in a list since a token (learn.microsoft.com/graph/api/listitem-delta). An item may come more than
 * once, and the last time counts. A token that is too old is answered with 410; then everything is read anew.
 * @param start address of the enumeration from the beginning
 * @param token from an earlier answer, or null to read everything
 */
export async function readDelta(client: Client, start: string, token: string | null): Promise<DeltaAnswer> {
  if (token === null) return follow(client, start, false)
  try {
    return await follow(client, relativeAddress(token), false)
  } catch (thrown) {
    const error = toM365Error(thrown)
    if (error.status !== 410) throw error
    return follow(client, start, true)
  }
}

async function follow(client: Client, address: string, restarted: boolean): Promise<DeltaAnswer> {
  const items = new Map<string, DeltaItem>()
  const removed = new Set<string>()
  for (let next = address; ; ) {
    const page = await readPage(client, next)
    for (const item of page.value) {
      items.delete(item.id)
      removed.delete(item.id)
      if (item.deleted === undefined) items.set(item.id, item)
      else removed.add(item.id)
    }
    const link = page['@odata.nextLink']
    if (link === undefined)
      return {
        items: [...items.values()],
        removed: [...removed],
        token: page['@odata.deltaLink'] ?? address,
        restarted,
      }
    next = relativeAddress(link)
  }
}

async function readPage(client: Client, address: string): Promise<v.InferOutput<typeof deltaPage>> {
  try {
    const answer: unknown = await client.api(address).get()
    return v.parse(deltaPage, answer)
  } catch (thrown) {
    throw toM365Error(thrown)
  }
}
