import { at, type GraphCaller, type LocalTenant, rowsOf, startLocalTenant } from '../support/localTenant.ts'
import { invited, type OutlookMailbox, openMailbox, service } from '../support/outlookMailbox.ts'

let tenant: LocalTenant
let outlook: OutlookMailbox
let app: GraphCaller
beforeAll(async () => {
  tenant = await startLocalTenant()
  outlook = await openMailbox(tenant)
  app = outlook.app
})
afterAll(() => tenant.remove())

describe('an invitation', () => {
  it('puts a copy with the same iCalUId and an unread mail with everybody, in the tenant and outside (event.md)', async () => {
    const { answer } = await outlook.created()
    for (const address of ['daniel.okafor@thameside.example', 'public.health@camden.example']) {
      const copy = await outlook.copyOf(address, answer.subject)
      expect(copy).toMatchObject({
        iCalUId: answer.iCalUId,
        isOrganizer: false,
        responseStatus: { response: 'notResponded' },
        organizer: { emailAddress: { address: 'follow-through@thameside.example' } },
      })
      expect(copy?.id).not.toBe(answer.id)
      expect((await outlook.mailOf(address))[0]).toMatchObject({ subject: answer.subject, isRead: false })
    }
  })

  it.each([
    ['accept', 'accepted', 'Accepted: '],
    ['tentativelyAccept', 'tentativelyAccepted', 'Tentative: '],
    ['decline', 'declined', 'Declined: '],
  ])(
    'is answered outside with %s, and the organiser sees it (event-accept.md)',
    async (response, status, prefix) => {
      const { id, answer } = await outlook.created()
      const address = 'public.health@camden.example'
      const copy = await outlook.copyOf(address, answer.subject)
      const path = `/local-tenant/calendar/${address}/${copy?.id}/respond`
      expect((await tenant.call('POST', path, { body: { response, comment: 'From us' } })).status).toBe(204)
      const read = await app('GET', `${service}/events/${id}`)
      expect(at(read, 'attendees.1.status.response')).toBe(status)
      expect(await outlook.subjectsOf('follow-through@thameside.example')).toContain(
        `${prefix}${answer.subject}`,
      )
    },
  )

  it('is answered over Graph by the attendee, not by the organiser (event-accept.md)', async () => {
    const { id, answer } = await outlook.created()
    const daniel = await tenant.asUser(2)
    const mine = rowsOf(await daniel('GET', `/me/events?$filter=iCalUId eq '${answer.iCalUId}'`))[0]
    expect((await daniel('POST', `/me/events/${mine?.id}/accept`, { body: { Comment: 'Yes' } })).status).toBe(
      202,
    )
    expect(at(await app('GET', `${service}/events/${id}`), 'attendees.0.status.response')).toBe('accepted')
    expect((await app('POST', `${service}/events/${id}/accept`, { body: {} })).status).toBe(400)
  })

  it('shows its answers on the organiser’s copy alone (event.md)', async () => {
    const { answer } = await outlook.created()
    const copy = await outlook.copyOf('public.health@camden.example', answer.subject)
    await tenant.call('POST', `/local-tenant/calendar/public.health@camden.example/${copy?.id}/respond`, {
      body: { response: 'accept' },
    })
    const daniels = await outlook.copyOf('daniel.okafor@thameside.example', answer.subject)
    expect(daniels?.attendees).toMatchObject([
      { status: { response: 'none' } },
      { status: { response: 'none' } },
    ])
  })

  it('books no room that is only the name of the place (attendee.md, type resource)', async () => {
    const { answer } = await outlook.created({ attendees: [], location: { displayName: 'Hydra Suite' } })
    expect(await outlook.copyOf('hydra.suite@thameside.example', answer.subject)).toBeUndefined()
  })

  it('names the reader alone where attendees are hidden (event.md)', async () => {
    const { answer } = await outlook.created({ hideAttendees: true })
    const copy = await outlook.copyOf('public.health@camden.example', answer.subject)
    expect(copy?.attendees).toMatchObject([{ emailAddress: { address: 'public.health@camden.example' } }])
  })

  it('of a room is accepted when it is free and declined when it is taken (attendee.md, type resource)', async () => {
    const room = { type: 'resource', emailAddress: { address: 'hydra.suite@thameside.example' } }
    const times = {
      start: { dateTime: '2021-09-01T09:00:00', timeZone: 'GMT Standard Time' },
      end: { dateTime: '2021-09-01T10:00:00', timeZone: 'GMT Standard Time' },
    }
    const first = await outlook.created({ attendees: [room], ...times })
    const second = await outlook.created({ attendees: [room], ...times })
    expect(first.answer.attendees).toMatchObject([
      { emailAddress: { name: 'Hydra Suite' }, status: { response: 'accepted' } },
    ])
    expect(second.answer.attendees).toMatchObject([{ status: { response: 'declined' } }])
  })
})

