import type { Request, Response } from 'express'
import { callerOf, type Needed, requirePermission } from '../access.ts'
import { findPerson, type Person } from '../directory.ts'
import { accessDenied, badRequest, GraphError, notFound } from '../graphErrors.ts'
import { CLIENT_ID, TEAMS_APP_ID } from '../settings.ts'
import { mustFit, type Shape } from '../shapes.ts'
import type { Tenant, TenantPart } from '../tenant.ts'
import { appOf, CATALOGUE_ID } from './appCatalogue.ts'
import { sendToBot } from './botClient.ts'
import { chatIdOf } from './chatStore.ts'
import type { Install } from './installStore.ts'
import { notificationRoutes } from './notifications.ts'
import { RateLimiter, teamsThrottled } from './rateLimiter.ts'
import { memberId, teamsOf } from './teamsState.ts'

const canRead: Needed = {
  delegated: ['TeamsAppInstallation.ReadForUser', 'TeamsAppInstallation.ReadWriteSelfForUser'],
  application: [
    'TeamsAppInstallation.ReadForUser.All',
    'TeamsAppInstallation.ReadWriteSelfForUser.All',
    'TeamsAppInstallation.ReadWriteForUser.All',
  ],
}
const canWrite: Needed = {
  delegated: ['TeamsAppInstallation.ReadWriteSelfForUser'],
  application: ['TeamsAppInstallation.ReadWriteSelfForUser.All', 'TeamsAppInstallation.ReadWriteForUser.All'],
}
const canReadCatalogue: Needed = { delegated: ['AppCatalog.Read.All'], application: ['AppCatalog.Read.All'] }

const installationShape: Shape = {
  type: 'userScopeTeamsAppInstallation',
  has: { id: 'text', consentedPermissionSet: 'anything' },
}

const denied = () => accessDenied('Missing role permissions on the request.', 'Forbidden')

function personOf(req: Request, res: Response, needed: Needed): Person {
  const caller = requirePermission(res, needed, denied)
  const person = findPerson(String(req.params.user))
  if (!person) throw notFound(`User '${String(req.params.user)}' was not found.`, 'NotFound')
  if (caller.kind === 'delegated' && caller.userId !== person.id) throw denied()
  return person
}

function view(install: Install, expand: string): Record<string, unknown> {
  const app = appOf()
  return {
    id: install.id,
    ...(/teamsApp\b(?!Definition)/.test(expand) ? { teamsApp: app.teamsApp } : {}),
    ...(/teamsAppDefinition/.test(expand) ? { teamsAppDefinition: app.teamsAppDefinition } : {}),
  }
}

function matches(filter: string): boolean {
  if (filter === '') return true
  const found = /^teamsApp\/(externalId|id)\s+eq\s+'([^']*)'$/.exec(filter.trim())
  if (!found) throw badRequest(`Invalid filter clause: ${filter}`, 'BadRequest')
  return found[2] === (found[1] === 'externalId' ? TEAMS_APP_ID : CATALOGUE_ID)
}

/** Installing the Teams app for people, and its activity feed. https://learn.microsoft.com/graph/api/userteamwork-post-installedapps */
export const installsPart: TenantPart = (router, tenant) => {
  const { installs, chats, barred } = teamsOf(tenant)
  const limiter = new RateLimiter(teamsThrottled)
  const at = '/users/:user/teamwork/installedApps'
  const found = (req: Request, person: Person): Install => {
    const install = installs.ofPerson(person.id)
    if (install?.id !== req.params.install) throw notFound('App installation was not found.', 'NotFound')
    return install as Install
  }
  router.get(at, (req, res) => {
    const install = installs.ofPerson(personOf(req, res, canRead).id)
    const shown =
      install && matches(String(req.query.$filter ?? ''))
        ? [view(install, String(req.query.$expand ?? ''))]
        : []
    res.json({ '@odata.count': shown.length, value: shown })
  })
  router.post(at, (req, res) => {
    const person = personOf(req, res, canWrite)
    limiter.take(callerOf(res).appId, teamsOf(tenant).graphLimits.installations)
    mustFit(installationShape, req.body ?? {}, 'userScopeTeamsAppInstallation')
    const named = String(req.body?.['teamsApp@odata.bind'] ?? '')
    if (!/\/appCatalogs\/teamsApps\/[^/]+$/.test(named))
      throw badRequest("'teamsApp@odata.bind' is required.", 'BadRequest')
    if (!named.endsWith(`/${CATALOGUE_ID}`))
      throw notFound('The app is not in the catalogue of this organisation.', 'NotFound')
    if (barred.has(person.id)) {
      throw accessDenied('The app is not allowed for this user by an app permission policy.', 'Forbidden')
    }
    if (installs.ofPerson(person.id)) {
      throw new GraphError(
        409,
        'Conflict',
        'The app is already installed in the personal scope of the specified user.',
      )
    }
    const install = installs.add(person.id)
    void greet(tenant, person)
    res.set(
      'Location',
      `${tenant.settings.origin}/v1.0/users/${person.id}/teamwork/installedApps/${install.id}`,
    )
    res.status(201).json(view(install, ''))
  })
  router.get(`${at}/:install`, (req, res) => {
    res.json(view(found(req, personOf(req, res, canRead)), String(req.query.$expand ?? '')))
  })
  router.delete(`${at}/:install`, (req, res) => {
    installs.remove(found(req, personOf(req, res, canWrite)))
    res.status(204).end()
  })
  router.get(`${at}/:install/chat`, (req, res) => {
    const person = personOf(req, res, canRead)
    found(req, person)
    chats.open(person.id)
    res.json({ id: chatIdOf(person), chatType: 'oneOnOne', topic: null, tenantId: null })
  })
  router.get('/appCatalogs/teamsApps', (req, res) => {
    requirePermission(res, canReadCatalogue, denied)
    const filter = String(req.query.$filter ?? '').replace(/^(externalId|id)\b/, 'teamsApp/$1')
    res.json({ value: matches(filter) ? [appOf().teamsApp] : [] })
  })
  notificationRoutes(router, tenant)
}

/** Tells the bot, as Teams does, that it has been installed for somebody; an answer is not waited for. */
async function greet(tenant: Tenant, person: Person): Promise<void> {
  const conversation = teamsOf(tenant).chats.open(person.id)
  await sendToBot(tenant, conversation, { type: 'installationUpdate', action: 'add' })
  await sendToBot(tenant, conversation, {
    type: 'conversationUpdate',
    membersAdded: [{ id: `28:${CLIENT_ID}` }, { id: memberId(person), aadObjectId: person.id }],
  })
}
