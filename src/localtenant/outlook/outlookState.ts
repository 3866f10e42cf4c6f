import type { DatabaseSync } from 'node:sqlite'
import type { Tenant } from '../tenant.ts'
import { type EventStore, openEventStore } from './eventStore.ts'
import { type MailStore, openMailStore } from './mailStore.ts'

/** The calendars and the mail of the tenant, with its clock. */
export interface Outlook {
  readonly events: EventStore
  readonly mail: MailStore
  /** The tenant's time as an ISO instant. */
  readonly now: () => string
}

// By the database: the https listener's tenant is a copy with another origin.
const opened = new WeakMap<DatabaseSync, Outlook>()

/** The one Outlook of this tenant. */
export function outlookOf(tenant: Tenant): Outlook {
  const known = opened.get(tenant.db)
  if (known) return known
  const outlook = {
    events: openEventStore(tenant.db),
    mail: openMailStore(tenant.db),
    now: () => tenant.clock.now().toISOString(),
  }
  opened.set(tenant.db, outlook)
  return outlook
}