describe('a change', () => {
  const third = { type: 'required', emailAddress: { address: 'ruth.mbeki@thameside.example' } }

  it('of the attendees alone writes to those who were added or removed and to nobody else (event-update.md, msgraph-sdk-dotnet#1904)', async () => {
    const { id, answer } = await outlook.created()
    const [daniel] = invited
    await app('PATCH', `${service}/events/${id}`, { body: { attendees: [daniel, third] } })
    expect(await outlook.copyOf('public.health@camden.example', answer.subject)).toMatchObject({
      isCancelled: true,
    })
    expect(await outlook.subjectsOf('public.health@camden.example')).toContain(`Canceled: ${answer.subject}`)
    expect(await outlook.subjectsOf('ruth.mbeki@thameside.example')).toContain(answer.subject)
    expect(await outlook.subjectsOf('daniel.okafor@thameside.example')).not.toContain(
      `Updated: ${answer.subject}`,
    )
  })

  it('of anything else writes to all of them (event-update.md)', async () => {
    const { id, answer } = await outlook.created()
    await app('PATCH', `${service}/events/${id}`, { body: { location: { displayName: 'Room 2' } } })
    expect(await outlook.subjectsOf('daniel.okafor@thameside.example')).toContain(
      `Updated: ${answer.subject}`,
    )
    expect(await outlook.copyOf('public.health@camden.example', answer.subject)).toMatchObject({
      location: { displayName: 'Room 2' },
    })
  })

  it('that leaves everything as it was writes to all of them all the same (gd#2309)', async () => {
    const { id, answer } = await outlook.created()
    await app('PATCH', `${service}/events/${id}`, { body: { subject: answer.subject } })
    expect(await outlook.subjectsOf('daniel.okafor@thameside.example')).toContain(
      `Updated: ${answer.subject}`,
    )
  })

  it('of the time asks everybody again (event-update.md)', async () => {
    const { id, answer } = await outlook.created()
    const copy = await outlook.copyOf('public.health@camden.example', answer.subject)
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

  it('of an online meeting’s body keeps the meeting only with its link in it (event-update.md)', async () => {
    const { id, answer } = await outlook.created({
      isOnlineMeeting: true,
      onlineMeetingProvider: 'TeamsForBusiness',
    })
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
  it('tells everybody why, and the event is gone from the organiser’s calendar (event-cancel.md)', async () => {
    const { id, answer } = await outlook.created()
    expect(
      (await app('POST', `${service}/events/${id}/cancel`, { body: { Comment: 'Moved to autumn' } })).status,
    ).toBe(202)
    expect((await app('GET', `${service}/events/${id}`)).status).toBe(404)
    const mail = (await outlook.mailOf('public.health@camden.example')).find(
      (row) => row.subject === `Canceled: ${answer.subject}`,
    )
    expect(mail?.bodyPreview).toContain('Moved to autumn')
  })

  it('by deleting it tells everybody, without a text (event-delete.md)', async () => {
    const { id, answer } = await outlook.created()
    expect((await app('DELETE', `${service}/events/${id}`)).status).toBe(204)
    const mail = (await outlook.mailOf('public.health@camden.example')).find(
      (row) => row.subject === `Canceled: ${answer.subject}`,
    )
    expect(mail).toBeDefined()
  })

  it('is refused to whoever did not organise it (event-cancel.md)', async () => {
    const { answer } = await outlook.created()
    const daniel = await tenant.asUser(2)
    const mine = rowsOf(await daniel('GET', `/me/events?$filter=iCalUId eq '${answer.iCalUId}'`))[0]
    const refused = await daniel('POST', `/me/events/${mine?.id}/cancel`, { body: { comment: 'No' } })
    expect(refused.status).toBe(400)
    expect(at(refused, 'error.message')).toContain('You need to be an organizer to cancel a meeting.')
  })
})
