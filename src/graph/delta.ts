import type { Client } from '@microsoft/microsoft-graph-client'
import * as v from 'valibot'
import { toM365Error } from './failures.ts'
import { relativeAddress } from './relativeAddress.ts'

const deltaAnswer = v.object({
  value: v.array(v.looseObject({ id: v.string(), deleted: v.optional(v.unknown()) })),
  '@odata.nextLink': v.optional(v.string()),
  '@odata.deltaLink': v.optional(v.string()),
})
type DeltaAnswer = v.InferOutput<typeof deltaAnswer>

export interface DeltaPage {
  /** The last occurrence on this page of each item that exists. */
  readonly items: readonly unknown[]
  readonly removed: readonly string[]
  /** Goes on after this page; on the last page it asks for what changes from now on. */
  readonly token: string
  readonly last: boolean
  /** The token was too old; the pages together are everything there is. */
  readonly restarted: boolean
}

/**
 * What changed in a list since a token, page by page (learn.microsoft.com/graph/api/listitem-delta). An item may come
 * more than once, also on a later page, and the last time counts. A token that is too old, be it one of a reading that
 * was broken off, is answered with 410; then everything is read anew.
 * @param start address of the enumeration from the beginning
 * @param token from an earlier page, or null to read everything
 */
export async function* deltaPages(
  client: Client,
  start: string,
  token: string | null,
): AsyncGenerator<DeltaPage> {
  let next = token === null ? start : relativeAddress(token)
  let restarted = false
  for (;;) {
    const answer: DeltaAnswer | 'too-old' = await readPage(client, next, token !== null && !restarted)
    if (answer === 'too-old') {
      next = start
      restarted = true
      continue
    }
    const link = answer['@odata.nextLink']
    yield { ...sort(answer), token: link ?? answer['@odata.deltaLink'] ?? next, last: !link, restarted }
    if (link === undefined) return
    next = relativeAddress(link)
  }
}

function sort(answer: DeltaAnswer): Pick<DeltaPage, 'items' | 'removed'> {
  const items = new Map<string, unknown>()
  const removed = new Set<string>()
  for (const item of answer.value) {
    items.delete(item.id)
    removed.delete(item.id)
    if (item.deleted === undefined) items.set(item.id, item)
    else removed.add(item.id)
  }
  return { items: [...items.values()], removed: [...removed] }
}

async function readPage(
  client: Client,
  address: string,
  mayBeTooOld: boolean,
): Promise<DeltaAnswer | 'too-old'> {
  try {
    const answer: unknown = await client.api(address).get()
    return v.parse(deltaAnswer, answer)
  } catch (thrown) {
    const error = toM365Error(thrown)
    if (mayBeTooOld && error.status === 410) return 'too-old'
    throw error
  }
}
