/** What the service tells the tab about the tenant it runs in. It holds nothing secret. */
export interface TabConfig {
  readonly tenantId: string
  readonly clientId: string
  readonly graphOrigin: string
  readonly site: string
  /** The clock to ask instead of this device's; null in production. */
  readonly clockUrl: string | null
  /** Teams windows outside Microsoft's own list; empty in production. */
  readonly hostOrigins: string[]
  readonly teamsAppId: string
}

/** Reads `config.json` beside the page; throws when the service can't be reached or answers something else. */
export async function loadConfig(): Promise<TabConfig> {
  const answer = await fetch('./config.json', { cache: 'no-store' })
  if (!answer.ok) throw new Error(`config.json was answered with ${answer.status}`)
  return readConfig(await answer.json())
}

/** Checks the file's shape; throws a sentence that names the first setting that is missing. */
export function readConfig(read: unknown): TabConfig {
  const found = new Map(Object.entries(Object(read) as Record<string, unknown>))
  const text = (name: string): string => {
    const value = found.get(name)
    if (typeof value !== 'string' || value === '') throw new Error(`config.json has no ${name}`)
    return value
  }
  const origins = found.get('hostOrigins')
  return {
    tenantId: text('tenantId'),
    clientId: text('clientId'),
    graphOrigin: text('graphOrigin'),
    site: text('site'),
    clockUrl: typeof found.get('clockUrl') === 'string' ? text('clockUrl') : null,
    hostOrigins: Array.isArray(origins) ? origins.filter((one) => typeof one === 'string') : [],
    teamsAppId: text('teamsAppId'),
  }
}
