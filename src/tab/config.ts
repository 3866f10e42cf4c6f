import { array, type InferOutput, nullable, object, parse, string } from 'valibot'

const tabConfig = object({
  tenantId: string(),
  clientId: string(),
  graphOrigin: string(),
  site: string(),
  clockUrl: nullable(string()),
  /** Teams windows outside Microsoft's own list; empty in production. */
  hostOrigins: array(string()),
  teamsAppId: string(),
})

/** What the service tells the tab about the tenant it runs in. It holds nothing secret. */
export type TabConfig = InferOutput<typeof tabConfig>

/** Reads `config.json` beside the page; throws when the service can't be reached or answers something else. */
export async function loadConfig(): Promise<TabConfig> {
  const answer = await fetch('./config.json', { cache: 'no-store' })
  if (!answer.ok) throw new Error(`config.json was answered with ${answer.status}`)
  return parse(tabConfig, await answer.json())
}
