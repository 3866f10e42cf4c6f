import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Event } from '@microsoft/microsoft-graph-types'
import { graphCalendar } from '../../src/graph/calendar.ts'
import { createGraphClient } from '../../src/graph/client.ts'
import { exerciseProperty, markProperty } from '../../src/graph/eventShape.ts'
import { withMeetingPart } from '../../src/graph/meetingPart.ts'
import type { CalendarEvent } from '../../src/usecases/exercisePorts.ts'

interface Seen {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly ifMatch: string | undefined
  readonly prefer: string
  readonly body: Event & { Comment?: string }
}
type Answer = { readonly status: number; readonly body?: object }

/** A server that gives the answers it was told to, one after the other, and keeps what it was asked. */
const seen: Seen[] = []
const answers: Answer[] = []
let server: Server
let origin: string

beforeAll(async () => {
  server = createServer((request, response) => {
    void request.toArray().then((parts) => {
      const url = new URL(request.url ?? '', 'http://graph')
      const text = parts.join('')
      seen.push({
        method: request.method ?? '',
        path: url.pathname.replace('/v1.0', ''),
        query: url.searchParams,
        ifMatch: request.headers['if-match'],
        prefer: String(request.headers.prefer),
        body: text === '' ? {} : JSON.parse(text),
      })
      const { status, body } = answers.shift() ?? { status: 500 }
      response.writeHead(status, body ? { 'content-type': 'application/json' } : {})
      response.end(body ? JSON.stringify(body) : undefined)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(() => {
  seen.splice(0)
  answers.splice(0)
})

const calendar = (mailbox = '') =>
  graphCalendar(
    createGraphClient({ origin, accessToken: async () => 'token', wait: async () => undefined }),
    mailbox,
  )
const joinUrl = 'https://teams.microsoft.com/l/meetup-join/x?a=1&b=2'
const asAnswered = (changes: Event & { '@odata.etag'?: string } = {}) => ({
  '@odata.etag': 'W/"2"',
  id: 'AAk=/1',
  subject: 'SPASE',
  body: { contentType: 'html' as const, content: '<p>Come.</p>' },
  start: { dateTime: '2018-10-28T10:00:00.0000000', timeZone: 'GMT Standard Time' },
  end: { dateTime: '2018-10-28T16:00:00.0000000', timeZone: 'GMT Standard Time' },
  attendees: [],
  ...changes,
})
const ann = { name: 'Ann', address: 'ann@partner.example', type: 'required' } as const
const event: CalendarEvent = {
  ref: 'AAk=/1',
  etag: 'W/"1"',
  draft: {
    ...{ subject: 'SPASE', bodyHtml: '<p>Come.</p>', date: '2018-10-28', start: '10:00', end: '16:00' },
    ...{
      timeZone: 'GMT Standard Time',
      location: 'Hydra Suite',
      attendees: [ann],
      transactionId: 't',
      tag: 'key',
    },
  },
  attendees: [],
  cancelled: false,
}
const refused = (code: string) => ({ error: { code, message: 'No.' } })

describe('a change', () => {
  it('of the attendees alone holds nothing else, or Outlook would tell everybody', async () => {
    answers.push({ status: 200, body: asAnswered() })
    await calendar().update(event, { attendees: [ann, { ...ann, address: 'bob@partner.example' }] })
    expect(Object.keys(seen[0]?.body ?? {})).toEqual(['attendees'])
    expect(seen[0]).toMatchObject({ method: 'PATCH', path: '/me/events/AAk%3D%2F1', ifMatch: 'W/"1"' })
  })

  it.each(['2018-03-25', '2018-10-28'])(
    'to %s, a day on which the clocks change, is local time without an offset',
    async (date) => {
      answers.push({ status: 200, body: asAnswered() })
      await calendar().update(event, { when: { date, start: '09:30', end: '16:30' }, mark: '1.1' })
      expect(seen[0]?.body).toEqual({
        start: { dateTime: `${date}T09:30:00`, timeZone: 'GMT Standard Time' },
        end: { dateTime: `${date}T16:30:00`, timeZone: 'GMT Standard Time' },
        singleValueExtendedProperties: [{ id: markProperty, value: '1.1' }],
      })
    },
  )

  it('of an event that was changed meanwhile comes back with the event as it is', async () => {
    answers.push(
      { status: 412, body: refused('ErrorIrresolvableConflict') },
      { status: 200, body: asAnswered({ subject: 'Theirs' }) },
    )
    const result = await calendar().update(event, { subject: 'Mine' })
    expect(result).toMatchObject({ ok: false, theirs: { etag: 'W/"2"', draft: { subject: 'Theirs' } } })
    expect(seen.map((one) => one.method)).toEqual(['PATCH', 'GET'])
  })

  it('whose answer was lost is asked again with the same etag, and found made by its mark', async () => {
    const made = asAnswered({
      singleValueExtendedProperties: [
        { id: markProperty, value: '1.1' },
        { id: exerciseProperty, value: 'key' },
      ],
    })
    answers.push(
      { status: 504, body: refused('Timeout') },
      { status: 412, body: refused('ErrorIrresolvableConflict') },
      { status: 200, body: made },
    )
    const result = await calendar().update(event, { subject: 'Mine', mark: '1.1' })
    expect(result).toMatchObject({ ok: false, theirs: { mark: '1.1', draft: { tag: 'key' } } })
    expect(seen[2]?.query.get('$expand')).toContain(`id eq '${exerciseProperty}' or id eq '${markProperty}'`)
  })

  it('of the room goes with the place', async () => {
    answers.push({ status: 200, body: asAnswered() })
    const room = { name: 'Room 2', address: 'room.2@force.example', type: 'resource' } as const
    await calendar().update(event, { location: 'Room 2', attendees: [ann, room] })
    expect(seen[0]?.body.location).toEqual({
      ...{
        displayName: 'Room 2',
        locationType: 'conferenceRoom',
        locationEmailAddress: 'room.2@force.example',
      },
    })
  })
})

describe('the online part', () => {
  const withBody = (content: string): CalendarEvent => ({
    ...event,
    joinUrl,
    draft: { ...event.draft, bodyHtml: content },
  })
  const written = joinUrl.replaceAll('&', '&amp;')

  it.each([
    [
      'as Teams writes it now',
      `<p>Old</p><div class="me-email-text"><a href="${written}">Join</a></div>`,
      '<div class="me-email-text">',
    ],
    [
      'as Teams wrote it before',
      `<html><body><p>Old</p>________________________________<a href="${joinUrl}">Join</a></body></html>`,
      '________',
    ],
    ['in a form not seen before', `<p>Old</p><p>Here: <a href="${joinUrl}">Join</a></p>`, '<p>Here: '],
  ])('%s follows the new words', (_what, body, part) => {
    const html = withMeetingPart('<p>New</p>', withBody(body))
    expect(html.startsWith(`<p>New</p>${part}`)).toBe(true)
    expect(html).not.toContain('Old')
    expect(html).not.toContain('</body>')
  })

  it('that the body does not hold any more is linked all the same', () => {
    expect(withMeetingPart('<p>New</p>', withBody('<p>Old</p>'))).toContain(`href="${joinUrl}"`)
  })

  it('is nothing where there is none', () => {
    expect(withMeetingPart('<p>New</p>', event)).toBe('<p>New</p>')
  })
})

describe('calling off', () => {
  it('says why, once: a repeat finds nothing', async () => {
    answers.push({ status: 202 }, { status: 404, body: refused('ErrorItemNotFound') })
    expect(await calendar('exercises@force.example').cancel('A1', 'Flooded')).toBe(true)
    expect(await calendar().cancel('A1', 'Flooded')).toBe(false)
    expect(seen[0]).toMatchObject({
      path: '/users/exercises%40force.example/events/A1/cancel',
      body: { Comment: 'Flooded' },
    })
  })

  it('whose answer was lost is not asked again by itself', async () => {
    answers.push({ status: 504, body: refused('Timeout') })
    await expect(calendar().cancel('A1', 'Flooded')).rejects.toMatchObject({ kind: 'unavailable' })
    expect(seen).toHaveLength(1)
  })
})

describe('what changed since', () => {
  const link = (token: string) => `${origin}/v1.0/me/calendarView/delta?$deltatoken=${token}`
  const stretch = { from: '2018-01-01', to: '2019-01-01' }

  it('is read page by page, and the last time that an event comes counts', async () => {
    answers.push(
      {
        status: 200,
        body: {
          value: [asAnswered({ id: 'a', subject: 'Old' }), asAnswered({ id: 'b' })],
          '@odata.nextLink': `${origin}/v1.0/me/calendarView/delta?$skiptoken=2`,
        },
      },
      {
        status: 200,
        body: {
          value: [asAnswered({ id: 'a', subject: 'New' }), { id: 'b', '@removed': { reason: 'deleted' } }],
          '@odata.deltaLink': link('3'),
        },
      },
    )
    const changes = await calendar().changesSince(null, stretch)
    expect(changes.events.map((one) => [one.ref, one.draft.subject])).toEqual([['a', 'New']])
    expect(changes).toMatchObject({ removed: ['b'], token: link('3'), restarted: false })
    expect(seen[0]?.query.get('startDateTime')).toBe('2018-01-01T00:00:00Z')
    expect(seen.every((one) => one.prefer.includes('ImmutableId'))).toBe(true)
  })

  it('asks with the token and nothing else', async () => {
    answers.push({ status: 200, body: { value: [], '@odata.deltaLink': link('4') } })
    await calendar().changesSince(link('3'), stretch)
    expect([...(seen[0]?.query.keys() ?? [])]).toEqual(['$deltatoken'])
  })

  it('is everything when the token is too old', async () => {
    answers.push(
      { status: 410, body: refused('SyncStateNotFound') },
      { status: 200, body: { value: [asAnswered({ id: 'a' })], '@odata.deltaLink': link('5') } },
    )
    expect(await calendar().changesSince(link('3'), stretch)).toMatchObject({
      restarted: true,
      token: link('5'),
    })
  })
})
