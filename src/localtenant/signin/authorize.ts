import type { Request, Response } from 'express'
import { findPerson } from '../directory.ts'
import { findApplication } from './applications.ts'
import type { AuthorisationCodes } from './codes.ts'
import { EntraError } from './entraErrors.ts'
import { accountPicker } from './picker.ts'

interface Asked {
  readonly clientId: string
  readonly redirectUri: string
  readonly scope: string
  readonly state: string | undefined
  readonly nonce: string | undefined
  readonly challenge: string
  readonly mode: string
}

/** GET …/oauth2/v2.0/authorize: code flow with PKCE. The page's links come back here with `picked`. */
export function authorize(codes: AuthorisationCodes, req: Request, res: Response): void {
  const query = new URL(req.originalUrl, 'http://localhost').searchParams
  const asked = readAsked(query)
  const picked = query.get('picked')
  const person = picked === null ? undefined : findPerson(picked)
  if (person !== undefined) {
    const { clientId, redirectUri, scope, nonce, challenge } = asked
    const code = codes.issue({ clientId, redirectUri, personId: person.id, scope, nonce, challenge })
    answer(res, asked, { code })
    return
  }
  if (query.get('prompt') === 'none') {
    answer(res, asked, {
      error: 'login_required',
      error_description: 'AADSTS50058: Nobody is signed in.',
    })
    return
  }
  res.type('html').send(
    accountPicker((personId) => {
      query.set('picked', personId)
      return `?${query}`
    }),
  )
}

function readAsked(query: URLSearchParams): Asked {
  const clientId = query.get('client_id') ?? ''
  const redirectUri = query.get('redirect_uri') ?? ''
  const challenge = query.get('code_challenge') ?? ''
  if (findApplication(clientId) === undefined) throw unknownClient(clientId)
  if (!isLocal(redirectUri)) {
    throw new EntraError(
      400,
      'invalid_request',
      50011,
      `The redirect URI '${redirectUri}' is not registered for this application.`,
    )
  }
  if (
    query.get('response_type') !== 'code' ||
    challenge === '' ||
    query.get('code_challenge_method') !== 'S256'
  ) {
    throw new EntraError(
      400,
      'invalid_request',
      9002325,
      'The local tenant signs in by code with PKCE (S256) only.',
    )
  }
  return {
    clientId,
    redirectUri,
    challenge,
    scope: query.get('scope') ?? '',
    state: query.get('state') ?? undefined,
    nonce: query.get('nonce') ?? undefined,
    mode: query.get('response_mode') ?? 'query',
  }
}

/** The refusal of a client id this tenant does not know. */
export const unknownClient = (clientId: string) =>
  new EntraError(
    400,
    'unauthorized_client',
    700016,
    `Application with identifier '${clientId}' was not found in the directory.`,
  )

function answer(res: Response, asked: Asked, values: Record<string, string>): void {
  const given = new URLSearchParams({
    ...values,
    ...(asked.state === undefined ? {} : { state: asked.state }),
  })
  const target = new URL(asked.redirectUri)
  if (asked.mode === 'fragment') target.hash = given.toString()
  else for (const [name, value] of given) target.searchParams.set(name, value)
  res.redirect(target.toString())
}

function isLocal(uri: string): boolean {
  try {
    const { hostname, protocol } = new URL(uri)
    return hostname === 'localhost' && /^https?:$/.test(protocol)
  } catch {
    return false
  }
}
