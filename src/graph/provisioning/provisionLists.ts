import * as v from 'valibot'
import { M365Error } from '../../domain/m365Error.ts'
import { sendBatch } from '../batch.ts'
import type { ListDeclaration } from '../columns/columnTypes.ts'
import { answerToM365Error, leavesOutcomeOpen, toM365Error } from '../failures.ts'
import { readEverything } from '../pages.ts'
import { Repeatable } from '../retryHandler.ts'
import type { SiteContext } from '../site.ts'
import {
  type ActualColumn,
  actualColumn,
  indexRefusal,
  newColumn,
  stepForColumn,
} from './columnDefinitions.ts'

/** What provisioning did; every change as a sentence, and what it refused to do. */
export interface ProvisionReport {
  readonly lists: number
  readonly columns: number
  readonly changes: readonly string[]
  readonly refusals: readonly string[]
}

type Tell = (sentence: string) => void

/**
 * Makes the lists of a site as they are declared. It looks first and changes only what differs, so a second run
 * changes nothing and a run that broke off is continued. A list is created together with its columns and indexes.
 */
export async function provisionLists(
  site: SiteContext,
  declarations: readonly ListDeclaration[],
  tell: Tell,
): Promise<ProvisionReport> {
  const changes: string[] = []
  const refusals: string[] = []
  const note = (sentence: string) => {
    changes.push(sentence)
    tell(sentence)
  }
  let ids = await listIds(site)
  const missing = declarations.filter((list) => !ids.has(list.title))
  for (const list of missing) {
    await createList(site, list)
    note(`${list.title}: created with ${countOf(list)} columns.`)
  }
  if (missing.length > 0) ids = await listIds(site)
  const columns = await readColumns(site, declarations, ids)
  for (const list of declarations)
    await migrateList(site, list, mustHave(ids, list.title), columns.get(list.title) ?? [], note, refusals)
  const total = declarations.reduce((sum, list) => sum + countOf(list), 0)
  return { lists: declarations.length, columns: total, changes, refusals }
}

const countOf = (list: ListDeclaration): number => Object.keys(list.columns).length

function mustHave(ids: ReadonlyMap<string, string>, title: string): string {
  const id = ids.get(title)
  if (id !== undefined) return id
  throw new M365Error('unexpected', `The list ${title} was created but is not there yet. Run it again.`)
}

const listAnswer = v.object({ id: v.string(), displayName: v.string() })

async function listIds(site: SiteContext): Promise<ReadonlyMap<string, string>> {
  const answers = await readEverything(site.client, `/sites/${site.siteId}/lists?$select=id,displayName`)
  return new Map(
    answers.map((answer) => {
      const { id, displayName } = v.parse(listAnswer, answer)
      return [displayName, id]
    }),
  )
}

async function createList(site: SiteContext, list: ListDeclaration): Promise<void> {
  const columns = Object.entries(list.columns).map(([name, column]) => newColumn(name, column))
  const body = {
    displayName: list.title,
    description: list.description,
    columns,
    list: { template: 'genericList' },
  }
  try {
    await site.client.api(`/sites/${site.siteId}/lists`).post(body)
  } catch (thrown) {
    const error = toM365Error(thrown)
    // A list of that title being there now is what was wanted; its columns are compared next.
    if (error.kind === 'conflict') return
    if (!leavesOutcomeOpen(error) || !(await listIds(site)).has(list.title)) throw error
  }
}

const columnsAnswer = v.object({ value: v.array(v.unknown()), '@odata.nextLink': v.optional(v.string()) })

async function readColumns(
  site: SiteContext,
  declarations: readonly ListDeclaration[],
  ids: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, readonly ActualColumn[]>> {
  const addresses = declarations.map(
    (list) => `/sites/${site.siteId}/lists/${mustHave(ids, list.title)}/columns`,
  )
  const answers = await sendBatch(
    site.client,
    addresses.map((url) => ({ method: 'GET', url })),
  )
  const byTitle = new Map<string, readonly ActualColumn[]>()
  for (const [index, list] of declarations.entries()) {
    const answer = answers[index]
    if (answer?.status !== 200) throw answerToM365Error(answer?.status ?? 504, answer?.body)
    const page = v.parse(columnsAnswer, answer.body)
    const isWhole = page['@odata.nextLink'] === undefined
    const all = isWhole ? page.value : await readEverything(site.client, addresses[index] ?? '')
    byTitle.set(
      list.title,
      all.map((one) => v.parse(actualColumn, one)),
    )
  }
  return byTitle
}

async function migrateList(
  site: SiteContext,
  list: ListDeclaration,
  listId: string,
  actual: readonly ActualColumn[],
  note: Tell,
  refusals: string[],
): Promise<void> {
  const byName = new Map(actual.map((column) => [column.name, column]))
  const crowded = indexRefusal(list, actual)
  if (crowded) {
    refusals.push(crowded)
    return
  }
  const path = `/sites/${site.siteId}/lists/${listId}/columns`
  for (const [name, column] of Object.entries(list.columns)) {
    const there = byName.get(name)
    const step = stepForColumn(name, column, there)
    if (step.does === 'refuse')
      refusals.push(
        `${list.title}: column ${name} is ${step.is} and should be ${step.wanted}. SharePoint would lose what it holds, so it was left alone; move its values to a new column by hand.`,
      )
    if (step.does === 'create') {
      await send(() => site.client.api(path).post(step.body))
      note(`${list.title}: column ${name} added.`)
    }
    if (step.does === 'change' && there) {
      await send(() =>
        site.client.api(`${path}/${there.id}`).middlewareOptions([new Repeatable()]).patch(step.body),
      )
      note(`${list.title}: column ${name} changed (${Object.keys(step.body).map(inWords).join(', ')}).`)
    }
  }
}

function inWords(property: string): string {
  const words: Record<string, string> = {
    indexed: 'indexed',
    enforceUniqueValues: 'unique values',
    choice: 'choices',
    description: 'description',
  }
  return words[property] ?? property
}

async function send(request: () => Promise<unknown>): Promise<void> {
  try {
    await request()
  } catch (thrown) {
    throw toM365Error(thrown)
  }
}
