import * as v from 'valibot'

/** Names of Graph's permissions by how they are held. */
export interface DeclaredPermissions {
  /** Delegated: used for a person who has signed in. */
  readonly delegated: readonly string[]
  /** Application: used by the service for itself. */
  readonly application: readonly string[]
}

/** An application as it should be registered. */
export interface DeclaredApplication {
  readonly displayName: string
  /** Host (and port) of the service. */
  readonly host: string
  readonly permissions: DeclaredPermissions
}

/** Ids of our own scope and roles: fixed, so that a second registration finds what the first one made. */
const accessAsUser = '6f0c1f6a-6c0a-4a43-9d0e-3c5a2b8f7e11'
const roles = [
  [
    'b1a5d0c4-2a39-4f0e-8d5b-7e6c90f1a201',
    'FollowThrough.Coordinator',
    'Plans exercises and invites to them',
  ],
  ['b1a5d0c4-2a39-4f0e-8d5b-7e6c90f1a202', 'FollowThrough.Secretary', 'Edits every recommendation'],
  ['b1a5d0c4-2a39-4f0e-8d5b-7e6c90f1a203', 'FollowThrough.Administrator', 'May do everything'],
] as const

const permissionsFile = v.object({
  signIn: v.array(v.string()),
  applications: v.array(
    v.object({
      when: v.string(),
      permissions: v.array(
        v.object({
          name: v.string(),
          kind: v.picklist(['delegated', 'application']),
          grantedIn: v.optional(v.literal('Exchange')),
        }),
      ),
    }),
  ),
})

/**
 * Reads manifest/permissions.json: what the application holds always, not what setting up needs; and what an
 * administrator consents to in Entra, not what Exchange assigns for one mailbox. Throws an Error.
 */
export function readDeclaredPermissions(text: string): DeclaredPermissions {
  const read = v.safeParse(permissionsFile, JSON.parse(text))
  if (!read.success) throw new Error('manifest/permissions.json is not as expected; nothing was changed.')
  const { signIn, applications } = read.output
  const held = applications.filter((one) => one.when === 'always').flatMap((one) => one.permissions)
  const names = (kind: 'delegated' | 'application') => [
    ...new Set(held.filter((one) => one.kind === kind && !one.grantedIn).map((one) => one.name)),
  ]
  return { delegated: [...signIn, ...names('delegated')], application: names('application') }
}

/** The members of the application that do not depend on its ids. */
export function applicationBody(
  declared: DeclaredApplication,
  requiredResourceAccess: unknown,
): Record<string, unknown> {
  return {
    displayName: declared.displayName,
    signInAudience: 'AzureADMyOrg',
    api: { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [ourScope] },
    appRoles: roles.map(([id, value, description]) => ({
      id,
      value,
      description,
      displayName: value.replace('FollowThrough.', ''),
      isEnabled: true,
      allowedMemberTypes: ['User'],
    })),
    // Nested app authentication, and the window of its own where Teams has no bridge for that.
    spa: {
      redirectUris: [`brk-multihub://${declared.host}`, `https://${declared.host}/tab/signed-in.html`],
    },
    requiredResourceAccess,
  }
}

const ourScope = {
  id: accessAsUser,
  value: 'access_as_user',
  type: 'User',
  isEnabled: true,
  adminConsentDisplayName: 'Use Follow-Through as the signed-in person',
  adminConsentDescription: 'Lets Teams call Follow-Through for the person who has signed in.',
  userConsentDisplayName: 'Use Follow-Through as you',
  userConsentDescription: 'Lets Teams call Follow-Through for you.',
}

/** Both names of the application: the short one for its own jobs, the one with the host for Teams. */
export const identifierUris = (host: string, appId: string): readonly string[] => [
  `api://${appId}`,
  `api://${host}/${appId}`,
]
