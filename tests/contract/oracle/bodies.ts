import { type GraphCaller, type LocalTenant, personId, rowsOf } from '../../support/localTenant.ts'

/** A valid body with the request that carries it. */
export interface SentBody {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly graph: GraphCaller
  /** Sending it spoils the place for more. */
  readonly once?: boolean
}

/** Valid bodies for everything that the product writes, and for what the local tenant reads besides. */
export async function bodiesOf(tenant: LocalTenant): Promise<readonly SentBody[]> {
  const hand = await tenant.asApp('provisioner')
  const app = await tenant.asApp()
  const site = `/sites/${tenant.environment.FT_SITE}:`
  return [
    ...(await ofLists(hand, site)),
    ...(await ofOutlook(await tenant.asUser(3), app)),
    ...(await ofTeams(app, tenant)),
  ]
}

const column = (name: string, facet: object) => ({
  name,
  displayName: name,
  description: `Holds ${name}`,
  ...facet,
})

const columns = [
  column('Key', {
    indexed: true,
    enforceUniqueValues: true,
    text: { allowMultipleLines: false, maxLength: 255 },
  }),
  column('Note', { text: { allowMultipleLines: true, textType: 'plain', linesForEditing: 6 } }),
  column('State', {
    required: true,
    choice: { allowTextEntry: false, choices: ['open', 'closed'], displayAs: 'dropDownMenu' },
  }),
  column('Tags', { choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } }),
  column('Order', { indexed: true, number: { decimalPlaces: 'none', minimum: 0, maximum: 100 } }),
  column('Done', { boolean: {} }),
  column('At', { dateTime: { format: 'dateTime', displayAs: 'standard' } }),
  column('Price', { currency: { locale: 'en-GB' } }),
  column('Holder', { personOrGroup: { allowMultipleSelection: false, chooseFromType: 'peopleOnly' } }),
]

async function ofLists(graph: GraphCaller, site: string): Promise<SentBody[]> {
  const list = {
    displayName: 'Mutants',
    description: 'Of a test',
    columns,
    list: { template: 'genericList' },
  }
  const made = await graph('POST', `${site}/lists`, { body: list })
  const { id } = made.body as { id: string }
  const at = `${site}/lists/${id}`
  const item = await graph('POST', `${at}/items`, { body: { fields: { Title: 'First' } } })
  const itemId = (item.body as { id: string }).id
  const found = rowsOf(await graph('GET', `${at}/columns`))
  const columnAt = (name: string) => `${at}/columns/${found.find((one) => one.name === name)?.id}`
  const application = { id: '11111111-2222-4333-8444-555555555555', displayName: 'Another app' }
  const fields = {
    Title: 'A',
    Key: 'a',
    Note: 'n',
    State: 'open',
    Order: 1,
    Done: true,
    At: '2021-06-01T09:00:00Z',
  }
  return [
    { name: 'list', method: 'POST', path: `${site}/lists`, body: list, graph },
    { name: 'list change', method: 'PATCH', path: at, body: { description: 'Changed' }, graph },
    {
      name: 'text column',
      method: 'POST',
      path: `${at}/columns`,
      body: column('Extra', { text: {} }),
      graph,
    },
    ...columns.map((one) => ({
      name: `column ${one.name}`,
      method: 'POST',
      path: `${at}/columns`,
      body: one,
      graph,
    })),
    {
      name: 'column change',
      method: 'PATCH',
      path: columnAt('Note'),
      body: { description: 'Other', required: false },
      graph,
    },
    {
      name: 'choices',
      method: 'PATCH',
      path: columnAt('State'),
      body: { choice: { choices: ['open', 'closed', 'late'] } },
      graph,
    },
    { name: 'item', method: 'POST', path: `${at}/items`, body: { fields }, graph },
    {
      name: 'item change',
      method: 'PATCH',
      path: `${at}/items/${itemId}`,
      body: { fields: { Note: 'm' } },
      graph,
    },
    {
      name: 'fields',
      method: 'PATCH',
      path: `${at}/items/${itemId}/fields`,
      body: { ...fields, Key: 'first' },
      graph,
    },
    {
      name: 'grant',
      method: 'POST',
      path: `${site}/permissions`,
      body: { roles: ['read'], grantedToIdentities: [{ application }] },
      graph,
    },
  ]
}

