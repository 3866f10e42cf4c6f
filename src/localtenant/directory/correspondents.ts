import { outlookOf } from '../outlook/outlookState.ts'
import type { EmailAddress } from '../outlook/storedEvent.ts'
import { MAIL_DOMAIN } from '../settings.ts'
import type { Tenant } from '../tenant.ts'

/**
 * People outside the tenant with whom a mailbox exchanged mail, the latest first: what the People API calls implicit
 * contacts (learn.microsoft.com/graph/search-concept-person).
 */
export function correspondentsOf(tenant: Tenant, mailbox: string): readonly EmailAddress[] {
  const { mail } = outlookOf(tenant)
  const received = mail.ofMailbox(mailbox.toLowerCase(), 'inbox').map(({ from }) => from)
  const sent = mail.ofMailbox(mailbox.toLowerCase(), 'sentitems').flatMap(({ to, cc }) => [...to, ...cc])
  const found = new Map<string, EmailAddress>()
  for (const one of [...received, ...sent]) {
    const key = one.address.toLowerCase()
    if (!key.endsWith(`@${MAIL_DOMAIN}`) && !found.has(key)) found.set(key, one)
  }
  return [...found.values()]
}
