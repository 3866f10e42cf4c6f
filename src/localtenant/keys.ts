import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { readMeta, writeMeta } from './store.ts'

export interface SignOptions {
  readonly audience: string
  readonly issuer: string
  /** Lifetime in seconds of real time. */
  readonly expiresIn: number
}

export interface VerifyOptions {
  readonly audience: string | string[]
  readonly issuer?: string | string[]
}

/** The tenant's RS256 key: signs every token of the stand-in, is published for those who check them. */
export interface SigningKeys {
  sign(claims: Readonly<Record<string, unknown>>, options: SignOptions): Promise<string>
  /** The claims of a token this tenant signed. Rejects (jose error) on signature, audience, issuer or time. */
  verify(token: string, options: VerifyOptions): Promise<JWTPayload>
  /** The public half, with the `endorsements` a bot checks for the Teams channel. */
  jwks(): { keys: JWK[] }
}

const KEY = 'keys.rs256'
const ALGORITHM = 'RS256'

/** Loads the key pair from the database, or makes one that lasts as long as the data folder. */
export async function openKeys(db: DatabaseSync): Promise<SigningKeys> {
  const secret = await keptKey(db)
  const privateKey = await importJWK(secret, ALGORITHM)
  const open: JWK = { kty: secret.kty, n: secret.n, e: secret.e, kid: secret.kid, alg: ALGORITHM, use: 'sig' }
  const publicKey = await importJWK(open, ALGORITHM)
  return {
    sign(claims, { audience, issuer, expiresIn }) {
      const issuedAt = Math.floor(Date.now() / 1000)
      return new SignJWT({ ...claims, uti: randomUUID() })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', kid: secret.kid })
        .setAudience(audience)
        .setIssuer(issuer)
        .setIssuedAt(issuedAt)
        .setNotBefore(issuedAt)
        .setExpirationTime(issuedAt + expiresIn)
        .sign(privateKey)
    },
    async verify(token, { audience, issuer }) {
      const { payload } = await jwtVerify(token, publicKey, { audience, issuer, algorithms: [ALGORITHM] })
      return payload
    },
    jwks: () => ({ keys: [{ ...open, endorsements: ['msteams'] }] }),
  }
}

async function keptKey(db: DatabaseSync): Promise<JWK> {
  const kept = readMeta(db, KEY)
  if (kept !== undefined) return JSON.parse(kept)
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid: randomUUID() }
  writeMeta(db, KEY, JSON.stringify(jwk))
  return jwk
}
