import type { Client } from '@microsoft/microsoft-graph-client'
import * as v from 'valibot'
import { M365Error } from '../domain/m365Error.ts'
import { toM365Error } from './failures.ts'
import { readPages } from './pages.ts'

/** The SharePoint site that holds the lists. */
export interface SiteContext {
  readonly client: Client
  /** Names the site in addresses: its id, or `host:/sites/name:` before the id is known. */
  readonly siteId: string
}

/**
 * A site by its path, without asking for its id first: Graph takes `/sites/{host}:/{path}:/lists/…` as well
 * (learn.microsoft.com/graph/api/site-getbypath), which saves the first visit a round trip.
 */
export function siteByPath(client: Client, sitePath: string): SiteContext {
  return { client, siteId: `${sitePath}:` }
}

/** The address of a list by its title, which Graph takes in the place of its id (learn.microsoft.com/graph/api/list-get). */
export function listAddress(site: SiteContext, title: string): string {
  return `/sites/${site.siteId}/lists/${encodeURIComponent(title)}`
}

/** What a list that is not there means: nobody has set up the site yet. */
export function explainList(error: M365Error, title: string): M365Error {
  if (error.kind !== 'missing') return error
  return new M365Error(
    'missing',
    `The list ${title} is not on the site. Run "npm run admin -- provision" to create the lists.`,
    { status: error.status, code: error.code, requestId: error.requestId },
  )
}

const siteAnswer = v.object({ id: v.string() })
const listAnswer = v.object({ id: v.string(), displayName: v.string() })

/**
 * Opens a site by its path, `host:/sites/name`.
 * @throws M365Error `forbidden` for people whom the site does not admit, `missing` when there is no such site
 */
export async function openSite(client: Client, sitePath: string): Promise<SiteContext> {
  try {
    const answer: unknown = await client.api(`/sites/${sitePath}`).select('id').get()
    return { client, siteId: v.parse(siteAnswer, answer).id }
  } catch (thrown) {
    throw explainSite(toM365Error(thrown), sitePath)
  }
}

function explainSite(error: M365Error, sitePath: string): M365Error {
  const facts = { status: error.status, code: error.code, requestId: error.requestId }
  if (error.kind === 'missing')
    return new M365Error('missing', `There is no site ${sitePath}. Check the setting FT_SITE.`, facts)
  if (error.kind === 'forbidden' && error.status === 403)
    return new M365Error(
      'forbidden',
      'You are not admitted to the Follow-Through site. Ask its owner to add you.',
      facts,
    )
  return error
}

const knownLists = new WeakMap<SiteContext, Promise<ReadonlyMap<string, string>>>()

/** The id of a list by its title. The titles are read once per session, and again when one is not among them. */
export async function listIdOf(site: SiteContext, title: string): Promise<string> {
  const earlier = knownLists.get(site)
  const known = (await (earlier ?? startReading(site))).get(title)
  if (known !== undefined) return known
  const id = earlier ? (await startReading(site)).get(title) : undefined
  if (id !== undefined) return id
  throw new M365Error(
    'missing',
    `The list ${title} is not on the site. Run "npm run admin -- provision" to create the lists.`,
  )
}

function startReading(site: SiteContext): Promise<ReadonlyMap<string, string>> {
  const reading = readListIds(site)
  knownLists.set(site, reading)
  reading.catch(() => knownLists.delete(site))
  return reading
}

async function readListIds(site: SiteContext): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for await (const list of readPages(site.client, `/sites/${site.siteId}/lists?$select=id,displayName`)) {
    const read = v.safeParse(listAnswer, list)
    if (read.success) ids.set(read.output.displayName, read.output.id)
  }
  return ids
}
