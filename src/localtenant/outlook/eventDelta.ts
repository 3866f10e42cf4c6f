import type { Request, Response } from 'express'
import { badRequest, GraphError } from '../graphErrors.ts'
import { deltaEpoch } from '../lists/deltaTokens.ts'
import { seal, unseal } from '../query/sealed.ts'
import type { Tenant } from '../tenant.ts'
import type { EventStore } from './eventStore.ts'
import { eventView, viewOptions } from './eventView.ts'
import { itemId, wantsImmutableIds } from './itemIds.ts'
import { outlookOf } from './outlookState.ts'
import type { StoredEvent } from './storedEvent.ts'

/** What a token stands for. */
interface DeltaState {
  readonly mailbox: string
  readonly epoch: number
  readonly from: string
  readonly to: string
  /** Full enumeration: the last key given. Changes only: undefined. */
  readonly after: string | undefined
  /** Changes up to this number are known. */
  readonly seq: number
}

interface DeltaPage {
  readonly events: readonly StoredEvent[]
  readonly removed: readonly { readonly key: string; readonly reason: 'deleted' | 'changed' }[]
  readonly more: boolean
  readonly state: DeltaState
}

const PAGE = 50

/**
 * GET …/calendarView/delta: a stretch of a calendar, then what changed in it since.
 * https://learn.microsoft.com/graph/api/event-delta
 */
export function answerCalendarDelta(
  tenant: Tenant,
  mailbox: string,
  stretch: () => readonly [from: string, to: string],
  req: Request,
  res: Response,
): void {
  refuseOptions(req)
  const { events } = outlookOf(tenant)
  const state = readState(tenant, mailbox, events, stretch, req)
  const size = Number(/odata\.maxpagesize\s*=\s*(\d+)/i.exec(req.get('prefer') ?? '')?.[1] ?? PAGE) || PAGE
  const page = state.after === undefined ? changes(events, state, size) : enumeration(events, state, size)
  const options = { ...viewOptions(req, res), select: undefined, extended: [] }
  const immutable = wantsImmutableIds(req)
  const link = new URL(req.originalUrl.split('?')[0] ?? '', tenant.settings.origin)
  link.searchParams.set(page.more ? '$skiptoken' : '$deltatoken', seal(tenant, page.state))
  res.json({
    '@odata.context': `${tenant.settings.origin}/v1.0/$metadata#Collection(event)`,
    [page.more ? '@odata.nextLink' : '@odata.deltaLink']: link.href,
    value: [
      ...page.events.map((event) => eventView(event, options)),
      ...page.removed.map(({ key, reason }) => ({ id: itemId(key, immutable), '@removed': { reason } })),
    ],
  })
}

function refuseOptions(req: Request): void {
  const refused = ['$orderby', '$filter', '$select', '$expand', '$search', '$top'].filter(
    (name) => req.query[name] !== undefined,
  )
  if (refused.length === 0) return
  throw badRequest(
    `The following parameters are not supported with change tracking over the 'CalendarView' resource: '${refused.join(', ')}'.`,
    'ErrorInvalidUrlQuery',
  )
}

function readState(
  tenant: Tenant,
  mailbox: string,
  events: EventStore,
  stretch: () => readonly [string, string],
  req: Request,
): DeltaState {
  const token = req.query.$deltatoken ?? req.query.$skiptoken
  const epoch = deltaEpoch(tenant.db)
  if (token === undefined) {
    const [from, to] = stretch()
    return { mailbox, epoch, from, to, after: '', seq: events.newestChange(mailbox) }
  }
  const state = unseal<DeltaState>(tenant, String(token))
  if (state?.mailbox === mailbox && state.epoch === epoch) return state
  throw new GraphError(410, 'SyncStateNotFound', 'The sync state generation is not found; start a new sync.')
}

const isIn = (state: DeltaState, from: string, to: string): boolean => from < state.to && to > state.from

function enumeration(events: EventStore, state: DeltaState, size: number): DeltaPage {
  const found = events
    .ofMailbox(state.mailbox)
    .filter((event) => isIn(state, event.startsAt, event.endsAt) && event.key > (state.after ?? ''))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const shown = found.slice(0, size)
  const more = found.length > size
  return {
    events: shown,
    removed: [],
    more,
    state: { ...state, after: more ? shown.at(-1)?.key : undefined },
  }
}

/** Changes after the number that is known, each event once. One that was never in the stretch is not spoken of. */
function changes(events: EventStore, state: DeltaState, size: number): DeltaPage {
  const rows = events.changesAfter(state.mailbox, state.seq)
  const shown = rows.slice(0, size)
  const found: StoredEvent[] = []
  const removed: { key: string; reason: 'deleted' | 'changed' }[] = []
  for (const { key, places } of shown) {
    const event = events.find(state.mailbox, key)
    if (event && isIn(state, event.startsAt, event.endsAt)) found.push(event)
    else if (places.some(([from, to]) => isIn(state, from, to)))
      removed.push({ key, reason: event ? 'changed' : 'deleted' })
  }
  const seq = shown.at(-1)?.seq ?? state.seq
  return { events: found, removed, more: rows.length > size, state: { ...state, seq } }
}
