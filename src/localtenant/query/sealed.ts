import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { metaOr } from '../store.ts'
import type { Tenant } from '../tenant.ts'

/** A token that only this tenant can have made: opaque to clients, as Graph's are. */
export function seal(tenant: Tenant, state: unknown): string {
  const body = Buffer.from(JSON.stringify(state)).toString('base64url')
  return `${body}.${mark(tenant, body)}`
}

/** What was sealed, or undefined when the token was made up or altered. */
export function unseal<T>(tenant: Tenant, token: string): T | undefined {
  const [body = '', given = ''] = token.split('.')
  const [one, other] = [Buffer.from(given), Buffer.from(mark(tenant, body))]
  if (one.length !== other.length || !timingSafeEqual(one, other)) return undefined
  return JSON.parse(Buffer.from(body, 'base64url').toString())
}

function mark(tenant: Tenant, body: string): string {
  const key = metaOr(tenant.db, 'seal.key', () => randomBytes(32).toString('base64url'))
  return createHmac('sha256', key).update(body).digest('base64url').slice(0, 22)
}
