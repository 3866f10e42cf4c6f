import { at, type GraphCaller, type LocalTenant, rowsOf, startLocalTenant } from '../support/localTenant.ts'
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

const june = 'startDateTime=2021-06-01T00:00:00Z&endDateTime=2021-07-01T00:00:00Z'
const view = `${service}/calendarView/delta`
const relative = (link: unknown) => String(link).replace(/^.*\/v1\.0/, '')

const member = (answer: { body: unknown }, name: string): unknown =>
  (answer.body as Record<string, unknown>)[name]

/** Follows the next links; gives every value and the delta link. */
async function follow(address: string, pageSize = 50) {
  const value = []
  for (let next = address; ; ) {
    const answer = await app('GET', next, {
      headers: { Prefer: `IdType="ImmutableId", odata.maxpagesize=${pageSize}` },
    })
    expect(answer.status).toBe(200)
    value.push(...rowsOf(answer))
    const link = member(answer, '@odata.nextLink')
    if (link === undefined) return { value, since: relative(member(answer, '@odata.deltaLink')) }
    next = relative(link)
  }
}

describe('calendarView/delta (event-delta.md)', () => {
  it('gives the stretch page by page, then nothing until something changes', async () => {
    for (let made = 0; made < 3; made += 1) await outlook.created()
    const first = await follow(`${view}?${june}`, 2)
    expect(first.value.length).toBeGreaterThanOrEqual(3)
    expect((await follow(first.since)).value).toEqual([])
  })

  it('tells of an answer, a new event and a deletion, each event once', async () => {
    const kept = await outlook.created()
    const gone = await outlook.created()
    const { since } = await follow(`${view}?${june}`)
    const address = 'public.health@camden.example'
    const copy = await outlook.copyOf(address, kept.answer.subject)
    await tenant.call('POST', `/local-tenant/calendar/${address}/${copy?.id}/respond`, {
      body: { response: 'decline' },
    })
    await app('POST', `${service}/events/${gone.id}/cancel`, { body: { Comment: 'No room' } })
    const fresh = await outlook.created()
    const { value } = await follow(since)
    const removed = value.filter((one) => one['@removed'])
    expect(removed.map((one) => one['@removed'])).toEqual([{ reason: 'deleted' }])
    const subjects = value.filter((one) => one.subject).map((one) => one.subject)
    expect(subjects).toEqual([kept.answer.subject, fresh.answer.subject])
  })

  it('calls an event removed when it was moved out of the stretch, and is silent about one that never was in it', async () => {
    const moved = await outlook.created()
    const { since } = await follow(`${view}?${june}`)
    const august = (hour: string) => ({ dateTime: `2021-08-04T${hour}:00:00`, timeZone: 'GMT Standard Time' })
    await app('PATCH', `${service}/events/${moved.id}`, { body: { start: august('09'), end: august('10') } })
    await outlook.created({ start: august('11'), end: august('12') })
    expect((await follow(since)).value).toEqual([
      { id: expect.any(String), '@removed': { reason: 'changed' } },
    ])
  })

  it('answers a token that is too old with 410 (gd#2350)', async () => {
    const { since } = await follow(`${view}?${june}`)
    await tenant.call('POST', '/local-tenant/controls', { body: { expireDeltaTokens: true } })
    const answer = await app('GET', since)
    expect([answer.status, at(answer, 'error.code')]).toEqual([410, 'SyncStateNotFound'])
  })

  it.each(['$select=subject', '$filter=isCancelled eq false', '$top=5'])('refuses %s', async (option) => {
    expect((await app('GET', `${view}?${june}&${option}`)).status).toBe(400)
  })

  it('needs the stretch the first time', async () => {
    expect((await app('GET', view)).status).toBe(400)
  })
})

describe('a change with an etag', () => {
  it('is taken with the etag of what was read, also of the answer to the change before', async () => {
    const { id, answer } = await outlook.created()
    const first = await app('PATCH', `${service}/events/${id}`, {
      body: { subject: 'Once' },
      headers: { 'If-Match': String(answer['@odata.etag']) },
    })
    expect(first.status).toBe(200)
    const second = await app('PATCH', `${service}/events/${id}`, {
      body: { subject: 'Twice' },
      headers: { 'If-Match': String(member(first, '@odata.etag')) },
    })
    expect(at(second, 'subject')).toBe('Twice')
  })

  it('is refused with an older one, and nobody is told', async () => {
    const { id, answer } = await outlook.created()
    await app('PATCH', `${service}/events/${id}`, { body: { subject: 'Theirs' } })
    const before = (await outlook.subjectsOf('daniel.okafor@thameside.example')).length
    const refused = await app('PATCH', `${service}/events/${id}`, {
      body: { subject: 'Mine' },
      headers: { 'If-Match': String(answer['@odata.etag']) },
    })
    expect([refused.status, at(refused, 'error.code')]).toEqual([412, 'ErrorIrresolvableConflict'])
    expect(await outlook.subjectsOf('daniel.okafor@thameside.example')).toHaveLength(before)
  })
})

describe('extended properties', () => {
  const name = (word: string) => `String {6d0b7f3e-5a1c-4d28-9e47-b1c2a8f0d935} Name ${word}`
  it('come when they are named, also two of them (singlevaluelegacyextendedproperty-get.md)', async () => {
    const one = { id: name('one'), value: '1' }
    const two = { id: name('two'), value: '2' }
    const { id } = await outlook.created({ singleValueExtendedProperties: [one, two] })
    const expand = (filter: string) =>
      app('GET', `${service}/events/${id}?$expand=singleValueExtendedProperties($filter=${filter})`)
    const both = `id eq '${one.id}' or id eq '${two.id}'`
    expect(at(await expand(both), 'singleValueExtendedProperties')).toEqual([one, two])
    expect(at(await expand(`id eq '${two.id}'`), 'singleValueExtendedProperties')).toEqual([two])
  })
})

describe('an online meeting', () => {
  it('stays online whatever is said later (event.md, isOnlineMeeting)', async () => {
    const { id } = await outlook.created({ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' })
    const answer = await app('PATCH', `${service}/events/${id}`, { body: { isOnlineMeeting: false } })
    expect(at(answer, 'isOnlineMeeting')).toBe(true)
    expect(at(answer, 'onlineMeeting.joinUrl')).toContain('https://teams.microsoft.com/')
  })
})

describe('a mailbox that is shared with some people', () => {
  const shared = '/users/exercises@thameside.example/events'
  it('is theirs to organise from, and is the organiser (outlook-create-event-in-shared-delegated-calendar)', async () => {
    const ruth = await tenant.asUser(3)
    const answer = await ruth('POST', shared, { body: outlook.event() })
    expect(answer.status).toBe(201)
    expect(at(answer, 'organizer.emailAddress.address')).toBe('exercises@thameside.example')
  })

  it('is closed to everybody else, and so is a colleague’s own', async () => {
    for (const [person, address] of [
      [1, shared],
      [3, '/users/amira.hassan@thameside.example/events'],
    ] as const) {
      const answer = await (await tenant.asUser(person))('GET', address)
      expect([answer.status, at(answer, 'error.code')]).toEqual([403, 'ErrorAccessDenied'])
    }
  })
})
