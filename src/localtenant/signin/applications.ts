import { COMMAND_LINE_TOOLS_ID } from '../directory/graphPermissions.ts'
import { CLIENT_ID, PROVISIONER_ID, SERVICE_MAILBOX } from '../settings.ts'
import type { ClientSecrets } from '../tenant.ts'

/** A permission of an application for one mailbox, given in Exchange. */
export interface MailboxRole {
  readonly permission: string
  readonly mailbox: string
}

/** An application registered in the tenant, with everything an administrator has consented to. */
export interface Application {
  readonly id: string
  readonly displayName: string
  /** Object id of its service principal: the `oid` of tokens it gets for itself. */
  readonly principalId: string
  /** Which secret it has; null for an application without one. */
  readonly secret: keyof ClientSecrets | null
  readonly delegated: readonly string[]
  readonly application: readonly string[]
  /** Roles that an Exchange administrator assigned for one mailbox (RBAC for Applications); no token carries them. */
  readonly exchange?: readonly MailboxRole[]
  /** What else the local tenant can show with it; consented to only with FT_CONSENTS=everything, for its own tests. */
  readonly imitated: { readonly delegated: readonly string[]; readonly application: readonly string[] }
}

/** Scopes of sign-in itself, never part of an access token. */
export const SIGN_IN_SCOPES: readonly string[] = ['openid', 'profile', 'email', 'offline_access']

export const applications: readonly Application[] = [
  {
    id: CLIENT_ID,
    displayName: 'Follow-Through',
    principalId: '00000000-0000-4000-8000-000000000200',
    secret: 'client',
    delegated: ['Sites.Selected', 'Calendars.ReadWrite', 'Calendars.ReadWrite.Shared', 'People.Read'],
    application: [
      'Sites.Selected',
      'TeamsAppInstallation.ReadForUser.All',
      'TeamsAppInstallation.ReadWriteSelfForUser.All',
      'AppCatalog.Read.All',
      'Chat.Read.WhereInstalled',
      'TeamsActivity.Send',
    ],
    exchange: [
      { permission: 'Mail.Send', mailbox: SERVICE_MAILBOX },
      { permission: 'Calendars.ReadWrite', mailbox: SERVICE_MAILBOX },
    ],
    imitated: {
      delegated: ['User.Read', 'User.ReadBasic.All', 'Place.Read.All', 'TeamsActivity.Send'],
      application: ['User.ReadBasic.All', 'Calendars.ReadWrite', 'Mail.Send', 'Place.Read.All'],
    },
  },
  {
    id: PROVISIONER_ID,
    displayName: 'Follow-Through provisioning',
    principalId: '00000000-0000-4000-8000-000000000201',
    secret: 'provisioner',
    delegated: [],
    application: ['Sites.FullControl.All', 'Sites.Manage.All', 'User.ReadBasic.All'],
    imitated: { delegated: [], application: ['User.Read.All'] },
  },
  {
    id: COMMAND_LINE_TOOLS_ID,
    displayName: 'Microsoft Graph Command Line Tools',
    principalId: '00000000-0000-4000-8000-000000000203',
    secret: null,
    delegated: [
      'Application.ReadWrite.All',
      'AppRoleAssignment.ReadWrite.All',
      'DelegatedPermissionGrant.ReadWrite.All',
      'Sites.FullControl.All',
      'User.ReadBasic.All',
    ],
    application: [],
    imitated: { delegated: [], application: [] },
  },
]

/** The application with this client id. */
export const findApplication = (id: string): Application | undefined =>
  applications.find((one) => one.id === id)
