import type { EventDraft } from '../../src/domain/eventDraft.ts'
import { planInvitation } from '../../src/domain/invitation.ts'
import { graphCalendars } from '../../src/graph/calendar.ts'
import type { SiteContext } from '../../src/graph/site.ts'
import type { Calendar } from '../../src/usecases/exercisePorts.ts'
import { anExercise } from '../support/exercises.ts'
import type { LocalTenant } from '../support/localTenant.ts'

interface Stops {
  readonly tenant: LocalTenant
  asPerson(person: number): Promise<SiteContext>
}

type WithoutMember = <T>(name: string, work: () => Promise<T>) => Promise<T>

const coordinator = 3
const shared = 'exercises@thameside.example'
const autumn = { from: '2021-09-01', to: '2021-12-01' }

/** The coordinator's own calendar and the one that the exercise team shares, with all that is done in them. */
export async function invitationCalendars(
  { tenant, asPerson }: Stops,
  withoutMember: WithoutMember,
): Promise<void> {
  const { client } = await asPerson(coordinator)
  for (const [mailbox, date] of [
    ['', '2021-09-15'],
    [shared, '2021-09-16'],
  ] as const) {
    const calendar = graphCalendars(client).of(mailbox)
    await follow(tenant, calendar, draftFor(date, mailbox), withoutMember)
  }
}

function draftFor(date: string, mailbox: string): EventDraft {
  const exercise = anExercise({
    date,
    key: `tour-${date}-${mailbox}`,
    onlinePart: { start: '14:00', end: '15:00' },
  })
  const planned = planInvitation(exercise, 1, '2021-06-01')
  if (!planned.ok) throw new Error(planned.code)
  return planned.plan.draft
}

/** One event from its making to its end, followed by what changed, with a token that grows too old. */
async function follow(
  tenant: LocalTenant,
  calendar: Calendar,
  draft: EventDraft,
  withoutMember: WithoutMember,
): Promise<void> {
  const first = await calendar.changesSince(null, autumn)
  const { event } = await calendar.create(draft)
  await tenant.call('POST', '/local-tenant/controls', { body: { duplicateTransaction: 409 } })
  const again = await withoutMember('@event.existingEventId', () => calendar.create(draft))
  const read = await calendar.read(event.ref)
  const joins = { name: 'Late', address: 'late@partner.example', type: 'optional' } as const
  const joined = await calendar.update(read, { attendees: [...read.draft.attendees, joins] })
  const stale = await calendar.update(read, { location: 'Room 2' })
  if (!joined.ok || stale.ok || !again.already) throw new Error('The event did not go as the tour expects.')
  const moved = await calendar.update(stale.theirs, {
    when: { date: draft.date, start: '11:00', end: '16:00' },
    bodyHtml: `<p>Moved.</p>${draft.bodyHtml}`,
    mark: '1.1',
  })
  if (!moved.ok || moved.event.joinUrl === null) throw new Error('The change lost the online meeting.')
  const since = await calendar.changesSince(first.token, autumn)
  const gone = [
    await calendar.cancel(event.ref, 'The suite is closed.'),
    await calendar.cancel(event.ref, 'Again.'),
  ]
  const after = await calendar.changesSince(since.token, autumn)
  await tenant.call('POST', '/local-tenant/controls', { body: { expireDeltaTokens: true } })
  const anew = await calendar.changesSince(after.token, autumn)
  const seen = [since.events.length, after.removed.includes(event.ref), anew.restarted, ...gone]
  if (seen.join() !== '1,true,true,true,false')
    throw new Error(`The calendar was not followed: ${seen.join()}`)
}
