import {
  at,
  type GraphCaller,
  type LocalTenant,
  personId,
  rowsOf,
  startLocalTenant,
} from '../support/localTenant.ts'
import { type OutlookMailbox, openMailbox, service } from '../support/outlookMailbox.ts'

let tenant: LocalTenant
let outlook: OutlookMailbox
let app: GraphCaller
beforeAll(async () => {
  tenant = await startLocalTenant()
  outlook = await openMailbox(tenant)
  app = outlook.app
})
afterAll(() => tenant.remove())

describe('the attendees of an event', () => {
  it('are refused with an address that is none (attendee.md)', async () => {
    const body = outlook.event({ attendees: [{ emailAddress: { address: 'Daniel Okafor' } }] })
    expect((await app('POST', `${service}/events`, { body })).status).toBe(400)
  })

  it('are required or optional in any case of letters (user-post-events.md, examples)', async () => {
    const { answer } = await outlook.created()
    expect(answer).toMatchObject({ attendees: [{ type: 'required' }, { type: 'optional' }] })
  })
})

describe('a transaction id', () => {
  it('that has been used is refused with the name of the event there is (ErrorDuplicateTransactionId in public code)', async () => {
    const transactionId = 'exercise-7-invitation-1'
    const { id } = await outlook.created({ transactionId })
    const again = await app('POST', `${service}/events`, { body: outlook.event({ transactionId }) })
    expect([again.status, at(again, 'error.code')]).toEqual([409, 'ErrorDuplicateTransactionId'])
    expect(at(again, 'error', '@event.existingEventId')).toBe(id)
  })

  it('is refused with 400 where that control is set (public code meets both)', async () => {
    await tenant.call('POST', '/local-tenant/controls', { body: { duplicateTransaction: 400 } })
    await outlook.created({ transactionId: 'twice' })
    const again = await app('POST', `${service}/events`, { body: outlook.event({ transactionId: 'twice' }) })
    await tenant.call('POST', '/local-tenant/controls', { body: { duplicateTransaction: 409 } })
    expect(again.status).toBe(400)
  })
})

describe('finding events', () => {
  it('ten at a time, with a link to the next ten (user-list-events.md)', async () => {
    for (let index = 0; index < 11; index++) await outlook.created({ attendees: [] })
    const first = await app('GET', `${service}/events`)
    expect(rowsOf(first)).toHaveLength(10)
    expect(
      rowsOf(
        await app(
          'GET',
          String(
            at(first, '@odata', 'nextLink') ?? (first.body as Record<string, unknown>)['@odata.nextLink'],
          ),
        ),
      ).length,
    ).toBeGreaterThan(0)
  })

  it('in a window of time, which has to be given (user-list-calendarview.md)', async () => {
    await outlook.created({
      subject: 'In the window',
      start: { dateTime: '2022-01-10T10:00:00', timeZone: 'UTC' },
      end: { dateTime: '2022-01-10T11:00:00', timeZone: 'UTC' },
    })
    const window = 'startDateTime=2022-01-10T10:30:00Z&endDateTime=2022-01-11T00:00:00Z'
    expect(rowsOf(await app('GET', `${service}/calendarView?${window}`)).map((row) => row.subject)).toEqual([
      'In the window',
    ])
    expect((await app('GET', `${service}/calendarView`)).status).toBe(400)
  })
})

