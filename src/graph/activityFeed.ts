import type { Client } from '@microsoft/microsoft-graph-client'
import { toM365Error } from './failures.ts'

/** A line in a person's activity feed in Teams. */
export interface FeedLine {
  /** What it is about; at most 150 characters are shown. */
  readonly text: string
  /** Where it leads: a deep link into Teams. */
  readonly link: string
}

/** The kind of activity as manifest/manifest.template.json declares it; its template shows {about}. */
const deadlines = { activityType: 'deadlines' } as const

/** Teams takes so many characters of a preview (learn.microsoft.com/graph/teams-send-activityfeednotifications). */
const longestPreview = 150

/**
 * Puts a line into a person's activity feed. The app has to be installed for them. The app is named as well, because
 * Graph refuses where it knows two of one Entra application. It is not sent again after a lost answer: nobody could
 * tell whether the line is there.
 * @param teamsAppId the app's id in the organisation's catalogue
 * @throws M365Error
 */
export async function notifyInFeed(
  client: Client,
  objectId: string,
  teamsAppId: string,
  { text, link }: FeedLine,
): Promise<void> {
  try {
    await client.api(`/users/${encodeURIComponent(objectId)}/teamwork/sendActivityNotification`).post({
      topic: { source: 'text', value: 'Follow-Through', webUrl: link },
      ...deadlines,
      previewText: { content: text.slice(0, longestPreview) },
      teamsAppId,
      templateParameters: [{ name: 'about', value: text.slice(0, longestPreview) }],
    })
  } catch (thrown) {
    throw toM365Error(thrown)
  }
}
