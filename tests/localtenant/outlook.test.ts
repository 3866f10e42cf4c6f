import {
  at,
  type GraphCaller,
  type LocalTenant,
  personId,
  rowsOf,
  startLocalTenant,
} from '../support/localTenant.ts'

let tenant: LocalTenant
let app: GraphCaller
beforeAll(async () => {
  tenant = await startLocalTenant()
  app = await tenant.asApp()
})
afterAll(() => tenant.remove())

const service = `/users/${personId(90)}`
const property = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name exerciseId'
let counter = 0

/** A summer event of the service mailbox, with what this test needs changed. */
const event = (changes: Record<string, unknown> = {}) => ({
  subject: `SPASE ${++counter}`,
  body: { contentType: 'HTML', content: '<p>Bring the plan.</p>' },
  start: { dateTime: '2021-06-16T09:30:00', timeZone: 'GMT Standard Time' },
  end: { dateTime: '2021-06-16T16:00:00', timeZone: 'GMT Standard Time' },
  location: { displayName: 'Hydra Suite' },
  attendees: [
    { type: 'Required', emailAddress: { address: 'daniel.okafor@thameside.example' } },
    { type: 'optional', emailAddress: { address: 'public.health@camden.example', name: 'Public Health' } },
  ],
  ...changes,
})

async function created(
  changes: Record<string, unknown> = {},
): Promise<{ id: string; answer: Record<string, unknown> }> {
  const answer = await app('POST', `${service}/events`, { body: event(changes) })
  expect(answer.status).toBe(201)
  return { id: String(at(answer, 'id')), answer: answer.body as Record<string, unknown> }
}

const calendarOf = async (address: string) =>
  rowsOf(await tenant.call('GET', `/local-tenant/calendar/${address}`))
const mailOf = async (address: string) => rowsOf(await tenant.call('GET', `/local-tenant/mail/${address}`))
const copyOf = async (address: string, subject: unknown) =>
  (await calendarOf(address)).find((row) => row.subject === subject || row.subject === `Canceled: ${subject}`)
const subjectsOf = async (address: string) => (await mailOf(address)).map((row) => row.subject)

