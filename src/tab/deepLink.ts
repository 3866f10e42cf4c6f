/** The tab's `entityId` in the manifest: a link with another one opens no tab. */
const tabEntity = 'follow-through'

/**
 * A link that opens the tab in Teams at a place (learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/
 * deep-link-application).
 * @param teamsAppId the app's id in its manifest
 * @param subPageId for instance `recommendation/12` or `recommendations?status=RED`
 */
export function deepLink(teamsAppId: string, subPageId: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: subPageId }))
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/${tabEntity}?context=${context}`
}
