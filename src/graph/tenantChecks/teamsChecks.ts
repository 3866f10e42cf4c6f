import * as v from 'valibot'
import { installedApps } from '../installs.ts'
import { quote } from '../odata.ts'
import { idOf, inShort, pageOf, type Reply, refusalOf } from './ask.ts'
import { type CheckPlace, NotTried, type TenantCheck } from './tenantCheck.ts'

const user = v.object({ id: v.string() })
const mostPeople = 25

const withoutTheApp: TenantCheck = {
  number: 10,
  name: 'A conversation with somebody who has not got the app',
  assumed: 'refused with 403',
  async look(place) {
    const answer = await openConversation(place, await personWithoutApp(place))
    return {
      seen: inShort(answer),
      agrees: answer.status === 403,
      note: 'No message was sent. Somebody in a team that has the app can be reached without having it.',
    }
  },
}

async function personWithoutApp(place: CheckPlace): Promise<string> {
  const people = pageOf(await place.setup('GET', `/users?$select=id&$top=${mostPeople}`), user)
  const ours = encodeURIComponent(`teamsApp/externalId eq ${quote(place.teamsAppId)}`)
  for (const { id } of people) {
    const answer = await place.app('GET', `${installedApps(id)}?$expand=teamsApp&$filter=${ours}`)
    if (answer.status === 403)
      throw new NotTried(`The application may not see who has the app (${inShort(answer)}).`)
    if (answer.status === 200 && pageOf(answer, user).length === 0) return id
  }
  throw new NotTried(
    people.length === 0
      ? 'Nobody could be looked up in the directory.'
      : `The first ${people.length} people all have the app. Remove it from one of them for this check.`,
  )
}

function openConversation(place: CheckPlace, personId: string): Promise<Reply> {
  return place.bot('POST', '/v3/conversations', {
    body: {
      isGroup: false,
      bot: { id: place.clientId },
      members: [{ id: personId }],
      tenantId: place.tenantId,
      channelData: { tenant: { id: place.tenantId } },
    },
  })
}

async function recipientId(place: CheckPlace): Promise<string> {
  const address = place.recipient()
  const found = await place.setup('GET', `/users/${encodeURIComponent(address)}?$select=id`)
  const id = idOf(found)
  if (id === null)
    throw new NotTried(`${address} could not be looked up in the directory (${inShort(found)}).`)
  return id
}

const cardSizes: TenantCheck = {
  number: 11,
  name: 'Cards of 30, 90 and 120 KB',
  assumed: 'those of 30 and 90 KB are taken, that of 120 KB is refused with 413',
  async look(place) {
    const opened = await openConversation(place, await recipientId(place))
    const chat = idOf(opened)
    if (chat === null)
      throw new NotTried(
        `${place.recipient()} cannot be reached by the bot (${inShort(opened)}). Install the app for them first.`,
      )
    const activities = `/v3/conversations/${encodeURIComponent(chat)}/activities`
    const statuses: number[] = []
    for (const kilobytes of [30, 90, 120]) {
      const answer = await place.bot('POST', activities, { body: cardOf(kilobytes) })
      const id = idOf(answer)
      if (id !== null)
        place.undo('a message of the bot', ({ bot }) =>
          bot('DELETE', `${activities}/${encodeURIComponent(id)}`),
        )
      statuses.push(answer.status)
    }
    const [small, large, larger] = statuses
    return {
      seen: statuses.join(', '),
      agrees: [small, large].every((status) => status === 200 || status === 201) && larger === 413,
      note: 'Counted in UTF-16, as Microsoft counts. The product keeps its cards under 25 KB.',
    }
  },
}

/** A message whose JSON is as large as this in UTF-16. */
function cardOf(kilobytes: number): Record<string, unknown> {
  const message = (text: string) => ({
    type: 'message',
    summary: 'Follow-Through check, please ignore',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', wrap: true, text }] },
      },
    ],
  })
  const rest = JSON.stringify(message('')).length
  return message('x'.repeat(kilobytes * 512 - rest))
}

const nestedSignIn: TenantCheck = {
  number: 12,
  name: 'Signing in inside Teams on the web, on the desktop and on a phone',
  assumed: 'nested app authentication works in all three, without a window to sign in',
  look: async () => {
    throw new NotTried(
      'By hand: open the app in Teams on the web, in the desktop client and on a phone, each with the same account. In each the first screen shows your own work within a few seconds and no window to sign in opens. Where one opens, write down the client and its version.',
    )
  },
}

const activityFeed: TenantCheck = {
  number: 13,
  name: 'A notification in the activity feed with systemDefault',
  assumed: 'taken with 204',
  async look(place) {
    const id = await recipientId(place)
    const text = 'Follow-Through check, please ignore'
    const answer = await place.app('POST', `/users/${id}/teamwork/sendActivityNotification`, {
      body: {
        topic: {
          source: 'text',
          value: text,
          webUrl: `https://teams.microsoft.com/l/entity/${place.teamsAppId}/work`,
        },
        activityType: 'systemDefault',
        previewText: { content: text },
        templateParameters: [{ name: 'systemDefaultText', value: text }],
      },
    })
    if (answer.status === 403 && !/authorized to generate/i.test(refusalOf(answer).message))
      throw new NotTried(
        `The application has no permission for notifications (${inShort(answer)}); the product works without them.`,
      )
    return { seen: inShort(answer), agrees: answer.status === 204 }
  },
}

/** What the product takes for granted about Teams. */
export const teamsChecks: readonly TenantCheck[] = [withoutTheApp, cardSizes, nestedSignIn, activityFeed]
