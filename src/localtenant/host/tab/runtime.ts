/**
 * What this host says it can do, in teams-js's runtime shape (apiVersion 4). A capability that is absent
 * here makes the matching `isSupported()` of teams-js false in the tab.
 */
export const hostRuntime = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  isNAAChannelRecommended: true,
  supports: {
    app: {},
    appInitialization: {},
    chat: {},
    clipboard: {},
    dialog: { url: { parentCommunication: {} }, update: {}, card: {} },
    nestedAppAuth: {},
    pages: { appButton: {}, backStack: {}, config: {}, currentApp: {}, tabs: {} },
    teamsCore: {},
  },
} as const

/** The SDK version this host claims: teams-js compares it with what each capability needs. */
export const clientSupportedSdkVersion = '2.0.1'

/** The same of an older host: without the sign-in bridge, which teams-js then does not offer to the tab. */
export function runtimeOf(signInBridge: boolean): object {
  if (signInBridge) return hostRuntime
  const { nestedAppAuth, ...supports } = hostRuntime.supports
  return { ...hostRuntime, isNAAChannelRecommended: false, supports }
}
