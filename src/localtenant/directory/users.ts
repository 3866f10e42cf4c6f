import type { Request, Response } from 'express'
import { directoryDenied, requireMe, requirePermission } from '../access.ts'
import { findMailbox, findPerson, type Person, people, type SharedMailbox } from '../directory.ts'
import { badRequest, notFound } from '../graphErrors.ts'
import type { EmailAddress } from '../outlook/storedEvent.ts'
import { type QueryOptions, readQuery } from '../query/options.ts'
import { nextLink, requestOf } from '../query/page.ts'
import { seal, unseal } from '../query/sealed.ts'
import type { Tenant, TenantPart } from '../tenant.ts'
import { correspondentsOf } from './correspondents.ts'
import { userFilter, userSearch } from './userFilter.ts'
import { accounts, userResource } from './userResource.ts'

const readUsers = {
  delegated: ['User.ReadBasic.All', 'User.Read.All'],
  application: ['User.ReadBasic.All', 'User.Read.All'],
}
const readMe = { delegated: ['User.Read', 'User.Read.All'] }
const PAGE = 100
const GROUP = {
  '@odata.type': '#microsoft.graph.group',
  id: '00000000-0000-4000-8000-000000000300',
  displayName: 'Follow-Through',
}

/** People: /me, /users, the people around somebody, and the one group there is. */
export const usersPart: TenantPart = (router, tenant) => {
  router.get('/me', (req, res) => {
    const id = requireMe(res)
    const caller = requirePermission(res, readMe, directoryDenied)
    res.json(userResource(accountOf(id), caller, readQuery(req, ['select']).select))
  })
  router.get('/users', (req, res) => answerUsers(tenant, req, res))
  router.get('/users/:user', (req, res) => {
    const account = accountOf(String(req.params.user))
    const caller = requirePermission(res, readUsers, directoryDenied)
    res.json(userResource(account, caller, readQuery(req, ['select']).select))
  })
  router.get('/me/people', (req, res) => answerPeople(tenant, requireMe(res), req, res))
  for (const path of ['/me/memberOf', '/me/transitiveMemberOf']) {
    router.get(path, (req, res) => {
      const id = requireMe(res)
      requirePermission(res, readMe, directoryDenied)
      answerGroups(id, req, res)
    })
  }
  for (const path of ['/users/:user/memberOf', '/users/:user/transitiveMemberOf']) {
    router.get(path, (req, res) => {
      requirePermission(
        res,
        { delegated: ['User.Read.All'], application: ['User.Read.All'] },
        directoryDenied,
      )
      answerGroups(String(req.params.user), req, res)
    })
  }
}

function answerUsers(tenant: Tenant, req: Request, res: Response): void {
  const caller = requirePermission(res, readUsers, directoryDenied)
  const options = readQuery(req, ['select', 'filter', 'search', 'orderby', 'top', 'skiptoken'])
  const found = matching(options, req.get('consistencylevel'))
  const skip = readSkip(tenant, req, options.skiptoken)
  const top = Math.min(options.top ?? PAGE, 999)
  const more = found.length > skip + top
  const link = more
    ? nextLink(tenant, req, seal(tenant, { for: requestOf(req), skip: skip + top }))
    : undefined
  res.json({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users',
    ...(link === undefined ? {} : { '@odata.nextLink': link }),
    value: found.slice(skip, skip + top).map((account) => userResource(account, caller, options.select)),
  })
}

function matching(
  { filter, search, orderby }: QueryOptions,
  consistency: string | undefined,
): (Person | SharedMailbox)[] {
  const tests = [userFilter(filter), userSearch(search, consistency)]
  const found = [...people, ...accounts].filter((account) => tests.every((test) => test(account)))
  if (orderby === undefined) return found
  if (!/^displayName( asc)?$/i.test(orderby.trim()))
    throw badRequest('Users are sorted by displayName only.', 'Request_UnsupportedQuery')
  return found.sort((one, other) => one.displayName.localeCompare(other.displayName, 'en-GB'))
}

function readSkip(tenant: Tenant, req: Request, skiptoken: string | undefined): number {
  if (skiptoken === undefined) return 0
  const state = unseal<{ for: string; skip: number }>(tenant, skiptoken)
  if (state?.for !== requestOf(req)) throw badRequest('Invalid page token.', 'Directory_InvalidPageToken')
  return state.skip
}

function answerPeople(tenant: Tenant, id: string, req: Request, res: Response): void {
  requirePermission(res, { delegated: ['People.Read'] }, () => directoryDenied())
  const { select, top = 10, search } = readQuery(req, ['select', 'top', 'search'])
  const wanted = (search ?? '').replaceAll('"', '').toLowerCase()
  const colleagues = people.filter((person) => person.id !== id).map(personResource)
  const outside = correspondentsOf(tenant, accountOf(id).mail).map(outsideResource)
  const near = [...colleagues, ...outside].filter((one) =>
    String(one.displayName).toLowerCase().includes(wanted),
  )
  res.json({ value: near.slice(0, top).map((one) => chosenOf(one, select)) })
}

type Resource = Readonly<Record<string, unknown>>

function chosenOf(whole: Resource, select: readonly string[] | undefined): Resource {
  return select === undefined ? whole : Object.fromEntries(select.map((name) => [name, whole[name]]))
}

function personResource(person: Person): Resource {
  const { id, displayName, givenName, surname, jobTitle, userPrincipalName, mail } = person
  return {
    ...{ id, displayName, givenName, surname, jobTitle, userPrincipalName },
    companyName: 'Thameside Police',
    scoredEmailAddresses: [{ address: mail, relevanceScore: 8 }],
    personType: { class: 'Person', subclass: 'OrganizationUser' },
  }
}

function outsideResource({ name, address }: EmailAddress): Resource {
  return {
    // No id of a user: people outside have none here.
    id: address.toLowerCase(),
    displayName: name || address,
    ...{ givenName: null, surname: null, jobTitle: null, userPrincipalName: null, companyName: null },
    scoredEmailAddresses: [{ address, relevanceScore: 4 }],
    personType: { class: 'Person', subclass: 'ImplicitContact' },
  }
}

function answerGroups(id: string, req: Request, res: Response): void {
  readQuery(req, ['select', 'top'])
  const person = findPerson(id)
  if (person === undefined) throw userNotFound(id)
  res.json({ value: person.site === 'none' ? [] : [GROUP] })
}

function accountOf(key: string): Person | SharedMailbox {
  const found = findMailbox(key)
  if (found === undefined) throw userNotFound(key)
  return found
}

const userNotFound = (key: string) =>
  notFound(
    `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
    'Request_ResourceNotFound',
  )
