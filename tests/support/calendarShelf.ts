import type { Attendee } from '../../src/domain/eventDraft.ts'
import { type EventChange, tellsOnlyTheConcerned } from '../../src/domain/eventDraft.ts'
import { M365Error } from '../../src/domain/m365Error.ts'
import type { Calendar, CalendarEvent, Calendars } from '../../src/usecases/exercisePorts.ts'

/** `before`: nothing happens. `after`: the work is done and the answer is lost. */
type Fault = 'before' | 'after'

/** One message that Exchange would have sent. */
export interface ShelfMail {
  readonly to: string
  readonly kind: 'invitation' | 'update' | 'cancellation'
  readonly subject: string
}

/** A calendar in memory that keeps transaction ids and mails attendees as Exchange does, and can lose an answer. */
export interface CalendarShelf extends Calendar, Calendars {
  readonly events: CalendarEvent[]
  readonly mails: ShelfMail[]
  failNext(when: Fault): void
  answer(address: string, response: CalendarEvent['attendees'][number]['response']): void
  /** Somebody changes the event in Outlook itself. */
  changeInOutlook(ref: string, edit: (event: CalendarEvent) => CalendarEvent): void
  cancelInOutlook(): void
}

export function calendarShelf(): CalendarShelf {
  const events: CalendarEvent[] = []
  const mails: ShelfMail[] = []
  const faults: Fault[] = []
  const guarded = async <T>(work: () => T): Promise<T> => {
    const fault = faults.shift()
    if (fault === 'before') throw outage()
    const result = work()
    if (fault === 'after') throw outage()
    return result
  }
  const find = (ref: string): CalendarEvent => {
    const event = events.find((one) => one.ref === ref)
    if (!event) throw new M365Error('missing', 'Microsoft 365 does not have it.', { status: 404 })
    return event
  }
  const put = (next: CalendarEvent): CalendarEvent => {
    const stored = { ...next, etag: `${next.etag}+` }
    events[events.findIndex((one) => one.ref === next.ref)] = stored
    return stored
  }
  const send = (to: readonly Attendee[], kind: ShelfMail['kind'], subject: string) =>
    mails.push(...to.map((one) => ({ to: one.address, kind, subject })))
  const shelf: CalendarShelf = {
    events,
    mails,
    of: () => shelf,
    failNext: (when) => void faults.push(when),
    answer: (address, response) => {
      for (const event of [...events]) {
        const attendees = event.attendees.map((one) => (one.address === address ? { ...one, response } : one))
        put({ ...event, attendees })
      }
    },
    changeInOutlook: (ref, edit) => void put(edit(find(ref))),
    cancelInOutlook: () => {
      for (const event of [...events]) put({ ...event, cancelled: true })
    },
    create: (draft) =>
      guarded(() => {
        const known = events.find((event) => event.draft.transactionId === draft.transactionId)
        if (known) return { event: known, already: true }
        const event: CalendarEvent = {
          ref: `event-${events.length + 1}`,
          etag: '1',
          draft,
          attendees: draft.attendees.map(({ address }) => ({ address, response: 'none' as const })),
          cancelled: false,
          mark: '',
        }
        events.push(event)
        send(people(draft.attendees), 'invitation', draft.subject)
        return { event, already: false }
      }),
    read: (ref) => guarded(() => find(ref)),
    update: (event, change) =>
      guarded(() => {
        const now = find(event.ref)
        if (now.etag !== event.etag)
          return { ok: false as const, code: 'changed-meanwhile' as const, theirs: now }
        tell(now, change, send)
        return { ok: true as const, event: put(changed(now, change)) }
      }),
    cancel: (ref) =>
      guarded(() => {
        const event = events.find((one) => one.ref === ref && !one.cancelled)
        if (!event) return false
        send(people(event.draft.attendees), 'cancellation', event.draft.subject)
        put({ ...event, cancelled: true })
        return true
      }),
    changesSince: async () => ({ events: [...events], removed: [], token: 'now', restarted: false }),
  }
  return shelf
}

const outage = () => new M365Error('unavailable', 'Microsoft 365 could not answer just now.', { status: 504 })
const people = (attendees: readonly Attendee[]) => attendees.filter((one) => one.type !== 'resource')

function tell(
  now: CalendarEvent,
  change: EventChange,
  send: (to: readonly Attendee[], kind: ShelfMail['kind'], subject: string) => void,
): void {
  const before = new Map(people(now.draft.attendees).map((one) => [one.address, one]))
  const after = people(change.attendees ?? now.draft.attendees)
  const kept = new Set(after.map((one) => one.address))
  send(
    [...before.values()].filter((one) => !kept.has(one.address)),
    'cancellation',
    now.draft.subject,
  )
  const concerned = tellsOnlyTheConcerned(change)
    ? after.filter((one) => before.get(one.address)?.type !== one.type)
    : after
  for (const one of concerned)
    send([one], before.has(one.address) ? 'update' : 'invitation', change.subject ?? now.draft.subject)
}

function changed(now: CalendarEvent, change: EventChange): CalendarEvent {
  const { when, mark, attendees, ...rest } = change
  const answers = new Map(now.attendees.map((one) => [one.address, one]))
  const listed = attendees ?? now.draft.attendees
  return {
    ...now,
    draft: { ...now.draft, ...rest, ...when, attendees: listed },
    attendees: listed.map(({ address }) =>
      when
        ? { address, response: 'none' as const }
        : (answers.get(address) ?? { address, response: 'none' as const }),
    ),
    mark: mark ?? now.mark,
  }
}
