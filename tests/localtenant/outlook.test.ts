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

const property = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name exerciseId'

describe('times', () => {
  it('are read in UTC with seven decimals and no Z, summer time taken off', async () => {
    const { answer } = await outlook.created()
    expect(answer.start).toEqual({ dateTime: '2021-06-16T08:30:00.0000000', timeZone: 'UTC' })
    expect(answer.originalStartTimeZone).toBe('GMT Standard Time')
  })

  it('are read in the zone that Prefer names, and the answer says so', async () => {
    const { id } = await outlook.created()
    const answer = await app('GET', `${service}/events/${id}`, {
      headers: { Prefer: 'outlook.timezone="GMT Standard Time"' },
    })
    expect(at(answer, 'start')).toEqual({
      dateTime: '2021-06-16T09:30:00.0000000',
      timeZone: 'GMT Standard Time',
    })
    expect(answer.headers.get('preference-applied')).toContain('GMT Standard Time')
  })

  it.each([
    ['GMT Standard Time', '08:30'],
    ['Europe/London', '08:30'],
    ['Greenwich Standard Time', '09:30'],
    ['UTC', '09:30'],
  ])('in %s: half past nine in June is %s in UTC', async (timeZone, utc) => {
    const { answer } = await outlook.created({
      start: { dateTime: '2021-06-16T09:30:00', timeZone },
      end: { dateTime: '2021-06-16T16:00:00', timeZone },
    })
    expect(answer.start).toMatchObject({ dateTime: `2021-06-16T${utc}:00.0000000` })
  })

  it('refuse a zone nobody knows', async () => {
    const wrong = { dateTime: '2021-06-16T09:30:00', timeZone: 'British Summer Time' }
    const answer = await app('POST', `${service}/events`, {
      body: outlook.event({ start: wrong, end: wrong }),
    })
    expect([answer.status, at(answer, 'error.code')]).toEqual([400, 'TimeZoneNotSupportedException'])
  })

  it.each([
    ['midnight to midnight of the next day is taken', '2021-06-16T00:00:00', '2021-06-17T00:00:00', 201],
    ['a start at nine is refused', '2021-06-16T09:00:00', '2021-06-17T00:00:00', 400],
    [
      'an end on the same day is refused, as the end is exclusive',
      '2021-06-16T00:00:00',
      '2021-06-16T00:00:00',
      400,
    ],
  ])('all day: %s', async (_rule, start, end, status) => {
    const zone = { timeZone: 'GMT Standard Time' }
    const body = outlook.event({
      isAllDay: true,
      start: { dateTime: start, ...zone },
      end: { dateTime: end, ...zone },
    })
    const answer = await app('POST', `${service}/events`, { body })
    expect(answer.status).toBe(status)
    if (status === 201) expect(at(answer, 'start.dateTime')).toBe('2021-06-16T00:00:00.0000000')
  })
})

describe('the body of an event', () => {
  it.each([
    ['a misspelt property', { atendees: [] }],
    [
      'an attendee type that is none',
      { attendees: [{ type: 'vital', emailAddress: { address: 'a@b.example' } }] },
    ],
    ['an address that is none', { attendees: [{ emailAddress: { address: 'Daniel Okafor' } }] }],
    ['an end before the start', { end: { dateTime: '2021-06-16T08:00:00', timeZone: 'GMT Standard Time' } }],
  ])('is refused for %s', async (_what, changes) => {
    const answer = await app('POST', `${service}/events`, { body: outlook.event(changes) })
    expect(answer.status).toBe(400)
    expect(at(answer, 'error.message')).toEqual(expect.any(String))
  })

  it('takes enumerations in any case and gives them back in the documented one', async () => {
    const { answer } = await outlook.created({ showAs: 'BUSY', importance: 'High' })
    expect(answer).toMatchObject({
      showAs: 'busy',
      importance: 'high',
      attendees: [{ type: 'required' }, { type: 'optional' }],
    })
  })
})

describe('a transaction id', () => {
  it('makes one event of two requests, and names the event there is', async () => {
    const transactionId = 'exercise-7-invitation-1'
    const { id, answer } = await outlook.created({ transactionId })
    expect(answer.transactionId).toBe(transactionId)
    const again = await app('POST', `${service}/events`, { body: outlook.event({ transactionId }) })
    expect([again.status, at(again, 'error.code')]).toEqual([409, 'ErrorDuplicateTransactionId'])
    expect(at(again, 'error', '@event.existingEventId')).toBe(id)
  })

  it('is refused with 400 where that control is set', async () => {
    await tenant.call('POST', '/local-tenant/controls', { body: { duplicateTransaction: 400 } })
    await outlook.created({ transactionId: 'twice' })
    const again = await app('POST', `${service}/events`, { body: outlook.event({ transactionId: 'twice' }) })
    await tenant.call('POST', '/local-tenant/controls', { body: { duplicateTransaction: 409 } })
    expect(again.status).toBe(400)
  })

  it('is absent where none was given, and cannot be changed', async () => {
    const { id, answer } = await outlook.created()
    expect(answer).not.toHaveProperty('transactionId')
    expect((await app('PATCH', `${service}/events/${id}`, { body: { transactionId: 'late' } })).status).toBe(
      400,
    )
  })
})

