import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Router } from 'express'
import { type Needed, requirePermission } from '../access.ts'
import { findPerson } from '../directory.ts'
import { accessDenied, badRequest, notFound } from '../graphErrors.ts'
import { CLIENT_ID, TEAMS_APP_ID } from '../settings.ts'
import { mustFit, type Shape } from '../shapes.ts'
import type { Tenant } from '../tenant.ts'
import { CATALOGUE_ID } from './appCatalogue.ts'
import { RateLimiter, teamsThrottled } from './rateLimiter.ts'
import { teamsOf } from './teamsState.ts'

const needed: Needed = {
  delegated: ['TeamsActivity.Send'],
  application: ['TeamsActivity.Send', 'TeamsActivity.Send.User'],
}
const notificationShape: Shape = {
  type: 'sendActivityNotification',
  has: {
    topic: {
      type: 'teamworkActivityTopic',
      has: { source: { words: ['entityUrl', 'text'] }, value: 'text', webUrl: 'text' },
    },
    activityType: 'text',
    chainId: 'whole',
    previewText: { type: 'itemBody', has: { content: 'text', contentType: { words: ['text', 'html'] } } },
    teamsAppId: 'text',
    templateParameters: { listOf: { type: 'keyValuePair', has: { name: 'text', value: 'text' } } },
    iconId: 'text',
  },
}
const PREVIEW_LENGTH = 150

interface Notification {
  readonly topic?: { readonly source?: string; readonly value?: string; readonly webUrl?: string }
  readonly activityType?: string
  readonly previewText?: { readonly content?: string }
  readonly teamsAppId?: string
}

function check(given: Notification): void {
  const { topic, activityType, previewText, teamsAppId } = given
  if (!activityType) throw badRequest("'activityType' is required.", 'BadRequest')
  const declared = declaredTypes()
  if (activityType !== 'systemDefault' && declared !== null && !declared.includes(activityType))
    throw badRequest(`The activity type ${activityType} is not in the app's manifest.`, 'BadRequest')
  if (!topic?.value) throw badRequest("'topic' with a value is required.", 'BadRequest')
  if ((previewText?.content?.length ?? 0) > PREVIEW_LENGTH) {
    throw badRequest(`'previewText' may have at most ${PREVIEW_LENGTH} characters.`, 'BadRequest')
  }
  if (topic.source?.toLowerCase() === 'text' && !topic.webUrl?.startsWith('https://teams.microsoft.com/l/')) {
    throw badRequest(
      "A topic with the source 'text' needs a 'webUrl' that starts with https://teams.microsoft.com/l/.",
      'BadRequest',
    )
  }
  if (teamsAppId !== undefined && teamsAppId !== TEAMS_APP_ID && teamsAppId !== CATALOGUE_ID) {
    throw notFound(`No app with the id ${teamsAppId} was found.`, 'NotFound')
  }
}

/** The activity types of the app that was uploaded: the one whose manifest is here; null where there is none. */
function declaredTypes(): readonly string[] | null {
  const file = path.resolve('manifest/manifest.template.json')
  if (!existsSync(file)) return null
  const { activities } = JSON.parse(readFileSync(file, 'utf8'))
  return (activities?.activityTypes ?? []).map(({ type }: { readonly type: string }) => type)
}

/** Notifications of the activity feed. https://learn.microsoft.com/graph/api/userteamwork-sendactivitynotification */
export function notificationRoutes(router: Router, tenant: Tenant): void {
  const limiter = new RateLimiter(teamsThrottled)
  router.post('/users/:user/teamwork/sendActivityNotification', (req, res) => {
    const { appId } = requirePermission(res, needed, () =>
      accessDenied('Missing role permissions on the request.', 'Forbidden'),
    )
    limiter.take(appId, teamsOf(tenant).graphLimits.notifications)
    const person = findPerson(String(req.params.user))
    if (!person) throw notFound(`User '${String(req.params.user)}' was not found.`, 'NotFound')
    const teams = teamsOf(tenant)
    if (!teams.installs.ofPerson(person.id)) {
      throw accessDenied(
        `Application with AAD App Id '${CLIENT_ID}' is not authorized to generate custom text notifications about 'text' to the recipient. Ensure that the expected Teams app is installed in the target scope (user, team, or chat).`,
        'Forbidden',
      )
    }
    mustFit(notificationShape, req.body ?? {}, 'sendActivityNotification')
    check(req.body ?? {})
    teams.feed.push({ personId: person.id, at: teams.now(), notification: req.body })
    res.status(204).end()
  })
}
