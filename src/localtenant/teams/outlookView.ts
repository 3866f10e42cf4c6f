import type { Request, Router } from 'express'
import { badRequest, notFound } from '../graphErrors.ts'
import { answers } from '../outlook/eventRoutes.ts'
import { eventView, plainView } from '../outlook/eventView.ts'
import { keyOfItemId } from '../outlook/itemIds.ts'
import { mailView } from '../outlook/mailRoutes.ts'
import { outlookOf } from '../outlook/outlookState.ts'
import { answer } from '../outlook/responses.ts'
import { inTransaction } from '../store.ts'
import type { Tenant } from '../tenant.ts'

const addressOf = (req: Request): string => String(req.params.address).toLowerCase()
const keyOf = (req: Request): string => keyOfItemId(String(req.params.item)) ?? ''

/** What the host page's Outlook shows and does, for mailboxes of the tenant and for addresses outside it. */
export function outlookViewRoutes(router: Router, tenant: Tenant): void {
  const outlook = outlookOf(tenant)
  router.get('/calendar/:address', (req, res) => {
    res.json({ value: outlook.events.ofMailbox(addressOf(req)).map((event) => eventView(event, plainView)) })
  })
  router.post('/calendar/:address/:item/respond', (req, res) => {
    const copy = outlook.events.find(addressOf(req), keyOf(req))
    if (!copy) throw notFound('This event is no longer in the calendar.')
    const wanted = String(req.body?.response)
    const given = Object.hasOwn(answers, wanted) ? answers[wanted] : undefined
    if (!given) throw badRequest('The answer must be accept, tentativelyAccept or decline.')
    if (copy.isOrganizer) throw badRequest('The organiser of an event does not answer its invitation.')
    if (copy.isCancelled) throw badRequest('This event has been cancelled, so it takes no answers.')
    const comment = String(req.body?.comment ?? '')
    inTransaction(tenant.db, () => answer(outlook, copy, given, comment, copy.responseRequested))
    res.status(204).end()
  })
  router.get('/mail/:address', (req, res) => {
    res.json({ value: outlook.mail.ofMailbox(addressOf(req), 'inbox').map((mail) => mailView(mail, true)) })
  })
  router.post('/mail/:address/:item/read', (req, res) => {
    const mail = outlook.mail.find(addressOf(req), keyOf(req))
    if (!mail) throw notFound('This message is no longer in the inbox.')
    outlook.mail.markRead(mail, true)
    res.status(204).end()
  })
}