describe('finding events', () => {
  it('by an extended property, which is shown only when expanded', async () => {
    const { id } = await outlook.created({
      singleValueExtendedProperties: [{ id: property, value: 'camden-1' }],
    })
    const filter = (value: string) =>
      `$filter=singleValueExtendedProperties/any(ep: ep/id eq '${property}' and ep/value eq '${value}')`
    const found = rowsOf(await app('GET', `${service}/events?${filter('CAMDEN-1')}`))
    expect(found.map((row) => row.id)).toEqual([id])
    expect(found[0]).not.toHaveProperty('singleValueExtendedProperties')
    expect(rowsOf(await app('GET', `${service}/events?${filter('camden-2')}`))).toEqual([])
    const expand = `$expand=singleValueExtendedProperties($filter=id eq '${property}')`
    const read = await app('GET', `${service}/events/${id}?${expand}`)
    expect(at(read, 'singleValueExtendedProperties.0.value')).toBe('camden-1')
  })

  it('ten at a time, with a link to the next ten', async () => {
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

  it('in a window of time, which has to be given', async () => {
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

  it('with ids that stay, when asked for', async () => {
    const { id } = await outlook.created()
    const stays = await app('GET', `${service}/events/${id}`, { headers: { Prefer: 'IdType="ImmutableId"' } })
    expect(at(stays, 'id')).not.toBe(id)
    expect((await app('GET', `${service}/events/${at(stays, 'id')}`)).status).toBe(200)
  })

  it('refuses a filter on what cannot be filtered', async () => {
    const refused = await app('GET', `${service}/events?$filter=bodyPreview eq 'x'`)
    expect([refused.status, at(refused, 'error.code')]).toEqual([400, 'ErrorInvalidUrlQueryFilter'])
  })
})

describe('who may', () => {
  it('a person has their own calendar and no other', async () => {
    const amira = await tenant.asUser(1)
    expect((await amira('GET', '/me/events')).status).toBe(200)
    const other = await amira('GET', `/users/${personId(2)}/events`)
    expect([other.status, at(other, 'error.code')]).toEqual([403, 'ErrorAccessDenied'])
  })

  it('an application alone has no /me', async () => {
    expect((await app('GET', '/me/events')).status).toBe(400)
  })

  it('the provisioner has no calendars', async () => {
    const provisioner = await tenant.asApp('provisioner')
    expect((await provisioner('GET', `${service}/events`)).status).toBe(403)
  })

  it('the fifth request at once for one mailbox is throttled, the fourth is not', async () => {
    const at4 = await Promise.all([1, 2, 3, 4].map(() => app('GET', `${service}/events`)))
    expect(at4.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const at5 = await Promise.all([1, 2, 3, 4, 5].map(() => app('GET', `${service}/events`)))
    expect(at5.filter(({ status }) => status === 429).map((each) => at(each, 'error.code'))).toEqual([
      'ApplicationThrottled',
    ])
  })
})

describe('free and busy times', () => {
  it('are told for each address, trouble with one beside the others', async () => {
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
})

describe('mail', () => {
  const message = (address: string) => ({
    subject: 'Overdue',
    body: { contentType: 'Text', content: 'Please look.' },
    toRecipients: [{ emailAddress: { address } }],
  })

  it('reaches the inbox of its reader, with the tenant’s time', async () => {
    await tenant.call('POST', '/local-tenant/clock', { body: { now: '2021-06-20T08:00:00Z' } })
    const sent = await app('POST', `${service}/sendMail`, {
      body: { Message: message('erin.walsh@thameside.example') },
    })
    expect(sent.status).toBe(202)
    const [mail] = await outlook.mailOf('erin.walsh@thameside.example')
    expect(mail).toMatchObject({ subject: 'Overdue', from: { emailAddress: { name: 'Follow-Through' } } })
    expect(String(mail?.receivedDateTime)).toMatch(/^2021-06-20T08:00/)
  })

  it('is refused without a recipient', async () => {
    const body = { message: { ...message('x@y.example'), toRecipients: [] } }
    expect((await app('POST', `${service}/sendMail`, { body })).status).toBe(400)
  })
})
