import type { Client } from '@microsoft/microsoft-graph-client'
import * as v from 'valibot'
import { toM365Error } from './failures.ts'
import { quote } from './odata.ts'

const installations = v.object({ value: v.array(v.object({ id: v.string() })) })

/**
 * The id of our app's installation for a person, or null when it is not installed for them.
 * @param externalId the app's id in its manifest
 * @throws M365Error when Graph does not say
 */
export async function findInstallation(
  client: Client,
  objectId: string,
  externalId: string,
): Promise<string | null> {
  try {
    const answer: unknown = await client
      .api(`${installedApps(objectId)}`)
      .expand('teamsApp')
      .filter(`teamsApp/externalId eq ${quote(externalId)}`)
      .get()
    return v.parse(installations, answer).value[0]?.id ?? null
  } catch (thrown) {
    throw toM365Error(thrown)
  }
}

/** Where Graph keeps a person's installed apps. */
export function installedApps(objectId: string): string {
  return `/users/${encodeURIComponent(objectId)}/teamwork/installedApps`
}
