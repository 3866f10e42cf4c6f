import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Event } from '@microsoft/microsoft-graph-types'
import type { EventDraft } from '../../src/domain/eventDraft.ts'
import { planInvitation } from '../../src/domain/invitation.ts'
import { graphCalendar } from '../../src/graph/calendar.ts'
import { createGraphClient } from '../../src/graph/client.ts'
import { exerciseProperty } from '../../src/graph/eventShape.ts'
import type { Calendar } from '../../src/usecases/exercisePorts.ts'
import { anExercise } from '../support/exercises.ts'

/** What the mailbox does with the next request. `lose`: the work is done and the answer is a 504 or a broken line. */
type Fault = { status: number; headers?: Record<string, string> } | 'lose' | 'hang up'
type Repeat = 'conflict' | 'bad request' | 'conflict without id'
interface Seen {
  readonly method: string
  readonly url: URL
  readonly prefer: string
  readonly body: Event
}

/** A mailbox behind real HTTP that keeps transaction ids as Exchange does. */
class Mailbox {
  readonly events: Event[] = []
  readonly seen: Seen[] = []
  readonly faults: Fault[] = []
  repeat: Repeat = 'conflict'
  private readonly server: Server = createServer((request, response) => {
    void this.answer(request).then(({ status, headers, body, hangUp }) => {
      if (hangUp) return request.socket.destroy()
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(JSON.stringify(body))
    })
  })

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private async answer(request: IncomingMessage): Promise<{
    status: number
    headers?: Record<string, string>
    body: unknown
    hangUp?: boolean
  }> {
    const text = (await request.toArray()).join('')
    const url = new URL(request.url ?? '', 'http://mailbox')
    const body = (text ? JSON.parse(text) : {}) as Event
    this.seen.push({ method: request.method ?? '', url, prefer: String(request.headers.prefer), body })
    const fault = this.faults.shift()
    if (fault && typeof fault === 'object') return { ...fault, body: failure('TooManyRequests', 'Slow down') }
    const answer = request.method === 'POST' ? this.create(body) : this.find(url)
    if (fault === 'lose') return { status: 504, body: failure('GatewayTimeout', 'Timed out') }
    return { ...answer, hangUp: fault === 'hang up' }
  }

  private create(body: Event): { status: number; body: unknown } {
    const known = this.events.find((event) => event.transactionId === body.transactionId)
    if (known) return this.refuseRepeat(known)
    const event = { ...body, id: `AAMk=/${this.events.length + 1}`, isCancelled: false }
    this.events.push(event)
    return { status: 201, body: { '@odata.etag': 'W/"1"', ...event } }
  }

  private refuseRepeat(known: Event): { status: number; body: unknown } {
    const named = this.repeat === 'conflict without id' ? {} : { '@event.existingEventId': known.id }
    const body = failure('ErrorDuplicateTransactionId', 'Your request can not be completed.', named)
    return { status: this.repeat === 'bad request' ? 400 : 409, body }
  }

  private find(url: URL): { status: number; body: unknown } {
    const path = url.pathname.replace('/v1.0/me/events', '')
    if (path === '') {
      const value = /ep\/value eq '([^']+)'/.exec(url.searchParams.get('$filter') ?? '')?.[1]
      const tagged = this.events.filter((event) =>
        event.singleValueExtendedProperties?.some((one) => one.value === value),
      )
      return { status: 200, body: { value: tagged } }
    }
    const event = this.events.find((one) => one.id === decodeURIComponent(path.slice(1)))
    return event
      ? { status: 200, body: event }
      : { status: 404, body: failure('ErrorItemNotFound', 'Not found.') }
  }
}

function failure(code: string, message: string, more: object = {}) {
  return {
    error: { code, message, ...more, innerError: { 'request-id': 'r-1', date: '2021-06-01T08:00:00' } },
  }
}

function draftFor(date: string): EventDraft {
  const planned = planInvitation(anExercise({ date }), 1, '2018-01-08')
  if (!planned.ok) throw new Error(planned.code)
  return planned.plan.draft
}

let mailbox: Mailbox
let calendar: Calendar
let waits: number[]

beforeEach(async () => {
  mailbox = new Mailbox()
  waits = []
  const client = createGraphClient({
    origin: await mailbox.open(),
    accessToken: async () => 'token',
    wait: async (milliseconds) => void waits.push(milliseconds),
  })
  calendar = graphCalendar(client)
})
afterEach(() => mailbox.close())

