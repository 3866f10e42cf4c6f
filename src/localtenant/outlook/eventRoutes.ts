import type { Request, Response, Router } from 'express'
import type { SharedMailbox } from '../directory.ts'
import { badRequest, GraphError, notFound, notImitated } from '../graphErrors.ts'
import { inTransaction } from '../store.ts'
import type { Tenant } from '../tenant.ts'
import { flag, parametersOf, text } from './bodyReading.ts'
import { readEventBody } from './eventBody.ts'
import { answerCalendarDelta } from './eventDelta.ts'
import { eventFilter, page, sortEvents } from './eventQuery.ts'
import { changeKey, eventView, viewOptions } from './eventView.ts'
import { itemId, keyOfItemId, wantsImmutableIds } from './itemIds.ts'
import { canReadCalendar, canWriteCalendar, mailboxOf } from './mailboxes.ts'
import { invite, removeEvent, sendChanges } from './meetings.ts'
import { changedEvent, newEvent } from './newEvent.ts'
import { outlookOf } from './outlookState.ts'
import { answer, type Given } from './responses.ts'
import type { StoredEvent } from './storedEvent.ts'
import { toInstant } from './zones.ts'

const gone = () => notFound('The specified object was not found in the store.', 'ErrorItemNotFound')

/** Routes for the events of one mailbox; `owner` is `/me` or `/users/:user`. */
export function eventRoutes(router: Router, tenant: Tenant, owner: string): void {
  const { settings } = tenant
  const outlook = outlookOf(tenant)
  const find = (req: Request, mailbox: SharedMailbox): StoredEvent => {
    const key = keyOfItemId(String(req.params.event))
    if (key === undefined) throw badRequest('Id is malformed.', 'ErrorInvalidIdMalformed')
    const event = outlook.events.find(mailbox.mail.toLowerCase(), key)
    if (!event) throw gone()
    return event
  }
  const send = (req: Request, res: Response, event: StoredEvent, status = 200) =>
    res.status(status).json({
      '@odata.context': `${settings.origin}/v1.0/$metadata#users('')/events/$entity`,
      ...eventView(event, viewOptions(req, res)),
    })
  const sendPage = (req: Request, res: Response, events: readonly StoredEvent[]) => {
    const options = viewOptions(req, res)
    const { value, next } = page(req, settings.origin, events)
    res.json({
      '@odata.context': `${settings.origin}/v1.0/$metadata#users('')/events`,
      value: value.map((event) => eventView(event, options)),
      ...(next === undefined ? {} : { '@odata.nextLink': next }),
    })
  }

  const create = (req: Request, res: Response) => {
    const mailbox = mailboxOf(req, res, canWriteCalendar)
    const given = readEventBody(req.body)
    refuseDuplicate(tenant, req, mailbox, given.transactionId)
    const event = newEvent(mailbox, given, outlook.now())
    inTransaction(tenant.db, () => {
      outlook.events.save(event)
      if (event.transactionId) outlook.events.keepTransaction(event.mailbox, event.transactionId, event.key)
      invite(outlook, event, event.attendees)
    })
    // A room has answered by now.
    send(req, res, outlook.events.find(event.mailbox, event.key) ?? event, 201)
  }
  const list = (req: Request, res: Response) => {
    const mailbox = mailboxOf(req, res, canReadCalendar)
    const test = eventFilter(req.query.$filter?.toString())
    const events = outlook.events.ofMailbox(mailbox.mail.toLowerCase()).filter(test)
    sendPage(req, res, sortEvents(events, req.query.$orderby?.toString()))
  }
  const view = (req: Request, res: Response) => {
    const mailbox = mailboxOf(req, res, canReadCalendar)
    const [from, to] = timeWindow(req)
    const test = eventFilter(req.query.$filter?.toString())
    const events = outlook.events
      .ofMailbox(mailbox.mail.toLowerCase())
      .filter((event) => event.startsAt < to && event.endsAt > from && test(event))
    sendPage(req, res, sortEvents(events, req.query.$orderby?.toString() ?? 'start/dateTime'))
  }

  for (const at of ['/events', '/calendar/events', '/calendars/:calendar/events']) {
    router.post(`${owner}${at}`, create)
    router.get(`${owner}${at}`, list)
  }
  router.get(`${owner}/calendarView`, view)
  router.get(`${owner}/calendar/calendarView`, view)
  for (const at of ['/calendarView', '/calendar/calendarView']) {
    router.get([`${owner}${at}/delta`, `${owner}${at}/delta\\(\\)`], (req, res) => {
      const { mail } = mailboxOf(req, res, canReadCalendar)
      answerCalendarDelta(tenant, mail.toLowerCase(), () => timeWindow(req), req, res)
    })
  }
  router.get(`${owner}/events/delta`, notImitated)
  router.get(`${owner}/events/:event`, (req, res) => {
    send(req, res, find(req, mailboxOf(req, res, canReadCalendar)))
  })
  router.get(`${owner}/events/:event/instances`, (req, res) => {
    find(req, mailboxOf(req, res, canReadCalendar))
    timeWindow(req)
    // Without recurrence no event has instances.
    res.json({ value: [] })
  })
  router.patch(`${owner}/events/:event`, (req, res) => {
    const before = find(req, mailboxOf(req, res, canWriteCalendar))
    refuseStale(req, before)
    const given = readEventBody(req.body)
    const after = changedEvent(before, given, outlook.now())
    inTransaction(tenant.db, () => {
      outlook.events.save(after)
      const onlyAttendees = Object.keys(given).every((name) => name === 'attendees')
      if (after.isOrganizer) sendChanges(outlook, before, after, onlyAttendees)
    })
    send(req, res, outlook.events.find(after.mailbox, after.key) ?? after)
  })
  router.delete(`${owner}/events/:event`, (req, res) => {
    const event = find(req, mailboxOf(req, res, canWriteCalendar))
    inTransaction(tenant.db, () => removeEvent(outlook, event))
    res.status(204).end()
  })
  router.post(`${owner}/events/:event/cancel`, (req, res) => {
    const event = find(req, mailboxOf(req, res, canWriteCalendar))
    if (!event.isOrganizer) {
      throw badRequest(
        "Your request can't be completed. You need to be an organizer to cancel a meeting.",
        'ErrorInvalidRequest',
      )
    }
    const { comment = '' } = parametersOf('cancel', { comment: text }, req.body)
    inTransaction(tenant.db, () => removeEvent(outlook, event, comment))
    res.status(202).end()
  })
  for (const [verb, given] of Object.entries(answers)) {
    router.post(`${owner}/events/:event/${verb}`, (req, res) => {
      const copy = find(req, mailboxOf(req, res, canWriteCalendar))
      if (copy.isOrganizer) {
        throw badRequest(
          "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
          'ErrorInvalidRequest',
        )
      }
      const readers = { sendResponse: flag, comment: text }
      const { sendResponse: send = true, comment = '' } = parametersOf(verb, readers, req.body)
      inTransaction(tenant.db, () => answer(outlook, copy, given, comment, send && copy.responseRequested))
      res.status(202).end()
    })
  }
}

