import { type Behaviour, type BehaviourTable, one, type Step } from './behaviour.ts'

const zone = { timeZone: 'GMT Standard Time' }
const times = {
  start: { dateTime: '2035-06-16T09:30:00', ...zone },
  end: { dateTime: '2035-06-16T16:00:00', ...zone },
}
const property = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name behaviourId'
const tagged = (value: string, name = property) =>
  `$filter=singleValueExtendedProperties/any(ep: ep/id eq '${name}' and ep/value eq '${value}')`

const event = (more: Readonly<Record<string, unknown>> = {}) => ({
  subject: 'Follow-Through behaviours',
  showAs: 'free',
  isReminderOn: false,
  ...times,
  ...more,
})
const create = (
  more: Readonly<Record<string, unknown>> = {},
  answer: Step['answer'] = { status: 201 },
): Step => ({
  ask: 'POST {events}',
  body: event(more),
  answer,
  keep: { event: 'id' },
})
const refuses = (what: string, source: string, more: Readonly<Record<string, unknown>>): Behaviour =>
  one(`an event with ${what} is refused`, source, 'POST {events}', { status: 400 }, event(more))

const zones: readonly Behaviour[] = [
  ...(
    [
      ['GMT Standard Time', '08:30'],
      ['Europe/London', '08:30'],
      ['Greenwich Standard Time', '09:30'],
      ['UTC', '09:30'],
    ] as const
  ).map(([timeZone, utc]) => ({
    name: `half past nine in June is ${utc} in UTC where the zone is ${timeZone}`,
    source: 'datetimetimezone.md',
    steps: [
      create(
        {
          start: { dateTime: '2035-06-16T09:30:00', timeZone },
          end: { dateTime: '2035-06-16T16:00:00', timeZone },
        },
        {
          status: 201,
          body: {
            start: { dateTime: `2035-06-16T${utc}:00.0000000`, timeZone: 'UTC' },
            originalStartTimeZone: timeZone,
          },
        },
      ),
    ],
  })),
  {
    name: 'times are read in the zone that Prefer names, and the answer says so',
    source: 'datetimetimezone.md',
    steps: [
      create(),
      {
        ask: 'GET {events}/{event}',
        headers: { Prefer: 'outlook.timezone="GMT Standard Time"' },
        answer: {
          status: 200,
          body: { start: { dateTime: '2035-06-16T09:30:00.0000000', timeZone: 'GMT Standard Time' } },
          headers: { 'preference-applied': /GMT Standard Time/ },
        },
      },
    ],
  },
  refuses('a zone nobody knows', 'datetimetimezone.md', {
    start: { dateTime: '2035-06-16T09:30:00', timeZone: 'British Summer Time' },
  }),
  {
    name: 'an all-day event lasts from midnight to midnight of the next day',
    source: 'event.md, isAllDay',
    steps: [
      create(
        {
          isAllDay: true,
          start: { dateTime: '2035-06-16T00:00:00', ...zone },
          end: { dateTime: '2035-06-17T00:00:00', ...zone },
        },
        { status: 201, body: { isAllDay: true, start: { dateTime: '2035-06-16T00:00:00.0000000' } } },
      ),
    ],
  },
  refuses('a start at nine for the whole day', 'event.md, isAllDay', { isAllDay: true }),
  refuses('an end on the same day for the whole day', 'event.md, isAllDay', {
    isAllDay: true,
    start: { dateTime: '2035-06-16T00:00:00', ...zone },
    end: { dateTime: '2035-06-16T00:00:00', ...zone },
  }),
  refuses('an end before its start', 'event.md', { end: { dateTime: '2035-06-16T08:00:00', ...zone } }),
]