describe('who may', () => {
  it('a person has their own calendar and no other (permissions.json, Calendars.ReadWrite delegated)', async () => {
    const amira = await tenant.asUser(1)
    expect((await amira('GET', '/me/events')).status).toBe(200)
    const other = await amira('GET', `/users/${personId(2)}/events`)
    expect([other.status, at(other, 'error.code')]).toEqual([403, 'ErrorAccessDenied'])
  })

  it('an application alone has no /me (auth-v2-service.md)', async () => {
    expect((await app('GET', '/me/events')).status).toBe(400)
  })

  it('the provisioner has no calendars', async () => {
    const provisioner = await tenant.asApp('provisioner')
    expect((await provisioner('GET', `${service}/events`)).status).toBe(403)
  })

  it('four requests at once for one mailbox are served, and of many some are throttled (throttling-limits.md)', async () => {
    const atOnce = (count: number) =>
      Promise.all(Array.from({ length: count }, () => app('GET', `${service}/events`)))
    expect((await atOnce(4)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    // On a busy machine five do not arrive at one moment; of thirty, five do.
    const many = await atOnce(30)
    const refused = many.filter(({ status }) => status !== 200)
    expect(many.length - refused.length).toBeGreaterThanOrEqual(4)
    expect(new Set(refused.map((each) => `${each.status} ${at(each, 'error.code')}`))).toEqual(
      new Set(['429 ApplicationThrottled']),
    )
  })
})

describe('many events in one batch', () => {
  const batch = async (count: number, chained: boolean) => {
    const requests = Array.from({ length: count }, (_, index) => ({
      id: String(index),
      method: 'POST',
      url: `${service}/events`,
      headers: { 'Content-Type': 'application/json' },
      body: outlook.event({ attendees: [] }),
      dependsOn: chained && index > 0 ? [String(index - 1)] : [],
    }))
    const answer = await app('POST', '/$batch', { body: { requests } })
    return at(answer, 'responses') as { status: number; headers: Record<string, string> }[]
  }

  it('are made four at a time, and the others are told to wait, each in its own answer (gd#8760)', async () => {
    const answers = await batch(20, false)
    const made = answers.filter(({ status }) => status === 201)
    const refused = answers.filter(({ status }) => status === 429)
    // A busy machine may have finished one before the last are looked at; then its place is taken.
    expect(made.length).toBeGreaterThanOrEqual(4)
    expect(made.length).toBeLessThan(answers.length)
    expect(made.length + refused.length).toBe(answers.length)
    expect(refused.every(({ headers }) => Number(headers['Retry-After']) > 0)).toBe(true)
  })

  it.each([
    ['four side by side', 4, false],
    ['eight, each after the one before', 8, true],
  ])('are all made: %s (gd#2886)', async (_how, count, chained) => {
    const statuses = (await batch(count, chained)).map(({ status }) => status)
    expect(statuses).toEqual(Array.from({ length: count }, () => 201))
  })
})

describe('free and busy times', () => {
  it('are told for each address, trouble with one beside the others (calendar-getschedule.md)', async () => {
    await outlook.created({
      attendees: [],
      start: { dateTime: '2021-11-01T10:00:00', timeZone: 'UTC' },
      end: { dateTime: '2021-11-01T11:00:00', timeZone: 'UTC' },
    })
    const answer = await app('POST', `${service}/calendar/getSchedule`, {
      body: {
        Schedules: ['follow-through@thameside.example', 'nobody@thameside.example'],
        StartTime: { dateTime: '2021-11-01T09:00:00', timeZone: 'UTC' },
        EndTime: { dateTime: '2021-11-01T12:00:00', timeZone: 'UTC' },
        availabilityViewInterval: 60,
      },
    })
    const [known, unknown] = rowsOf(answer)
    expect(known?.availabilityView).toBe('020')
    expect(unknown?.error).toMatchObject({ responseCode: 'ErrorMailRecipientNotFound' })
  })

  it.each([
    [20, 200],
    [21, 400],
  ])('are told for %d addresses with %d (calendar-getschedule.md)', async (count, status) => {
    const time = { dateTime: '2021-11-01T09:00:00', timeZone: 'UTC' }
    const body = {
      schedules: Array.from({ length: count }, (_, index) => `a${index}@thameside.example`),
      startTime: time,
      endTime: { ...time, dateTime: '2021-11-01T12:00:00' },
    }
    expect((await app('POST', `${service}/calendar/getSchedule`, { body })).status).toBe(status)
  })
})

describe('mail', () => {
  const message = (address: string) => ({
    subject: 'Overdue',
    body: { contentType: 'Text', content: 'Please look.' },
    toRecipients: [{ emailAddress: { address } }],
  })

  it('reaches the inbox of its reader, with the tenant’s time (user-sendmail.md)', async () => {
    await tenant.call('POST', '/local-tenant/clock', { body: { now: '2021-06-20T08:00:00Z' } })
    const sent = await app('POST', `${service}/sendMail`, {
      body: { Message: message('erin.walsh@thameside.example') },
    })
    expect(sent.status).toBe(202)
    const [mail] = await outlook.mailOf('erin.walsh@thameside.example')
    expect(mail).toMatchObject({ subject: 'Overdue', from: { emailAddress: { name: 'Follow-Through' } } })
    expect(String(mail?.receivedDateTime)).toMatch(/^2021-06-20T08:00/)
  })

  it('leaves no copy where the sender does not want one; names of parameters in any case (user-sendmail.md)', async () => {
    const body = (subject: string, save: boolean) => ({
      message: { ...message('erin.walsh@thameside.example'), subject },
      [save ? 'SaveToSentItems' : 'saveToSentItems']: save,
    })
    for (const save of [true, false])
      expect((await app('POST', `${service}/sendMail`, { body: body(`Saved ${save}`, save) })).status).toBe(
        202,
      )
    expect(await outlook.subjectsOf('erin.walsh@thameside.example')).toContain('Saved false')
    const sent = await tenant.call('GET', '/local-tenant/mail/follow-through@thameside.example')
    expect(JSON.stringify(sent.body)).not.toContain('Saved false')
  })

  it('is refused without a recipient', async () => {
    const body = { message: { ...message('x@y.example'), toRecipients: [] } }
    expect((await app('POST', `${service}/sendMail`, { body })).status).toBe(400)
  })
})
