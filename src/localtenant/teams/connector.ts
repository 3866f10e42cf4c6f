import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { findPerson, type Person } from '../directory.ts'
import { CLIENT_ID, TENANT_ID } from '../settings.ts'
import { registration } from '../signin/registeredApplications.ts'
import type { Tenant, TenantPart } from '../tenant.ts'
import { type Conversation, chatIdOf } from './chatStore.ts'
import {
  blocked,
  ConnectorError,
  noSuchActivity,
  notInRoster,
  sendConnectorError,
  tooBig,
  undecryptable,
} from './connectorErrors.ts'
import { RateLimiter } from './rateLimiter.ts'
import { memberId, type Teams, teamsOf } from './teamsState.ts'

const BOT_AUDIENCE = 'https://api.botframework.com'
/** UTF-16 bytes of a whole activity. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
const MOST_BYTES = 100 * 1024

/** The Bot Connector: what a bot calls to write in chats. */
export const connectorPart: TenantPart = (router, tenant) => {
  const teams = teamsOf(tenant)
  const limiter = new RateLimiter()
  metadata(tenant, router)
  router.use('/v3', botOnly(tenant))

  router.post('/v3/conversations', (req, res) => {
    const person = recipientOf(teams, req.body)
    limiter.take(`create ${person.id}`, teams.limits)
    const conversation = teams.chats.open(person.id)
    const first = req.body?.activity
    const activityId = first ? post(teams, conversation, first).id : undefined
    res
      .status(201)
      .json({ id: conversation.id, activityId, serviceUrl: `${tenant.settings.origin}/connector` })
  })

  const write: RequestHandler = (req, res) => {
    const conversation = writable(teams, req)
    limiter.take(`send ${conversation.id}`, teams.limits)
    res.status(201).json({ id: post(teams, conversation, req.body).id })
  }
  router.post('/v3/conversations/:conversation/activities', write)
  router.post('/v3/conversations/:conversation/activities/:activity', write)
  router.put('/v3/conversations/:conversation/activities/:activity', (req, res) => {
    const conversation = writable(teams, req)
    const stored = teams.chats.activity(conversation, String(req.params.activity))
    if (stored?.from !== 'bot') throw noSuchActivity()
    limiter.take(`send ${conversation.id}`, teams.limits)
    refuseTooBig(req.body)
    teams.chats.replace(stored, req.body, teams.now())
    res.json({ id: stored.id })
  })
  router.delete('/v3/conversations/:conversation/activities/:activity', (req, res) => {
    const conversation = writable(teams, req)
    const stored = teams.chats.activity(conversation, String(req.params.activity))
    if (stored?.from !== 'bot') throw noSuchActivity()
    teams.chats.remove(stored)
    res.status(200).end()
  })
  memberRoutes(router, teams)
  router.use(connectorErrors)
}

const metadata: (tenant: Tenant, router: Parameters<TenantPart>[0]) => void = (tenant, router) => {
  const { origin } = tenant.settings
  router.get('/.well-known/openidconfiguration', (_req, res) => {
    res.json({
      issuer: BOT_AUDIENCE,
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${origin}/connector/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    })
  })
  router.get('/.well-known/keys', (_req, res) => {
    res.json(tenant.keys.jwks())
  })
}

/** Lets through calls with a token this tenant gave to the bot for the Connector. */
function botOnly(tenant: Tenant): RequestHandler {
  return async (req, _res, next) => {
    const token = (req.get('authorization') ?? '').replace(/^bearer /i, '')
    const claims = await tenant.keys.verify(token, { audience: BOT_AUDIENCE }).catch(() => undefined)
    if (claims?.appid !== CLIENT_ID) {
      // The bot of an application registered later: nobody has installed its app.
      if (registration(tenant, String(claims?.appid)) !== undefined) throw notInRoster()
      throw new ConnectorError(401, 'Unauthorized', 'Authorization has been denied for this request.')
    }
    next()
  }
}

