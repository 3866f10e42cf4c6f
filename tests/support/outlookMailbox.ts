import { at, type GraphCaller, type LocalTenant, personId, type Row, rowsOf } from './localTenant.ts'

/** The service's mailbox under Graph. */
export const service = `/users/${personId(90)}`

/** An event that was created: its id and the whole answer. */
export interface Created {
  readonly id: string
  readonly answer: Readonly<Record<string, unknown>>
}

/** What tests of Outlook do again and again with one tenant. */
export interface OutlookMailbox {
  readonly app: GraphCaller
  /** A summer event with what this test needs changed; every one has its own subject. */
  event(changes?: Readonly<Record<string, unknown>>): Record<string, unknown>
  /** Creates such an event in the service's mailbox; fails the test unless it is taken. */
  created(changes?: Readonly<Record<string, unknown>>): Promise<Created>
  mailOf(address: string): Promise<Row[]>
  /** The copy of an event in somebody's calendar, also when it has been cancelled. */
  copyOf(address: string, subject: unknown): Promise<Row | undefined>
  subjectsOf(address: string): Promise<unknown[]>
}

/** The two who are invited unless a test says otherwise: one of the force, one from outside. */
export const invited = [
  { type: 'Required', emailAddress: { address: 'daniel.okafor@thameside.example' } },
  { type: 'optional', emailAddress: { address: 'public.health@camden.example', name: 'Public Health' } },
]

/** Opens the service's mailbox of a tenant for a test. */
export async function openMailbox(tenant: LocalTenant): Promise<OutlookMailbox> {
  const app = await tenant.asApp()
  let counter = 0
  const event: OutlookMailbox['event'] = (changes = {}) => ({
    subject: `SPASE ${++counter}`,
    body: { contentType: 'HTML', content: '<p>Bring the plan.</p>' },
    start: { dateTime: '2021-06-16T09:30:00', timeZone: 'GMT Standard Time' },
    end: { dateTime: '2021-06-16T16:00:00', timeZone: 'GMT Standard Time' },
    location: { displayName: 'Hydra Suite' },
    attendees: invited,
    ...changes,
  })
  const seen = async (what: string, address: string) =>
    rowsOf(await tenant.call('GET', `/local-tenant/${what}/${address}`))
  return {
    app,
    event,
    async created(changes = {}) {
      const answer = await app('POST', `${service}/events`, { body: event(changes) })
      if (answer.status !== 201) throw new Error(`No event: ${answer.status} ${JSON.stringify(answer.body)}`)
      return { id: String(at(answer, 'id')), answer: answer.body as Record<string, unknown> }
    },
    mailOf: (address) => seen('mail', address),
    async copyOf(address, subject) {
      const names = [subject, `Canceled: ${subject}`]
      return (await seen('calendar', address)).find((row) => names.includes(row.subject))
    },
    subjectsOf: async (address) => (await seen('mail', address)).map((row) => row.subject),
  }
}
