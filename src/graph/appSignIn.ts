import {
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
} from '@azure/msal-node'
import { M365Error } from '../domain/m365Error.ts'
import type { ProductSettings } from './environment.ts'

const microsoftSignIn = 'https://login.microsoftonline.com'

/** Gives a token of the application itself for a scope such as `https://graph.microsoft.com/.default`. */
export type SignIn = (scope: string) => Promise<string>

/** The scope for Graph: all that the application was granted. */
export const graphScope = 'https://graph.microsoft.com/.default'

/** Signs in as the product. */
export function appSignIn(settings: ProductSettings): SignIn {
  return signInAs(settings, settings.clientId, settings.clientSecret)
}

/** Signs in as the provisioner, which may create lists and grant the product its place. */
export function provisionerSignIn(settings: ProductSettings): SignIn {
  if (settings.provisioner === null)
    throw new Error(
      'Creating lists needs the sign-in of the provisioner: set FT_PROVISIONER_ID and FT_PROVISIONER_SECRET.',
    )
  return signInAs(settings, settings.provisioner.clientId, settings.provisioner.clientSecret)
}

function signInAs(settings: ProductSettings, clientId: string, clientSecret: string): SignIn {
  const application = new ConfidentialClientApplication({
    auth: { clientId, clientSecret, authority: `${microsoftSignIn}/${settings.tenantId}` },
    ...(settings.loginOrigin === null ? {} : { system: { networkClient: ledTo(settings.loginOrigin) } }),
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
    : new M365Error('forbidden', `The application could not sign in (${code}). Check its id and secret.`)
}

/** MSAL keeps the production authority; only the transport goes to the local tenant. */
function ledTo(origin: string): INetworkModule {
  const send = async <T>(url: string, init: RequestInit) => {
    const address = url.startsWith(`${microsoftSignIn}/`) ? origin + url.slice(microsoftSignIn.length) : url
    const answer = await fetch(address, init)
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