describe('the event that is created', () => {
  it.each(['2018-04-18', '2018-11-07'])(
    'on %s starts at 10:00 on UK clocks, without an offset',
    async (date) => {
      await calendar.create(draftFor(date))
      expect(mailbox.events[0]?.start).toEqual({
        dateTime: `${date}T10:00:00`,
        timeZone: 'GMT Standard Time',
      })
      expect(mailbox.events[0]?.end).toEqual({ dateTime: `${date}T16:00:00`, timeZone: 'GMT Standard Time' })
    },
  )

  it('hides the attendees from each other and asks for an answer, not for another time', async () => {
    await calendar.create(draftFor('2018-04-18'))
    expect(mailbox.events[0]).toMatchObject({
      hideAttendees: true,
      responseRequested: true,
      allowNewTimeProposals: false,
      transactionId: 'spase-2018-04-18-invitation-1',
      singleValueExtendedProperties: [{ id: exerciseProperty, value: 'spase-2018-04-18' }],
      location: { displayName: 'Hydra Suite', locationEmailAddress: 'hydra.suite@thameside.example' },
    })
    expect(mailbox.events[0]?.attendees?.map((one) => one.type)).toEqual([
      'required',
      'required',
      'optional',
      'resource',
    ])
  })

  it('is asked for with lasting ids and UK times on every call', async () => {
    const { event } = await calendar.create(draftFor('2018-04-18'))
    await calendar.create(draftFor('2018-04-18'))
    await calendar.read(event.ref)
    expect(mailbox.seen.map((one) => one.method)).toEqual(['POST', 'POST', 'GET', 'GET'])
    expect(new Set(mailbox.seen.map((one) => one.prefer))).toEqual(
      new Set(['IdType="ImmutableId", outlook.timezone="GMT Standard Time"']),
    )
  })

  it('comes back as the draft it was', async () => {
    const draft = draftFor('2018-11-07')
    const { event } = await calendar.create(draft)
    expect(event.draft).toEqual(draft)
    expect((await calendar.read(event.ref)).draft).toEqual(draft)
  })
})

describe('creating it again', () => {
  it.each<Repeat>(['conflict', 'bad request', 'conflict without id'])(
    'gives the event that is there (%s)',
    async (repeat) => {
      mailbox.repeat = repeat
      const first = await calendar.create(draftFor('2018-04-18'))
      const second = await calendar.create(draftFor('2018-04-18'))
      expect([first.already, second.already]).toEqual([false, true])
      expect(second.event.ref).toBe(first.event.ref)
      expect(mailbox.events).toHaveLength(1)
    },
  )
})

describe('a fault on the way', () => {
  it('429: waits as long as asked, then sends once', async () => {
    mailbox.faults.push({ status: 429, headers: { 'retry-after': '7' } })
    expect((await calendar.create(draftFor('2018-04-18'))).already).toBe(false)
    expect(waits[0]).toBeGreaterThanOrEqual(7000)
    expect(mailbox.events).toHaveLength(1)
  })

  it.each<Fault>(['lose', 'hang up'])(
    'the answer is lost after the event was made (%s): still one event',
    async (fault) => {
      mailbox.faults.push(fault)
      const { event, already } = await calendar.create(draftFor('2018-04-18'))
      expect([event.ref, already]).toEqual([mailbox.events[0]?.id, true])
      expect(mailbox.events).toHaveLength(1)
    },
  )

  it('a plain refusal is passed on at once', async () => {
    mailbox.faults.push({ status: 403 })
    await expect(calendar.create(draftFor('2018-04-18'))).rejects.toMatchObject({
      kind: 'forbidden',
      status: 403,
    })
    expect(mailbox.seen).toHaveLength(1)
  })

  it('an event that is gone is missing, not empty', async () => {
    await expect(calendar.read('nowhere')).rejects.toMatchObject({ kind: 'missing' })
  })
})

describe('answers', () => {
  it.each([
    ['none', 'none'],
    ['notResponded', 'none'],
    ['accepted', 'accepted'],
    ['tentativelyAccepted', 'tentative'],
    ['declined', 'declined'],
    ['organizer', 'accepted'],
  ] as const)('Outlook\'s "%s" is our "%s"', async (response, expected) => {
    const { event } = await calendar.create(draftFor('2018-04-18'))
    const first = mailbox.events[0]?.attendees?.[0]
    if (first) first.status = { response }
    expect((await calendar.read(event.ref)).attendees[0]?.response).toBe(expected)
  })
})
