import { CLIENT_ID, PROVISIONER_ID } from '../settings.ts'
import type { ClientSecrets } from '../tenant.ts'

/** An application registered in the tenant, with everything an administrator has consented to. */
export interface Application {
  readonly id: string
  readonly displayName: string
  /** Object id of its service principal: the `oid` of tokens it gets for itself. */
  readonly principalId: string
  readonly secret: keyof ClientSecrets
  readonly delegated: readonly string[]
  readonly application: readonly string[]
}

/** Scopes of sign-in itself, never part of an access token. */
export const SIGN_IN_SCOPES: readonly string[] = ['openid', 'profile', 'email', 'offline_access']

export const applications: readonly Application[] = [
  {
    id: CLIENT_ID,
    displayName: 'Follow-Through',
    principalId: '00000000-0000-4000-8000-000000000200',
    secret: 'client',
    delegated: [
      'User.Read',
      'User.ReadBasic.All',
      'People.Read',
      'Sites.Selected',
      'Calendars.ReadWrite',
      'Place.Read.All',
      'TeamsActivity.Send',
    ],
    application: [
      'Sites.Selected',
      'User.ReadBasic.All',
      'Calendars.ReadWrite',
      'Mail.Send',
      'Place.Read.All',
      'TeamsActivity.Send',
      'Chat.Read.All',
      'TeamsAppInstallation.ReadForUser.All',
      'TeamsAppInstallation.ReadWriteSelfForUser.All',
    ],
  },
  {
    id: PROVISIONER_ID,
    displayName: 'Follow-Through provisioning',
    principalId: '00000000-0000-4000-8000-000000000201',
    secret: 'provisioner',
    delegated: [],
    application: ['Sites.FullControl.All', 'Sites.Manage.All', 'User.Read.All'],
  },
]

/** The application with this client id. */
export const findApplication = (id: string): Application | undefined =>
  applications.find((one) => one.id === id)
