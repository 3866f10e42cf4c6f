import { contactStore } from '../../src/graph/lists/contacts.ts'
import { graphPeopleSearch } from '../../src/graph/peopleSearch.ts'
import { graphSchedules } from '../../src/graph/schedule.ts'
import type { SiteContext } from '../../src/graph/site.ts'
import { aContact } from '../support/directory.ts'

/** A partner is added, changed, kept from being taken away with an old etag, and taken away; and people are found. */
export async function partners(site: SiteContext): Promise<void> {
  const contacts = contactStore(site)
  const { row } = await contacts.create(aContact({ key: 'tour/partner', address: 'tour@partner.example' }))
  const saved = await contacts.save(row, { ...row.value, name: 'Somebody Else' })
  const stale = await contacts.remove(row)
  if (!saved.ok || stale.ok) throw new Error('An entry was taken away with an etag that is out of date.')
  const gone = await contacts.remove(saved.row)
  const again = await contacts.remove(saved.row)
  if (!gone.ok || !again.ok) throw new Error('An entry could not be taken away.')
  const found = await graphPeopleSearch(site.client).search('susan')
  if (found[0]?.inside !== true) throw new Error('The search for people found nobody.')
}

/** Whether the suite is free is asked as a coordinator; a mailbox outside is named as unknown. */
export async function freeRoom(site: SiteContext): Promise<void> {
  const addresses = ['hydra.suite@thameside.example', 'somebody@partner.example']
  const { unknown } = await graphSchedules(site.client).freeBusy(addresses, '2021-06-09', '2021-06-09')
  if (unknown[0] !== addresses[1]) throw new Error('A mailbox outside the force could be asked.')
}
