import { createHash, randomBytes } from 'node:crypto'

/** What a person agreed to on the sign-in page, waiting to be exchanged for tokens. */
export interface SignedInRequest {
  readonly clientId: string
  readonly redirectUri: string
  readonly personId: string
  readonly scope: string
  readonly nonce: string | undefined
  /** base64url SHA-256 of the verifier (PKCE S256). */
  readonly challenge: string
}

const TEN_MINUTES = 600_000

/** Authorisation codes: each good once, for ten minutes, for whoever holds the verifier. */
export class AuthorisationCodes {
  private readonly waiting = new Map<string, SignedInRequest & { until: number }>()

  /** A new code for this request. */
  issue(request: SignedInRequest): string {
    const code = randomBytes(32).toString('base64url')
    this.waiting.set(code, { ...request, until: Date.now() + TEN_MINUTES })
    return code
  }

  /** What the code stands for, or undefined when it is unknown, used, late or not this client's. */
  redeem(
    code: string,
    by: { clientId: string; redirectUri: string; verifier: string },
  ): SignedInRequest | undefined {
    const found = this.waiting.get(code)
    this.waiting.delete(code)
    if (found === undefined || found.until < Date.now()) return undefined
    const challenge = createHash('sha256').update(by.verifier).digest('base64url')
    const same =
      found.clientId === by.clientId && found.redirectUri === by.redirectUri && found.challenge === challenge
    return same ? found : undefined
  }
}
