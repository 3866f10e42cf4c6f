import { PublicClientApplication } from '@azure/msal-node'
import { M365Error } from '../domain/m365Error.ts'
import { msalSettings, type SignIn, signInAddress } from './appSignIn.ts'
import type { TenantPlace } from './environment.ts'

/** Microsoft Graph Command Line Tools: Microsoft's own public client, known in every tenant, for such scripts. */
const commandLineTools = '14d82eec-204b-4c2f-b7e8-296a70dab67e'

/** What registering, provisioning, the sample and `check --tenant` need; an administrator has it only while the command runs. */
export const adminScopes: readonly string[] = [
  'Application.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'DelegatedPermissionGrant.ReadWrite.All',
  'Sites.FullControl.All',
  'User.ReadBasic.All',
]

/**
 * Signs in an administrator in person, in a browser on this machine, or takes the token that was got elsewhere.
 * The scope that is asked for later makes no difference: one sign-in holds for the whole command.
 * @param tell says the address to open
 */
export function adminSignIn(place: TenantPlace, tell: (sentence: string) => void): SignIn {
  const { adminToken } = place
  if (adminToken !== null) return async () => adminToken
  let signingIn: Promise<string> | null = null
  return () => {
    signingIn ??= inBrowser(place, tell)
    return signingIn
  }
}

async function inBrowser(place: TenantPlace, tell: (sentence: string) => void): Promise<string> {
  const application = new PublicClientApplication(msalSettings(place, commandLineTools))
  try {
    const { accessToken } = await application.acquireTokenInteractive({
      scopes: [...adminScopes],
      openBrowser: async (address) =>
        tell(`Sign in as an administrator in a browser on this machine:\n  ${signInAddress(place, address)}`),
      successTemplate: 'Signed in. This window can be closed.',
    })
    return accessToken
  } catch (thrown) {
    const code = typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'errorCode') : null
    throw new M365Error(
      'forbidden',
      `The administrator was not signed in (${typeof code === 'string' ? code : 'no answer'}), so nothing was changed.`,
    )
  }
}
