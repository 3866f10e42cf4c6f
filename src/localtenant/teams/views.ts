import type { Request } from 'express'
import { findPerson, people, rooms, serviceMailbox } from '../directory.ts'
import { badRequest, notFound } from '../graphErrors.ts'
import { outlookOf } from '../outlook/outlookState.ts'
import { CLIENT_ID, MAIL_DOMAIN, TEAMS_APP_ID, TENANT_ID } from '../settings.ts'
import type { Tenant, TenantPart } from '../tenant.ts'
import { chatViewRoutes } from './chatView.ts'
import { outlookViewRoutes } from './outlookView.ts'
import { type RateLimit, teamsOf } from './teamsState.ts'

/** The five the sign-in page offers first, with the part each plays in the story. */
const offered: Readonly<Record<string, string>> = {
  'amira.hassan': 'An officer',
  'daniel.okafor': 'An owner of recommendations',
  'ruth.mbeki': 'The coordinator',
  'helen.carver': 'The board secretary',
  'tom.brandt': 'The administrator',
}

const startedAt = Date.now().toString(36)

/** What the host page and the tests look at: settings, people, chats, calendars and mail. */
export const viewsPart: TenantPart = (router, tenant) => {
  router.get('/settings', (_req, res) => {
    const { serviceOrigin } = tenant.settings
    res.json({
      tenantId: TENANT_ID,
      tenantName: 'Thameside Police',
      clientId: CLIENT_ID,
      teamsAppId: TEAMS_APP_ID,
      appName: 'Follow-Through',
      tabUrl: `${serviceOrigin}/tab/`,
      tabOrigin: new URL(serviceOrigin).origin,
    })
  })
  router.get('/mailboxes', (_req, res) => {
    res.json({ people: people.map(rosterEntry), mailboxes: mailboxes(tenant) })
  })
  router.get('/pulse/:who', (req, res) => {
    res.json({
      revision: revision(tenant),
      now: tenant.clock.now().toISOString(),
      unread: unread(tenant, req),
    })
  })
  router.post('/connector-limits', (req, res) => {
    const teams = teamsOf(tenant)
    const { perThread, notifications } = req.body ?? {}
    if (perThread === undefined && notifications === undefined)
      throw badRequest('perThread or notifications must be a list of {count, seconds}.')
    if (perThread !== undefined) teams.limits = limitsFrom(perThread)
    if (notifications !== undefined)
      teams.graphLimits = { ...teams.graphLimits, notifications: limitsFrom(notifications) }
    res.json({ perThread: teams.limits, ...teams.graphLimits })
  })
  router.post('/reach/:person', (req, res) => {
    const person = findPerson(String(req.params.person))
    if (!person) throw notFound('There is no such person in the tenant.')
    const { blocked, barred } = teamsOf(tenant)
    for (const [set, on] of [[blocked, req.body?.blocked] as const, [barred, req.body?.barred] as const])
      if (typeof on === 'boolean') set[on ? 'add' : 'delete'](person.id)
    res.json({ blocked: blocked.has(person.id), barred: barred.has(person.id) })
  })
  chatViewRoutes(router, tenant)
  outlookViewRoutes(router, tenant)
}

function limitsFrom(given: unknown): RateLimit[] {
  if (!Array.isArray(given)) throw badRequest('Limits must be a list of {count, seconds}.')
  return given.map(({ count, seconds }) => ({ count: Number(count), seconds: Number(seconds) }))
}

function rosterEntry({ id, userPrincipalName, displayName, jobTitle }: (typeof people)[number]) {
  const offeredAs = offered[userPrincipalName.split('@')[0] ?? '']
  return { id, userPrincipalName, displayName, jobTitle, offeredAs }
}

/** Every mailbox that can be opened; an address outside is one as soon as something has been sent to it. */
function mailboxes(tenant: Tenant): { address: string; name: string; kind: string }[] {
  const { events, mail } = outlookOf(tenant)
  const used = new Set([...events.addresses(), ...mail.addresses()])
  const outside = [...used].filter((address) => !address.endsWith(`@${MAIL_DOMAIN}`)).sort()
  return [
    ...people.map((person) => ({ address: person.mail, name: person.displayName, kind: 'person' })),
    { address: serviceMailbox.mail, name: serviceMailbox.displayName, kind: 'service' },
    ...rooms.map((room) => ({ address: room.mail, name: room.displayName, kind: 'room' })),
    ...outside.map((address) => ({ address, name: address, kind: 'outside' })),
  ]
}

/** Changes with every write to the tenant's database, so the page knows when to ask again. */
function revision(tenant: Tenant): string {
  const { n } = tenant.db.prepare('select total_changes() as n').get() ?? {}
  return `${startedAt}-${n}`
}

function unread(tenant: Tenant, req: Request): { chat: number; calendar: number; mail: number } {
  const who = String(req.params.who)
  const person = findPerson(who) ?? findPerson(`${who}@${MAIL_DOMAIN}`)
  const address = (person?.mail ?? who).toLowerCase()
  const { events, mail } = outlookOf(tenant)
  const open = events
    .ofMailbox(address)
    .filter((event) => !event.isCancelled && event.responseStatus.response === 'notResponded')
  return {
    chat: person ? teamsOf(tenant).chats.unread(person.id) : 0,
    calendar: open.length,
    mail: mail.unread(address),
  }
}
