import * as v from 'valibot'
import type { ReadRows } from '../../usecases/ports.ts'
import { type BatchPart, sendBatch } from '../batch.ts'
import type { ListDeclaration } from '../columns/columnTypes.ts'
import { answerToM365Error } from '../failures.ts'
import { quote } from '../odata.ts'
import { readEverything } from '../pages.ts'
import { relativeAddress } from '../relativeAddress.ts'
import { explainList, listAddress, type SiteContext } from '../site.ts'
import { readAll } from './readRow.ts'

const pageSize = 200

const page = v.object({ value: v.array(v.unknown()), '@odata.nextLink': v.optional(v.string()) })

/**
 * Rows whose indexed column has one of many values, by one query for each value and twenty queries in each request.
 * Throws `M365Error` as soon as one of them fails: half an answer would look like people without training.
 * @param column an indexed column
 */
export async function readOfMany<T>(
  site: SiteContext,
  declaration: ListDeclaration,
  schema: v.GenericSchema<unknown, T>,
  column: string,
  values: readonly string[],
): Promise<ReadRows<T>> {
  const { title, columns } = declaration
  const expand = `$expand=fields($select=${Object.keys(columns).join(',')})`
  const address = (value: string) =>
    `${listAddress(site, title)}/items?${expand}&$filter=${encodeURIComponent(`fields/${column} eq ${quote(value)}`)}&$top=${pageSize}`
  const parts = [...new Set(values)].map((value): BatchPart => ({ method: 'GET', url: address(value) }))
  const items: unknown[] = []
  for (const answer of await sendBatch(site.client, parts)) {
    if (answer.status !== 200) throw explainList(answerToM365Error(answer.status, answer.body), title)
    const read = v.parse(page, answer.body)
    items.push(...read.value)
    const next = read['@odata.nextLink']
    if (next !== undefined) items.push(...(await readEverything(site.client, relativeAddress(next))))
  }
  return readAll(items, schema)
}
