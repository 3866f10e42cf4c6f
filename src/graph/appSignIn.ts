import {
  ConfidentialClientApplication,
  type Configuration,
  type INetworkModule,
  type NetworkRequestOptions,
} from '@azure/msal-node'
import { M365Error } from '../domain/m365Error.ts'
import { proofOf } from './credential.ts'
import type { Credential, ProductSettings, SetupSettings, TenantPlace } from './environment.ts'

const microsoftSignIn = 'https://login.microsoftonline.com'

/** Gives a token of the application itself for a scope such as `https://graph.microsoft.com/.default`. */
export type SignIn = (scope: string) => Promise<string>

/** The scope for Graph: all that the application was granted. */
export const graphScope = 'https://graph.microsoft.com/.default'

/** Signs in as the product. */
export function appSignIn(settings: ProductSettings): SignIn {
  return signInAs(settings, settings.clientId, settings.credential)
}

/** Signs in as the provisioner, which may create lists and grant the product its place. */
export function provisionerSignIn(settings: SetupSettings): SignIn {
  const { provisioner } = settings
  if (provisioner === null)
    throw new Error(
      'Creating lists needs the sign-in of the provisioner: set FT_PROVISIONER_ID and FT_PROVISIONER_SECRET.',
    )
  return signInAs(settings, provisioner.clientId, { kind: 'secret', secret: provisioner.clientSecret })
}

/** MSAL's settings for an application of the tenant. */
export function msalSettings(place: TenantPlace, clientId: string): Configuration {
  return {
    auth: { clientId, authority: `${microsoftSignIn}/${place.tenantId}` },
    ...(place.loginOrigin === null ? {} : { system: { networkClient: ledTo(place.loginOrigin) } }),
  }
}

/** Where a person is sent to sign in: MSAL's own address, or the stand-in's. */
export function signInAddress(place: TenantPlace, address: string): string {
  return place.loginOrigin === null ? address : led(place.loginOrigin, address)
}

function signInAs(place: TenantPlace, clientId: string, credential: Credential): SignIn {
  const settings = msalSettings(place, clientId)
  const application = new ConfidentialClientApplication({
    ...settings,
    auth: { ...settings.auth, ...proofOf(credential) },
  })
  return async (scope) => {
    try {
      const answer = await application.acquireTokenByClientCredential({ scopes: [scope] })
      if (answer?.accessToken) return answer.accessToken
    } catch (thrown) {
      throw refused(thrown)
    }
    throw refused(null)
  }
}

/** Of MSAL's error only the code is told: its text can hold parts of the request. */
function refused(thrown: unknown): M365Error {
  const known = typeof thrown === 'object' && thrown !== null && 'errorCode' in thrown
  const code = known && typeof thrown.errorCode === 'string' ? thrown.errorCode : 'no token'
  return code === 'network_error' || code === 'endpoints_resolution_error'
    ? new M365Error('unavailable', 'The sign-in service did not answer. Check the connection and try again.')
    : new M365Error('forbidden', `The application could not sign in (${code}). Check its id and credential.`)
}

const led = (origin: string, address: string) =>
  address.startsWith(`${microsoftSignIn}/`) ? origin + address.slice(microsoftSignIn.length) : address

/** MSAL keeps the production authority; only the transport goes to the local tenant. */
function ledTo(origin: string): INetworkModule {
  const send = async <T>(url: string, init: RequestInit) => {
    const answer = await fetch(led(origin, url), init)
    const body: T = await answer.json()
    return { headers: Object.fromEntries(answer.headers.entries()), body, status: answer.status }
  }
  const headers = (options?: NetworkRequestOptions) => ({ ...options?.headers })
  return {
    sendGetRequestAsync: (url, options) => send(url, { headers: headers(options) }),
    sendPostRequestAsync: (url, options) =>
      send(url, { method: 'POST', headers: headers(options), body: options?.body ?? '' }),
  }
}
