import * as v from 'valibot'
import { type BatchAnswer, sendBatch } from './batch.ts'
import type { ListDeclaration } from './columns/columnTypes.ts'
import { answerToM365Error } from './failures.ts'
import { quote } from './odata.ts'
import { readEverything } from './pages.ts'
import { relativeAddress } from './relativeAddress.ts'
import { listIdOf, type SiteContext } from './site.ts'

/** What a check of one list found. */
export interface FilterCheck {
  readonly list: string
  readonly result: 'found' | 'empty' | 'not-found' | 'failed'
  readonly note: string
}

const items = v.object({
  value: v.array(v.object({ id: v.string(), fields: v.optional(v.object({ Key: v.optional(v.string()) })) })),
  '@odata.nextLink': v.optional(v.string()),
})

/**
 * Takes one row of each list and looks for it by its key. Filters on indexed columns have been seen to answer
 * nothing for a while although the row was there (github.com/microsoftgraph/microsoft-graph-explorer-v4/issues/3763).
 */
export async function checkFilters(
  site: SiteContext,
  lists: readonly ListDeclaration[],
): Promise<readonly FilterCheck[]> {
  const expand = '$expand=fields($select=Key)'
  const paths = await Promise.all(
    lists.map(async (list) => `/sites/${site.siteId}/lists/${await listIdOf(site, list.title)}/items`),
  )
  const samples = await sendBatch(
    site.client,
    paths.map((path) => ({ method: 'GET', url: `${path}?${expand}&$top=1` })),
  )
  const keys = samples.map(keyOf)
  const answers = await sendBatch(
    site.client,
    paths.map((path, index) => ({
      method: 'GET',
      url: `${path}?${expand}&$filter=${encodeURIComponent(`fields/Key eq ${quote(keys[index] ?? '')}`)}`,
    })),
  )
  const filtered = await Promise.all(answers.map((answer) => lookFurther(site, answer)))
  return lists.map((list, index) => judge(list.title, samples[index], keys[index], filtered[index]))
}

/** An empty page with a next link says only that nothing was found so far. */
async function lookFurther(site: SiteContext, answer: BatchAnswer): Promise<BatchAnswer> {
  const page = v.safeParse(items, answer.body)
  const link = page.success && page.output.value.length === 0 ? page.output['@odata.nextLink'] : undefined
  if (link === undefined) return answer
  return { status: 200, body: { value: await readEverything(site.client, relativeAddress(link)) } }
}

function keyOf(answer: BatchAnswer): string | undefined {
  const read = v.safeParse(items, answer.body)
  return read.success ? read.output.value[0]?.fields?.Key : undefined
}

function judge(
  list: string,
  sample: BatchAnswer | undefined,
  key: string | undefined,
  filtered: BatchAnswer | undefined,
): FilterCheck {
  for (const answer of [sample, filtered])
    if (answer?.status !== 200)
      return { list, result: 'failed', note: answerToM365Error(answer?.status ?? 504, answer?.body).message }
  if (key === undefined) return { list, result: 'empty', note: 'It has no rows to look for.' }
  const found = filtered && keyOf(filtered) === key
  return found
    ? { list, result: 'found', note: `Row ${key} is found by its key.` }
    : { list, result: 'not-found', note: `Row ${key} is there, but the filter does not find it.` }
}
