import type { DatabaseSync } from 'node:sqlite'
import type { Router } from 'express'
import type { TenantClock } from './clock.ts'
import type { FaultPlan } from './faults.ts'
import type { SigningKeys } from './keys.ts'
import type { TenantSettings } from './settings.ts'

/** What every part of the local tenant works with: one database, one clock, one set of keys. */
export interface Tenant {
  readonly settings: TenantSettings
  readonly db: DatabaseSync
  readonly clock: TenantClock
  readonly keys: SigningKeys
  readonly faults: FaultPlan
}

/** A part of the local tenant adds its routes to the router it is given (Graph parts are mounted under /v1.0). */
export type TenantPart = (router: Router, tenant: Tenant) => void
