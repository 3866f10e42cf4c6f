import * as v from 'valibot'
import { idOf, inShort, type Reply, refusalOf } from './ask.ts'
import { type CheckPlace, NotTried, type TenantCheck } from './tenantCheck.ts'

const subject = 'Follow-Through check, please ignore'
const dayMs = 86_400_000

/** An event nobody is invited to, two months ahead and shown as free. */
function event(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const day = new Date(Date.now() + 60 * dayMs).toISOString().slice(0, 10)
  return {
    subject,
    showAs: 'free',
    isReminderOn: false,
    start: { dateTime: `${day}T09:00:00`, timeZone: 'GMT Standard Time' },
    end: { dateTime: `${day}T09:30:00`, timeZone: 'GMT Standard Time' },
    ...more,
  }
}

/** Creates an event and has it removed at the end. */
async function create(place: CheckPlace, body: Record<string, unknown>): Promise<Reply> {
  const made = await place.calendar('POST', place.events(), { body })
  keepForRemoval(place, idOf(made))
  if (made.status !== 403 && made.status !== 404) return made
  throw new NotTried(
    `Nothing may be written in that calendar (${inShort(made)}). Put a coordinator's token for Graph into FT_CHECK_TOKEN, or grant the application the mailbox in Exchange for this check.`,
  )
}

function keepForRemoval(place: CheckPlace, id: string | null): void {
  if (id === null) return
  const address = `${place.events()}/${encodeURIComponent(id)}`
  place.undo(`An event "${subject}"`, ({ calendar }) => calendar('DELETE', address))
}

const repeatedTransaction: TenantCheck = {
  number: 5,
  name: 'An event with a transaction id that has been used',
  assumed: 'refused with 409 or 400, ErrorDuplicateTransactionId; the first event is named or can be found',
  async look(place) {
    const transactionId = crypto.randomUUID()
    const first = await create(place, event({ transactionId }))
    const second = await create(place, event({ transactionId }))
    const { code, '@event.existingEventId': named } = refusalOf(second)
    const same = idOf(second) !== null && idOf(second) === idOf(first)
    return {
      seen: same ? `${second.status} with the first event` : `${inShort(second)}${named ? ', names it' : ''}`,
      agrees: (second.status === 409 || second.status === 400) && code === 'ErrorDuplicateTransactionId',
    }
  },
}

const batchAnswer = v.object({
  responses: v.array(v.object({ id: v.string(), status: v.number(), body: v.optional(v.unknown()) })),
})

const twentyAtOnce: TenantCheck = {
  number: 9,
  name: 'Twenty events for one mailbox in one batch',
  assumed: 'each is made (201) or told to wait (429), and nothing else; four at a time are safe',
  async look(place) {
    await create(place, event())
    const requests = Array.from({ length: 20 }, (_, index) => ({
      id: String(index + 1),
      method: 'POST',
      url: place.events(),
      headers: { 'Content-Type': 'application/json' },
      body: event(),
    }))
    const answer = await place.calendar('POST', '/$batch', { body: { requests } })
    const read = v.safeParse(batchAnswer, answer.body)
    if (!read.success) return { seen: inShort(answer), agrees: false }
    const { responses } = read.output
    for (const { status, body } of responses)
      keepForRemoval(place, idOf({ status, body, headers: new Headers() }))
    const made = responses.filter(({ status }) => status === 201).length
    const kinds = [...new Set(responses.map(({ status }) => status))].sort()
    // How many are told to wait depends on the hour, so it is in the note and not in what is compared.
    const usual = kinds.every((status) => status === 201 || status === 429)
    return {
      seen: usual ? 'each made or told to wait' : kinds.join(' and '),
      agrees: usual && made >= 4,
      note: `${made} of 20 were made at once.`,
    }
  },
}

const emailAddress = v.object({ emailAddress: v.object({ address: v.string() }) })
const meeting = v.object({ organizer: emailAddress, attendees: v.array(emailAddress) })

const attendeesReplaced: TenantCheck = {
  number: 14,
  name: 'A change of the attendees alone',
  assumed: 'replaces the whole list; only those who were added or removed get mail',
  async look(place) {
    const one = place.recipient()
    const list = (...addresses: string[]) =>
      addresses.map((address) => ({ type: 'required', emailAddress: { address } }))
    const made = await create(place, event({ attendees: list(one) }))
    const read = v.safeParse(meeting, made.body)
    if (!read.success) return { seen: inShort(made), agrees: false }
    const organiser = read.output.organizer.emailAddress.address
    const address = `${place.events()}/${encodeURIComponent(idOf(made) ?? '')}`
    const both = await place.calendar('PATCH', address, { body: { attendees: list(one, organiser) } })
    const without = await place.calendar('PATCH', address, { body: { attendees: list(organiser) } })
    const counts = [made, both, without].map(attendeeCount)
    return {
      seen: `${counts.join(', then ')} attendees`,
      agrees: counts.join() === '1,2,1',
      note: `Look in the inbox of ${one}: one invitation and one cancellation, and no update between them.`,
    }
  },
}

function attendeeCount(answer: Reply): string {
  const read = v.safeParse(meeting, answer.body)
  return read.success ? String(read.output.attendees.length) : inShort(answer)
}

const unknownProperty: TenantCheck = {
  number: 15,
  name: 'An event with a property that Graph does not know',
  assumed: 'refused with 400',
  async look(place) {
    const made = await create(place, event({ followThroughUnknown: 1 }))
    return {
      seen: inShort(made),
      agrees: made.status === 400,
      ...(made.status === 400 ? {} : { note: 'A misspelt property would go unnoticed here.' }),
    }
  },
}

/** What the product takes for granted about calendars. */
export const mailboxChecks: readonly TenantCheck[] = [
  repeatedTransaction,
  twentyAtOnce,
  attendeesReplaced,
  unknownProperty,
]
