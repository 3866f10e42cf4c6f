/** The tab's `entityId` in the manifest: a link with another one opens no tab. */
export const tabEntity = 'follow-through'

/**
 * A deep link into our tab (learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application).
 * @param teamsAppId the app's id in its manifest
 * @param subEntity for instance `recommendation/12`
 */
export function tabLink(teamsAppId: string, subEntity: string | null): string {
  const link = `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/${tabEntity}`
  if (subEntity === null) return link
  return `${link}?context=${encodeURIComponent(JSON.stringify({ subEntityId: subEntity }))}`
}
