/** Where a Teams link leads: a page of an app, or anything else that the browser should open. */
export type LinkTarget =
  | { readonly kind: 'entity'; readonly appId: string; readonly pageId: string; readonly subPageId?: string }
  | { readonly kind: 'chat' }
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'refused' }

const teamsHosts = new Set(['teams.microsoft.com', 'teams.cloud.microsoft'])

function subEntity(context: string | null): string | undefined {
  if (!context) return undefined
  try {
    const parsed: unknown = JSON.parse(context)
    if (typeof parsed !== 'object' || parsed === null) return undefined
    const id = (parsed as { subEntityId?: unknown }).subEntityId
    return typeof id === 'string' && id !== '' ? id : undefined
  } catch {
    return undefined
  }
}

/**
 * Reads a link as Teams does: `/l/entity/{appId}/{entityId}?context={"subEntityId":…}` opens a tab.
 * Only http, https and mailto links are followed at all.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function readLink(link: string): LinkTarget {
  let url: URL
  try {
    url = new URL(link)
  } catch {
    return { kind: 'refused' }
  }
  if (!['https:', 'http:', 'mailto:'].includes(url.protocol)) return { kind: 'refused' }
  if (!teamsHosts.has(url.hostname)) return { kind: 'web', url: url.href }
  const [, l, what, appId, pageId] = url.pathname.split('/').map(decodeURIComponent)
  if (l === 'l' && what === 'entity' && appId && pageId) {
    return { kind: 'entity', appId, pageId, subPageId: subEntity(url.searchParams.get('context')) }
  }
  if (l === 'l' && what === 'chat') return { kind: 'chat' }
  return { kind: 'web', url: url.href }
}