describe('times', () => {
  it('are read in UTC with seven decimals and no Z, summer time taken off', async () => {
    const { answer } = await created()
    expect(answer.start).toEqual({ dateTime: '2021-06-16T08:30:00.0000000', timeZone: 'UTC' })
    expect(answer.originalStartTimeZone).toBe('GMT Standard Time')
  })

  it('are read in the zone that Prefer names, and the answer says so', async () => {
    const { id } = await created()
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
    const { answer } = await created({
      start: { dateTime: '2021-06-16T09:30:00', timeZone },
      end: { dateTime: '2021-06-16T16:00:00', timeZone },
    })
    expect(answer.start).toMatchObject({ dateTime: `2021-06-16T${utc}:00.0000000` })
  })

  it('refuse a zone nobody knows', async () => {
    const wrong = { dateTime: '2021-06-16T09:30:00', timeZone: 'British Summer Time' }
    const answer = await app('POST', `${service}/events`, { body: event({ start: wrong, end: wrong }) })
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
    const body = event({
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
    const answer = await app('POST', `${service}/events`, { body: event(changes) })
    expect(answer.status).toBe(400)
    expect(at(answer, 'error.message')).toEqual(expect.any(String))
  })

  it('takes enumerations in any case and gives them back in the documented one', async () => {
    const { answer } = await created({ showAs: 'BUSY', importance: 'High' })
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
    const { id, answer } = await created({ transactionId })
    expect(answer.transactionId).toBe(transactionId)
    const again = await app('POST', `${service}/events`, { body: event({ transactionId }) })
    expect([again.status, at(again, 'error.code')]).toEqual([409, 'ErrorDuplicateTransactionId'])
    expect(at(again, 'error', '@event.existingEventId')).toBe(id)
  })

  it('is refused with 400 where that control is set', async () => {
    await tenant.call('POST', '/local-tenant/controls', { body: { duplicateTransaction: 400 } })
    await created({ transactionId: 'twice' })
    const again = await app('POST', `${service}/events`, { body: event({ transactionId: 'twice' }) })
    await tenant.call('POST', '/local-tenant/controls', { body: { duplicateTransaction: 409 } })
    expect(again.status).toBe(400)
  })

  it('is absent where none was given, and cannot be changed', async () => {
    const { id, answer } = await created()
    expect(answer).not.toHaveProperty('transactionId')
    expect((await app('PATCH', `${service}/events/${id}`, { body: { transactionId: 'late' } })).status).toBe(
      400,
    )
  })
})

describe('an invitation', () => {
  it('puts a copy with the same iCalUId and an unread mail with everybody, in the tenant and outside', async () => {
    const { answer } = await created()
    for (const address of ['daniel.okafor@thameside.example', 'public.health@camden.example']) {
      const copy = await copyOf(address, answer.subject)
      expect(copy).toMatchObject({
        iCalUId: answer.iCalUId,
        isOrganizer: false,
        responseStatus: { response: 'notResponded' },
        organizer: { emailAddress: { address: 'follow-through@thameside.example' } },
      })
      expect(copy?.id).not.toBe(answer.id)
      expect((await mailOf(address))[0]).toMatchObject({ subject: answer.subject, isRead: false })
    }
  })

  it.each([
    ['accept', 'accepted', 'Accepted: '],
    ['tentativelyAccept', 'tentativelyAccepted', 'Tentative: '],
    ['decline', 'declined', 'Declined: '],
  ])('is answered outside with %s, and the organiser sees it', async (response, status, prefix) => {
    const { id, answer } = await created()
    const address = 'public.health@camden.example'
    const copy = await copyOf(address, answer.subject)
    const path = `/local-tenant/calendar/${address}/${copy?.id}/respond`
    expect((await tenant.call('POST', path, { body: { response, comment: 'From us' } })).status).toBe(204)
    const read = await app('GET', `${service}/events/${id}`)
    expect(at(read, 'attendees.1.status.response')).toBe(status)
    expect(await subjectsOf('follow-through@thameside.example')).toContain(`${prefix}${answer.subject}`)
  })

  it('is answered over Graph by the attendee, not by the organiser', async () => {
    const { id, answer } = await created()
    const daniel = await tenant.asUser(2)
    const mine = rowsOf(await daniel('GET', `/me/events?$filter=iCalUId eq '${answer.iCalUId}'`))[0]
    expect((await daniel('POST', `/me/events/${mine?.id}/accept`, { body: { Comment: 'Yes' } })).status).toBe(
      202,
    )
    expect(at(await app('GET', `${service}/events/${id}`), 'attendees.0.status.response')).toBe('accepted')
    expect((await app('POST', `${service}/events/${id}/accept`, { body: {} })).status).toBe(400)
  })

  it('names the reader alone where attendees are hidden', async () => {
    const { answer } = await created({ hideAttendees: true })
    const copy = await copyOf('public.health@camden.example', answer.subject)
    expect(copy?.attendees).toMatchObject([{ emailAddress: { address: 'public.health@camden.example' } }])
  })

  it('of a room is accepted when it is free and declined when it is taken', async () => {
    const room = { type: 'resource', emailAddress: { address: 'hydra.suite@thameside.example' } }
    const times = {
      start: { dateTime: '2021-09-01T09:00:00', timeZone: 'GMT Standard Time' },
      end: { dateTime: '2021-09-01T10:00:00', timeZone: 'GMT Standard Time' },
    }
    const first = await created({ attendees: [room], ...times })
    const second = await created({ attendees: [room], ...times })
    expect(first.answer.attendees).toMatchObject([
      { emailAddress: { name: 'Hydra Suite' }, status: { response: 'accepted' } },
    ])
    expect(second.answer.attendees).toMatchObject([{ status: { response: 'declined' } }])
  })
})

describe('a change', () => {
  const third = { type: 'required', emailAddress: { address: 'ruth.mbeki@thameside.example' } }

  it('of the attendees alone writes to those who were added or removed and to nobody else', async () => {
    const { id, answer } = await created()
    const [daniel] = event().attendees
    await app('PATCH', `${service}/events/${id}`, { body: { attendees: [daniel, third] } })
    expect(await copyOf('public.health@camden.example', answer.subject)).toMatchObject({ isCancelled: true })
    expect(await subjectsOf('public.health@camden.example')).toContain(`Canceled: ${answer.subject}`)
    expect(await subjectsOf('ruth.mbeki@thameside.example')).toContain(answer.subject)
    expect(await subjectsOf('daniel.okafor@thameside.example')).not.toContain(`Updated: ${answer.subject}`)
  })

  it('of anything else writes to all of them', async () => {
    const { id, answer } = await created()
    await app('PATCH', `${service}/events/${id}`, { body: { location: { displayName: 'Room 2' } } })
    expect(await subjectsOf('daniel.okafor@thameside.example')).toContain(`Updated: ${answer.subject}`)
    expect(await copyOf('public.health@camden.example', answer.subject)).toMatchObject({
      location: { displayName: 'Room 2' },
    })
  })

  it('of the time asks everybody again', async () => {
    const { id, answer } = await created()
    const copy = await copyOf('public.health@camden.example', answer.subject)
    await tenant.call('POST', `/local-tenant/calendar/public.health@camden.example/${copy?.id}/respond`, {
      body: { response: 'accept' },
    })
    const moved = {
      start: { dateTime: '2021-06-17T09:30:00', timeZone: 'GMT Standard Time' },
      end: { dateTime: '2021-06-17T16:00:00', timeZone: 'GMT Standard Time' },
    }
    const read = await app('PATCH', `${service}/events/${id}`, { body: moved })
    expect(at(read, 'attendees.1.status.response')).toBe('none')
  })

  it('of an online meeting’s body keeps the meeting only with its link in it', async () => {
    const { id, answer } = await created({ isOnlineMeeting: true, onlineMeetingProvider: 'TeamsForBusiness' })
    const joinUrl = (answer.onlineMeeting as { joinUrl: string }).joinUrl
    expect(answer.onlineMeetingUrl).toBeNull()
    const kept = await app('PATCH', `${service}/events/${id}`, {
      body: { body: { contentType: 'html', content: `New ${joinUrl}` } },
    })
    expect(at(kept, 'onlineMeeting.joinUrl')).toBe(joinUrl)
    const lost = await app('PATCH', `${service}/events/${id}`, {
      body: { body: { contentType: 'html', content: 'New' } },
    })
    expect([at(lost, 'isOnlineMeeting'), at(lost, 'onlineMeeting')]).toEqual([false, null])
  })
})

describe('calling an event off', () => {
  it('tells everybody why, and the event is gone from the organiser’s calendar', async () => {
    const { id, answer } = await created()
    expect(
      (await app('POST', `${service}/events/${id}/cancel`, { body: { Comment: 'Moved to autumn' } })).status,
    ).toBe(202)
    expect((await app('GET', `${service}/events/${id}`)).status).toBe(404)
    const mail = (await mailOf('public.health@camden.example')).find(
      (row) => row.subject === `Canceled: ${answer.subject}`,
    )
    expect(mail?.bodyPreview).toContain('Moved to autumn')
  })

  it('is refused to whoever did not organise it', async () => {
    const { answer } = await created()
    const daniel = await tenant.asUser(2)
    const mine = rowsOf(await daniel('GET', `/me/events?$filter=iCalUId eq '${answer.iCalUId}'`))[0]
    const refused = await daniel('POST', `/me/events/${mine?.id}/cancel`, { body: { Comment: 'No' } })
    expect(refused.status).toBe(400)
    expect(at(refused, 'error.message')).toContain('You need to be an organizer to cancel a meeting.')
  })
})

describe('finding events', () => {
  it('by an extended property, which is shown only when expanded', async () => {
    const { id } = await created({ singleValueExtendedProperties: [{ id: property, value: 'camden-1' }] })
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
    for (let index = 0; index < 11; index++) await created({ attendees: [] })
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
    await created({
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
    const { id } = await created()
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
    await created({
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
    const [mail] = await mailOf('erin.walsh@thameside.example')
    expect(mail).toMatchObject({ subject: 'Overdue', from: { emailAddress: { name: 'Follow-Through' } } })
    expect(String(mail?.receivedDateTime)).toMatch(/^2021-06-20T08:00/)
  })

  it('is refused without a recipient', async () => {
    const body = { message: { ...message('x@y.example'), toRecipients: [] } }
    expect((await app('POST', `${service}/sendMail`, { body })).status).toBe(400)
  })
})