const bodies: readonly Behaviour[] = [
  refuses('a property nobody knows', 'user-post-events.md; not documented, as events are an open type', {
    atendees: [],
  }),
  refuses('an attendee type that is none', 'attendee.md', {
    attendees: [{ type: 'vital', emailAddress: { address: 'a@b.example' } }],
  }),
  {
    name: 'enumerations are taken in any case and given back in the documented one',
    source: 'user-post-events.md, examples',
    steps: [
      create(
        { showAs: 'FREE', importance: 'High', body: { contentType: 'HTML', content: '<p>x</p>' } },
        { status: 201, body: { showAs: 'free', importance: 'high', body: { contentType: 'html' } } },
      ),
    ],
  },
  {
    name: 'answers are asked for and other times may be proposed unless the organiser says otherwise',
    source: 'event.md, defaults',
    steps: [
      create(
        {},
        {
          status: 201,
          body: {
            responseRequested: true,
            allowNewTimeProposals: true,
            hideAttendees: false,
            isOrganizer: true,
          },
        },
      ),
      create(
        { responseRequested: false, allowNewTimeProposals: false, hideAttendees: true },
        {
          status: 201,
          body: { responseRequested: false, allowNewTimeProposals: false, hideAttendees: true },
        },
      ),
    ],
  },
]

const identity: readonly Behaviour[] = [
  {
    name: 'a transaction id makes one event of two requests, and it can be found',
    source: 'event.md, transactionId; ErrorDuplicateTransactionId with 409 or 400 in public code',
    steps: [
      create({ transactionId: 'first-{random}' }, { status: 201, body: { transactionId: 'first-{random}' } }),
      {
        ...create({ transactionId: 'first-{random}' }),
        answer: { status: [409, 400], code: 'ErrorDuplicateTransactionId' },
        keep: {},
      },
    ],
  },
  {
    name: 'a transaction id is absent where none was given, and cannot be changed',
    source: 'event.md, transactionId',
    steps: [
      create({}, { status: 201, lacks: ['transactionId'] }),
      { ask: 'PATCH {events}/{event}', body: { transactionId: 'late-{random}' }, answer: { status: 400 } },
    ],
  },
  {
    name: 'an extended property finds the event, its value in any case and its name as written, and shows only when expanded',
    source: 'singlevaluelegacyextendedproperty-get.md',
    steps: [
      create({ singleValueExtendedProperties: [{ id: property, value: 'camden-{random}' }] }),
      {
        ask: `GET {events}?${tagged('CAMDEN-{random}')}`,
        answer: { status: 200, rows: [{ id: '{event}' }], lacks: ['value.0.singleValueExtendedProperties'] },
      },
      {
        ask: `GET {events}?${tagged('camden-{random}', property.replace('behaviourId', 'BehaviourId'))}`,
        answer: { status: 200, rows: [] },
      },
      { ask: `GET {events}?${tagged('elsewhere-{random}')}`, answer: { status: 200, rows: [] } },
      {
        ask: `GET {events}/{event}?$expand=singleValueExtendedProperties($filter=id eq '${property}')`,
        answer: {
          status: 200,
          body: { singleValueExtendedProperties: [{ id: property, value: 'camden-{random}' }] },
        },
      },
    ],
  },
  {
    name: 'an id that stays is given when asked for, and both ids find the event',
    source: 'outlook-immutable-id.md',
    steps: [
      create(),
      {
        ask: 'GET {events}/{event}',
        headers: { Prefer: 'IdType="ImmutableId"' },
        answer: { status: 200, body: { id: /\w/ } },
        keep: { stays: 'id' },
      },
      { ask: 'GET {events}/{stays}', answer: { status: 200, body: { iCalUId: /\w/ } } },
    ],
  },
  {
    name: 'a filter on what cannot be filtered is refused',
    source: 'user-list-events.md',
    steps: [
      {
        ask: "GET {events}?$filter=bodyPreview eq 'x'",
        answer: { status: 400, code: 'ErrorInvalidUrlQueryFilter' },
      },
    ],
  },
  {
    name: 'an event is deleted once',
    source: 'event-delete.md',
    steps: [
      create(),
      { ask: 'DELETE {events}/{event}', answer: { status: 204 } },
      { ask: 'DELETE {events}/{event}', answer: { status: 404, code: 'ErrorItemNotFound' } },
    ],
  },
]

/** Events that nobody is invited to. */
export const calendarTable: BehaviourTable = {
  subject: 'events of a calendar',
  needs: 'calendar',
  behaviours: [...zones, ...bodies, ...identity],
}