/** The names of the three answers in addresses, and what they mean. */
export const answers: Readonly<Record<string, Given>> = {
  accept: 'accepted',
  tentativelyAccept: 'tentativelyAccepted',
  decline: 'declined',
}

/** An action's parameter, whatever the case of its name: the documentation writes both. */
export function parameter(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null) return undefined
  return Object.entries(body).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
}

/** Exchange compares the change key in the etag where one is given. */
function refuseStale(req: Request, event: StoredEvent): void {
  const wanted = req.get('if-match')
  if (wanted === undefined || wanted === '*' || wanted.replace(/^W\//, '') === `"${changeKey(event)}"`) return
  throw new GraphError(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  )
}

function timeWindow(req: Request): [string, string] {
  const value = (name: string) => parameter(req.query, name)
  const [from, to] = [value('startDateTime'), value('endDateTime')]
  if (typeof from !== 'string' || typeof to !== 'string') {
    throw badRequest(
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
      'ErrorInvalidParameter',
    )
  }
  return [toInstant(from, 'UTC'), toInstant(to, 'UTC')]
}

function refuseDuplicate(
  tenant: Tenant,
  req: Request,
  mailbox: SharedMailbox,
  transactionId: string | undefined,
): void {
  if (!transactionId) return
  const used = outlookOf(tenant).events.usedTransaction(mailbox.mail.toLowerCase(), transactionId)
  if (used === undefined) return
  throw new GraphError(
    tenant.controls.duplicateTransaction,
    'ErrorDuplicateTransactionId',
    'The TransactionId specified in the request has already been used to create a different event.',
    { members: { '@event.existingEventId': itemId(used, wantsImmutableIds(req)) } },
  )
}