const attendee = (type: string, address: string) => ({ type, emailAddress: { name: address, address } })

const event = {
  subject: 'Exercise',
  body: { contentType: 'html', content: '<p>Come.</p>' },
  start: { dateTime: '2021-09-14T10:00:00', timeZone: 'GMT Standard Time' },
  end: { dateTime: '2021-09-14T16:00:00', timeZone: 'GMT Standard Time' },
  location: {
    displayName: 'Hydra Suite',
    locationType: 'conferenceRoom',
    locationEmailAddress: 'hydra.suite@thameside.example',
    address: { city: 'London', countryOrRegion: 'UK' },
  },
  attendees: [
    attendee('required', 'oliver.webb@thameside.example'),
    attendee('optional', 'a@partner.example'),
  ],
  responseRequested: true,
  hideAttendees: true,
  allowNewTimeProposals: false,
  importance: 'high',
  sensitivity: 'normal',
  showAs: 'busy',
  isReminderOn: true,
  reminderMinutesBeforeStart: 30,
  categories: ['Training'],
  singleValueExtendedProperties: [
    { id: 'String {6d0b7f3e-5a1c-4d28-9e47-b1c2a8f0d935} Name mutant', value: 'one' },
  ],
}

async function ofOutlook(graph: GraphCaller, app: GraphCaller): Promise<SentBody[]> {
  const made = await graph('POST', '/me/events', { body: { ...event, attendees: [] } })
  const at = `/me/events/${(made.body as { id: string }).id}`
  const schedule = {
    schedules: ['ruth.mbeki@thameside.example'],
    startTime: event.start,
    endTime: event.end,
    availabilityViewInterval: 30,
  }
  return [
    { name: 'event', method: 'POST', path: '/me/events', body: { ...event, transactionId: 'mutant' }, graph },
    {
      name: 'event change',
      method: 'PATCH',
      path: at,
      body: { subject: 'Other', location: event.location },
      graph,
    },
    {
      name: 'cancellation',
      method: 'POST',
      path: `${at}/cancel`,
      body: { Comment: 'Not today.' },
      graph,
      once: true,
    },
    {
      name: 'mail',
      method: 'POST',
      path: '/users/follow-through@thameside.example/sendMail',
      body: mail,
      graph: app,
    },
    { name: 'schedule', method: 'POST', path: '/me/calendar/getSchedule', body: schedule, graph },
  ]
}

const mail = {
  message: {
    subject: 'Reminder',
    body: { contentType: 'text', content: 'Something is due.' },
    toRecipients: [{ emailAddress: { address: 'ruth.mbeki@thameside.example', name: 'Ruth Mbeki' } }],
    importance: 'normal',
  },
  saveToSentItems: true,
}

async function ofTeams(graph: GraphCaller, tenant: LocalTenant): Promise<SentBody[]> {
  const teamsAppId = tenant.environment.FT_TEAMS_APP_ID
  const webUrl = `https://teams.microsoft.com/l/entity/${teamsAppId}/follow-through`
  const notice = {
    topic: { source: 'text', value: 'Deadlines', webUrl },
    activityType: 'systemDefault',
    previewText: { content: 'Something is due' },
    templateParameters: [{ name: 'systemDefaultText', value: 'Something is due' }],
    teamsAppId,
  }
  const user = `/users/${personId(2)}/teamwork`
  return [
    { name: 'notification', method: 'POST', path: `${user}/sendActivityNotification`, body: notice, graph },
  ]
}
