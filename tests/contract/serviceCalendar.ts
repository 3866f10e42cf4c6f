import type { Booking } from '../../src/domain/booking.ts'
import { placeEvent } from '../../src/domain/courseEvents.ts'
import { graphCalendar } from '../../src/graph/calendar.ts'
import type { SiteContext } from '../../src/graph/site.ts'
import type { LocalTenant } from '../support/localTenant.ts'
import { aBooking, anOfficer, aRun } from '../support/places.ts'

/**
 * The event of a booked place in the calendar of the service's mailbox: made once although it is asked for three times,
 * moved with the run, cancelled, and refused in any other mailbox.
 * @param withoutMember runs something while a member of every answer's error is left out
 */
export async function serviceCalendar(
  { tenant, asApp }: { readonly tenant: LocalTenant; readonly asApp: SiteContext },
  withoutMember: <T>(name: string, work: () => Promise<T>) => Promise<T>,
): Promise<void> {
  const { FT_MAILBOX: mailbox = '' } = tenant.environment
  const own = graphCalendar(asApp.client, mailbox)
  const booking: Booking = aBooking({ ...anOfficer(2), address: 'daniel.okafor@thameside.example' }, 'booked')
  const draft = placeEvent(booking, { run: aRun(), courseTitle: 'What to do if', venue: null }, 'tour')
  const first = await own.create(draft)
  const second = await own.create(draft)
  const third = await withoutMember('@event.existingEventId', () => own.create(draft))
  if (second.event.ref !== first.event.ref || third.event.ref !== first.event.ref)
    throw new Error('One event was expected, recognised twice.')
  const read = await own.read(first.event.ref)
  const moved = await own.update(read, {
    when: { date: '2021-07-20', start: '10:00', end: '16:00' },
    mark: 'm',
  })
  if (!moved.ok) throw new Error('The event was not moved as the tour expects.')
  await own.cancel(first.event.ref, 'The run was cancelled.')
  const refused = await graphCalendar(asApp.client, 'daniel.okafor@thameside.example')
    .create(draft)
    .then(
      () => false,
      () => true,
    )
  if (!refused) throw new Error('Another mailbox was expected to be closed.')
}