/** The one person a new chat is for; 403 unless the app is installed for them. */
function recipientOf(teams: Teams, body: Record<string, unknown> | undefined): Person {
  const members = body?.members
  const [member] = Array.isArray(members) ? members : []
  if (!member?.id)
    throw new ConnectorError(400, 'BadSyntax', 'Bad format of conversation: one member is needed.')
  const { tenantId, channelData } = (body ?? {}) as {
    tenantId?: string
    channelData?: { tenant?: { id?: string } }
  }
  if ((tenantId ?? channelData?.tenant?.id) !== TENANT_ID) {
    throw new ConnectorError(
      400,
      'BadSyntax',
      'Bad format of conversation: the tenant id is missing or of another tenant.',
    )
  }
  const person = personOfMember(String(member.id))
  if (!person) throw new ConnectorError(400, 'BadArgument', 'Failed to decrypt pairwise id')
  if (!teams.installs.ofPerson(person.id)) throw notInRoster()
  if (teams.blocked.has(person.id)) throw blocked()
  return person
}

/** A person by Entra object id or by the id Teams gave the bot for them (`29:…`). */
function personOfMember(id: string): Person | undefined {
  const hex = /^29:1([0-9a-f]{32})$/.exec(id)?.[1]
  return findPerson(hex ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : id)
}

function conversationOf(teams: Teams, req: Request): Conversation {
  const id = String(req.params.conversation)
  const person = /^19:([0-9a-f-]{36})_/.exec(id)?.[1]
  const found = person ? teams.chats.ofPerson(person) : teams.chats.find(id)
  const known = found && findPerson(found.personId)
  if (!found || !known || (person && chatIdOf(known) !== id)) throw undecryptable()
  return found
}

/** The chat of the request, if the bot may still write in it. */
function writable(teams: Teams, req: Request): Conversation {
  const conversation = conversationOf(teams, req)
  const { personId } = conversation
  if (!teams.installs.ofPerson(personId) || teams.blocked.has(personId)) throw blocked()
  return conversation
}

function refuseTooBig(activity: unknown): void {
  if (JSON.stringify(activity ?? {}).length * 2 > MOST_BYTES) throw tooBig()
}

function post(teams: Teams, conversation: Conversation, activity: Record<string, unknown>): { id: string } {
  refuseTooBig(activity)
  // "Typing" passes by and leaves nothing in the chat.
  if (activity?.type !== 'message') return { id: String(Date.now()) }
  return teams.chats.add(conversation, 'bot', activity, teams.now())
}

const member = (person: Person) => ({
  id: memberId(person),
  aadObjectId: person.id,
  objectId: person.id,
  name: person.displayName,
  givenName: person.givenName,
  surname: person.surname,
  email: person.mail,
  userPrincipalName: person.userPrincipalName,
  tenantId: TENANT_ID,
  userRole: 'user',
})

function memberRoutes(router: Parameters<TenantPart>[0], teams: Teams): void {
  const membersOf = (req: Request) => {
    const person = findPerson(conversationOf(teams, req).personId)
    return person ? [member(person)] : []
  }
  router.get('/v3/conversations/:conversation/members', (req, res) => {
    res.json(membersOf(req))
  })
  router.get('/v3/conversations/:conversation/pagedmembers', (req, res) => {
    res.json({ members: membersOf(req) })
  })
  router.get('/v3/conversations/:conversation/members/:member', (req, res: Response) => {
    const wanted = String(req.params.member)
    const found = membersOf(req).find(({ id, aadObjectId }) => id === wanted || aadObjectId === wanted)
    if (!found)
      throw new ConnectorError(
        404,
        'MemberNotFoundInConversation',
        'The member was not found in the conversation.',
      )
    res.json(found)
  })
}

const connectorErrors: ErrorRequestHandler = (error, _req, res, next) => {
  if (error instanceof ConnectorError) sendConnectorError(res, error)
  else next(error)
}
