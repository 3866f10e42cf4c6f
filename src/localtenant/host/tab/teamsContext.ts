import type { Person, TenantSettings } from '../tenantApi.ts'

/** Where the frame that asks stands: the tab itself, or a dialog it opened. */
export type FrameContext = 'content' | 'task'

export interface ContextInput {
  readonly settings: TenantSettings
  readonly person: Person
  readonly theme: 'default' | 'dark' | 'contrast'
  readonly page?: string
  readonly subPage?: string
  readonly frameContext: FrameContext
  readonly hostOrigin: string
}

/** The flat context of `getContext`, which teams-js turns into `app.Context` for the tab. */
export function teamsContext(input: ContextInput): Readonly<Record<string, unknown>> {
  const { settings, person } = input
  return {
    theme: input.theme,
    locale: 'en-gb',
    osLocaleInfo: {
      platform: 'windows',
      regionalFormat: 'en-gb',
      longDate: 'd MMMM yyyy',
      shortDate: 'dd/MM/yyyy',
      longTime: 'HH:mm:ss',
      shortTime: 'HH:mm',
    },
    entityId: input.page ?? 'home',
    subEntityId: input.subPage ?? '',
    frameContext: input.frameContext,
    userObjectId: person.id,
    userDisplayName: person.displayName,
    userPrincipalName: person.userPrincipalName,
    loginHint: person.userPrincipalName,
    tid: settings.tenantId,
    userLicenseType: 'Unknown',
    appId: settings.teamsAppId,
    hostName: 'Teams',
    hostClientType: 'web',
    hostAncestors: [input.hostOrigin],
    sourceOrigin: input.hostOrigin,
    sessionId: person.id,
    appSessionId: person.id,
    isFullScreen: false,
    isMultiWindow: false,
    ringId: 'general',
  }
}
