import type { DatabaseSync } from 'node:sqlite'
import type { Router } from 'express'
import type { TenantClock } from './clock.ts'
import type { FaultPlan } from './faults.ts'
import type { SigningKeys } from './keys.ts'
import type { RequestLog } from './requestLog.ts'
import type { TenantSettings } from './settings.ts'

/** The secrets of the two applications: made once per data folder. */
export interface ClientSecrets {
  readonly client: string
  readonly provisioner: string
}

/** What a test or a person may turn while the tenant runs; all of it forgotten when it stops. */
export interface Controls {
  /** Rows a filtered list query looks at before it answers with a page. */
  window: number
  /** Rows beyond which a list is not looked through without an index; 5,000 in SharePoint. */
  threshold: number
  /** Whether a clash on a unique column answers 409 or 400: Microsoft documents neither. */
  uniqueClash: 409 | 400
  /** Whether a repeated event transactionId answers 409 or 400: both have been seen. */
  duplicateTransaction: 409 | 400
  /** Permissions that no new token gets, as if an administrator had taken the consent back. */
  withheld: readonly string[]
}

/** What every part of the local tenant works with: one database, one clock, one set of keys. */
export interface Tenant {
  readonly settings: TenantSettings
  readonly secrets: ClientSecrets
  readonly db: DatabaseSync
  readonly clock: TenantClock
  readonly keys: SigningKeys
  readonly faults: FaultPlan
  readonly requests: RequestLog
  readonly controls: Controls
}

/** A part of the local tenant adds its routes to the router it is given (Graph parts are mounted under /v1.0). */
export type TenantPart = (router: Router, tenant: Tenant) => void
