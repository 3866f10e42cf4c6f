import type { Activity } from '@microsoft/teams.api'

/** The person whom the channel vouches for, or null when it is nobody of our tenant. */
export function signedIn(
  activity: Pick<Activity, 'from' | 'conversation' | 'channelData'>,
  tenantId: string,
): { readonly objectId: string; readonly name: string } | null {
  const tenant = activity.channelData?.tenant?.id ?? activity.conversation.tenantId
  const objectId = activity.from.aadObjectId
  if (!objectId || (tenant !== undefined && tenant !== tenantId)) return null
  return { objectId, name: activity.from.name || 'Somebody' }
}
