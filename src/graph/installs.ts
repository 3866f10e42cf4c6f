import type { Client } from '@microsoft/microsoft-graph-client'
import * as v from 'valibot'
import { isM365Error, M365Error } from '../domain/m365Error.ts'
import { toM365Error } from './failures.ts'
import { quote } from './odata.ts'
import { Repeatable } from './retryHandler.ts'

const found = v.object({ value: v.array(v.object({ id: v.string() })) })

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
    return v.parse(found, answer).value[0]?.id ?? null
  } catch (thrown) {
    throw toM365Error(thrown)
  }
}

/**
 * The id that the organisation's catalogue gave to our app. An installation is asked for by this id and not by the one
 * in the manifest.
 * @param externalId the app's id in its manifest
 * @throws M365Error of the kind `missing` when nobody has uploaded the app
 */
export async function findInCatalogue(client: Client, externalId: string): Promise<string> {
  try {
    const answer: unknown = await client
      .api('/appCatalogs/teamsApps')
      .filter(`externalId eq ${quote(externalId)}`)
      .get()
    const [app] = v.parse(found, answer).value
    if (app) return app.id
  } catch (thrown) {
    throw toM365Error(thrown)
  }
  const sentence = 'The app is not in the catalogue of the organisation. Upload its package in Teams.'
  throw new M365Error('missing', sentence, { status: 404 })
}

/**
 * Installs the app for a person (learn.microsoft.com/graph/api/userteamwork-post-installedapps). It is installed once:
 * a repeat is answered with 409, which is why it may be sent again after a lost answer.
 * @returns `already` when the person has it
 * @throws M365Error when it was not installed; of the kind `forbidden` where the organisation does not allow it
 */
export async function installApp(
  client: Client,
  objectId: string,
  catalogueId: string,
): Promise<'installed' | 'already'> {
  const app = `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${encodeURIComponent(catalogueId)}`
  try {
    await client
      .api(installedApps(objectId))
      .middlewareOptions([new Repeatable()])
      .post({ 'teamsApp@odata.bind': app })
    return 'installed'
  } catch (thrown) {
    const error = toM365Error(thrown)
    if (isM365Error(error, 'conflict')) return 'already'
    throw error
  }
}

/** Where Graph keeps a person's installed apps. */
export function installedApps(objectId: string): string {
  return `/users/${encodeURIComponent(objectId)}/teamwork/installedApps`
}
