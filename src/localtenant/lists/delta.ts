import type { Request, Response } from 'express'
import { badRequest, GraphError } from '../graphErrors.ts'
import { readQuery } from '../query/options.ts'
import { seal, unseal } from '../query/sealed.ts'
import type { Tenant } from '../tenant.ts'
import { deltaEpoch } from './deltaTokens.ts'
import { deletedItem, type ItemView, itemView } from './itemResource.ts'
import { itemFromRow } from './itemStore.ts'
import type { StoredList } from './listStore.ts'

/** What a delta token stands for. */
interface DeltaState {
  readonly list: string
  readonly epoch: number
  readonly select: readonly string[] | undefined
  readonly expand: string | undefined
  readonly top: number
  /** Full enumeration: the last row id seen. Changes only: undefined. */
  readonly after: number | undefined
  /** Changes up to this number are known. */
  readonly seq: number
}

interface DeltaPage {
  readonly value: readonly Record<string, unknown>[]
  readonly link: '@odata.nextLink' | '@odata.deltaLink'
  readonly state: DeltaState
}

const PAGE = 200

/** GET …/items/delta: everything, then what changed since. https://learn.microsoft.com/graph/api/listitem-delta */
export function answerDelta(tenant: Tenant, list: StoredList, req: Request, res: Response): void {
  const base = `${tenant.settings.origin}${req.originalUrl.split('?')[0]?.replace(/\(.*\)$/, '')}`
  const state = readState(tenant, list, req, base)
  const page = state === 'latest' ? latest(tenant, list, req) : nextPage(tenant, list, state)
  res.json({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#Collection(listItem)',
    [page.link]: `${base}?token=${encodeURIComponent(seal(tenant, page.state))}`,
    value: page.value,
  })
}

function readState(tenant: Tenant, list: StoredList, req: Request, base: string): DeltaState | 'latest' {
  const query = readQuery(req, ['select', 'expand', 'top'], ['token'])
  const token = tokenInPath(req) ?? query.others.token
  if (token === 'latest') return 'latest'
  if (token === undefined || token === '') return fresh(tenant, list, req)
  const state = unseal<DeltaState>(tenant, token)
  if (state === undefined || state.list !== list.id) throw resync(base, 'resyncChangesUploadDifferences')
  if (state.epoch !== deltaEpoch(tenant.db)) throw resync(base, 'resyncChangesApplyDifferences')
  return state
}

/** The function form of the address: `delta(token='…')`. */
function tokenInPath(req: Request): string | undefined {
  return /\(token='([^']*)'\)$/.exec(decodeURIComponent(req.path))?.[1]
}

function fresh(tenant: Tenant, list: StoredList, req: Request): DeltaState {
  const { select, expand, top = PAGE } = readQuery(req, ['select', 'expand', 'top'], ['token'])
  if (top > PAGE * 25) throw badRequest('$top is too large.')
  return {
    list: list.id,
    epoch: deltaEpoch(tenant.db),
    select,
    expand,
    top: Math.min(top, PAGE),
    after: 0,
    seq: newestChange(tenant, list),
  }
}

function latest(tenant: Tenant, list: StoredList, req: Request): DeltaPage {
  return { value: [], link: '@odata.deltaLink', state: { ...fresh(tenant, list, req), after: undefined } }
}

function nextPage(tenant: Tenant, list: StoredList, state: DeltaState): DeltaPage {
  const view = itemView(tenant, list, state)
  return state.after === undefined
    ? changes(tenant, list, state, view)
    : enumeration(tenant, list, state, state.after, view)
}

function enumeration(
  tenant: Tenant,
  list: StoredList,
  state: DeltaState,
  after: number,
  view: ItemView,
): DeltaPage {
  const rows = tenant.db
    .prepare('select * from items where list_id = ? and id > ? order by id limit ?')
    .all(list.id, after, state.top + 1)
    .map(itemFromRow)
  const shown = rows.slice(0, state.top)
  const last = shown.at(-1)?.id
  const more = rows.length > state.top
  const next = { ...state, after: more ? last : undefined }
  return { value: shown.map(view), link: more ? '@odata.nextLink' : '@odata.deltaLink', state: next }
}

/** Changes after `seq`, each row once, in the order of its last change. */
function changes(tenant: Tenant, list: StoredList, state: DeltaState, view: ItemView): DeltaPage {
  const rows = tenant.db
    .prepare(
      'select item_id, max(seq) as last from item_changes where list_id = ? and seq > ? group by item_id order by last limit ?',
    )
    .all(list.id, state.seq, state.top + 1)
  const shown = rows.slice(0, state.top)
  const value = shown.map((row) => {
    const item = tenant.db
      .prepare('select * from items where list_id = ? and id = ?')
      .get(list.id, row.item_id ?? 0)
    return item === undefined ? deletedItem(list, Number(row.item_id)) : view(itemFromRow(item))
  })
  const seq = Number(shown.at(-1)?.last ?? state.seq)
  const link = rows.length > state.top ? '@odata.nextLink' : '@odata.deltaLink'
  return { value, link, state: { ...state, seq } }
}

function newestChange(tenant: Tenant, list: StoredList): number {
  const row = tenant.db.prepare('select max(seq) as seq from item_changes where list_id = ?').get(list.id)
  return Number(row?.seq ?? 0)
}

function resync(base: string, code: string): GraphError {
  return new GraphError(410, code, 'Resync required. Replace any local items with the server’s version.', {
    headers: { Location: base },
  })
}
