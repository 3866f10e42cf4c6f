import type { Request, RequestHandler, Response } from 'express'
import { callerOf, type Needed, requireMe, requirePermission } from '../access.ts'
import { findMailbox, type SharedMailbox, sharedMailboxes } from '../directory.ts'
import { accessDenied, GraphError, notFound } from '../graphErrors.ts'

/** What an operation in a mailbox needs; the permissions for a mailbox shared with the person are others. */
export interface NeededInMailbox extends Needed {
  readonly shared?: readonly string[]
}

const exchangeDenied = () =>
  accessDenied('Access is denied. Check credentials and try again.', 'ErrorAccessDenied')

/**
 * The mailbox a request is for, with its permission checked: an application alone names any mailbox and has no
 * /me; for a person it is their own, or one that is shared with them. An application may also hold a role that Exchange assigned for this
 * one mailbox (learn.microsoft.com/exchange/permissions-exo/application-rbac).
 */
export function mailboxOf(req: Request, res: Response, needed: NeededInMailbox): SharedMailbox {
  const caller = callerOf(res)
  const roles = caller.mailboxes.filter(({ permission }) => needed.application?.includes(permission))
  const key = req.params.user === undefined ? requireMe(res) : String(req.params.user)
  const mailbox = findMailbox(key)
  if (caller.kind === 'delegated' && mailbox && mailbox.id !== caller.userId) {
    requirePermission(res, { delegated: needed.shared ?? [] }, exchangeDenied)
    return mayWorkIn(mailbox, caller.userId)
  }
  if (roles.length === 0) requirePermission(res, needed, exchangeDenied)
  if (!mailbox) throw notFound(`The requested user '${key}' is invalid.`, 'ErrorInvalidUser')
  if (!roles.some((role) => role.mailbox === mailbox.mail)) requirePermission(res, needed, exchangeDenied)
  return mailbox
}

/** Exchange lets those into another's mailbox to whom it was given, whatever the application may do. */
function mayWorkIn(mailbox: SharedMailbox, userId: string | undefined): SharedMailbox {
  const members = sharedMailboxes.find(({ id }) => id === mailbox.id)?.members ?? []
  if (userId === undefined || !members.includes(userId)) throw exchangeDenied()
  return mailbox
}

export const canWriteCalendar: NeededInMailbox = {
  shared: ['Calendars.ReadWrite.Shared'],
  delegated: ['Calendars.ReadWrite'],
  application: ['Calendars.ReadWrite'],
}
export const canReadCalendar: NeededInMailbox = {
  shared: ['Calendars.Read.Shared', 'Calendars.ReadWrite.Shared'],
  delegated: ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'],
  application: ['Calendars.ReadBasic.All', 'Calendars.Read', 'Calendars.ReadWrite'],
}

const MOST_AT_ONCE = 4
// A mailbox takes a moment over everything: without it requests would never be seen to overlap.
const MOMENT_MS = 15

/**
 * Exchange serves four requests at a time for one application and mailbox; the fifth is 429.
 * https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits
 */
export function fourAtATime(): RequestHandler {
  const running = new Map<string, number>()
  return (req, res, next) => {
    // Whoever asked has gone while the request was held up: nothing would give the place back.
    if (res.closed) return next()
    const { appId, userId } = callerOf(res)
    const named = req.params.user === undefined ? userId : findMailbox(String(req.params.user))?.id
    const key = `${appId} ${named}`
    const now = running.get(key) ?? 0
    if (now >= MOST_AT_ONCE) {
      throw new GraphError(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
        headers: { 'Retry-After': '1' },
      })
    }
    running.set(key, now + 1)
    const done = () => {
      res.off('finish', done).off('close', done)
      running.set(key, (running.get(key) ?? 1) - 1)
    }
    res.on('finish', done).on('close', done)
    setTimeout(next, MOMENT_MS)
  }
}
