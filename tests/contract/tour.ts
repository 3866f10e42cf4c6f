import { planInvitation } from '../../src/domain/invitation.ts'
import { notifyInFeed } from '../../src/graph/activityFeed.ts'
import { graphCalendar } from '../../src/graph/calendar.ts'
import { newestMessage } from '../../src/graph/chats.ts'
import { createGraphClient } from '../../src/graph/client.ts'
import { everyList } from '../../src/graph/columns/everyList.ts'
import { checkFilters } from '../../src/graph/filterCheck.ts'
import { findInCatalogue, findInstallation, installApp } from '../../src/graph/installs.ts'
import { contactStore } from '../../src/graph/lists/contacts.ts'
import { exerciseStore } from '../../src/graph/lists/exercises.ts'
import { recommendationStore } from '../../src/graph/lists/recommendations.ts'
import { ledgerStore } from '../../src/graph/lists/reminderLedger.ts'
import { settingStore } from '../../src/graph/lists/settings.ts'
import { rowVersions } from '../../src/graph/lists/versions.ts'
import { sendMail } from '../../src/graph/mail.ts'
import { openSite, type SiteContext } from '../../src/graph/site.ts'
import { scopes } from '../../src/tab/scopes.ts'
import { runAdmin } from '../admin/runAdmin.ts'
import { anExercise } from '../support/exercises.ts'
import { type GraphCaller, type LocalTenant, personId, rowsOf } from '../support/localTenant.ts'
import { invitationCalendars } from './invitationCalendars.ts'
import { freeRoom, partners } from './planning.ts'
import { serviceCalendar } from './serviceCalendar.ts'

const coordinator = 3
const notAdmitted = 15
const withoutTheApp = 16
const paper = 'src/admin/sample/paper.txt'

/** What the stops of the tour share. */
interface Tour {
  readonly tenant: LocalTenant
  /** The test's own hand in the tenant: what it asks for is no traffic of the product. */
  readonly hand: GraphCaller
  /** The site as the service, and as a person in the tab, opens it. */
  readonly asApp: SiteContext
  asPerson(person: number): Promise<SiteContext>
}

/** Every Graph call that the product can make, with the refusals it has to live with. The tenant must be new. */
export async function tour(tenant: LocalTenant): Promise<void> {
  await provisioning(tenant)
  const token = await tenant.appToken()
  const path = tenant.environment.FT_SITE ?? ''
  const open = (accessToken: () => Promise<string>) =>
    openSite(createGraphClient({ origin: tenant.origin, accessToken }), path)
  const stops: Tour = {
    tenant,
    hand: await tenant.asApp('provisioner'),
    asApp: await open(async () => token),
    asPerson: (person) => open(() => tenant.userToken(person, scopes.join(' '))),
  }
  await reading(stops)
  await writing(stops)
  await changes(stops)
  await partners(await stops.asPerson(coordinator))
  await freeRoom(await stops.asPerson(coordinator))
  await refusals(stops)
  await throttling(stops)
  await calendar(stops)
  await invitationCalendars(stops, withoutMember)
  await serviceCalendar(stops, withoutMember)
  await chats(stops)
  await otherWays(stops)
}

/** Creates, migrates and grants, as an administrator does; then the sample, a paper and the check. */
async function provisioning(tenant: LocalTenant): Promise<void> {
  const admin = async (...args: string[]) => {
    const run = await runAdmin(args, { FT_DATA: tenant.dataFolder })
    if (run.code !== 0)
      throw new Error(`admin ${args.join(' ')} ended with ${run.code}: ${run.stderr}${run.stdout}`)
  }
  await admin('provision')
  await loosen(tenant)
  await admin('provision')
  await admin('sample')
  await admin('import', paper)
  await admin('check')
}

/** Makes the site older than its declaration: a column is gone, one has changed, and the app may only read. */
async function loosen(tenant: LocalTenant): Promise<void> {
  const hand = await tenant.asApp('provisioner')
  const site = `/sites/${tenant.environment.FT_SITE}:`
  const columns = rowsOf(await hand('GET', `${site}/lists/Posts/columns`))
  const id = (name: string) => columns.find((column) => column.name === name)?.id
  await hand('DELETE', `${site}/lists/Posts/columns/${id('Unit')}`)
  await hand('PATCH', `${site}/lists/Posts/columns/${id('HolderObject')}`, { body: { description: 'Old.' } })
  const [grant] = rowsOf(await hand('GET', `${site}/permissions`))
  await hand('PATCH', `${site}/permissions/${grant?.id}`, { body: { roles: ['read'] } })
}

/** Whole lists over several pages, rows by key, rows that are not there, and the self-check as a batch. */
async function reading({ hand, asApp }: Tour): Promise<void> {
  const list = `/sites/${asApp.siteId}/lists/Contacts/items`
  const body = (from: number) => ({
    requests: Array.from({ length: 20 }, (_, index) => ({
      ...{ id: String(index), method: 'POST', url: list, headers: { 'Content-Type': 'application/json' } },
      body: { fields: { Title: 'Extra', Key: `extra-${from + index}@partner.example` } },
    })),
  })
  for (let from = 0; from < 220; from += 20) await hand('POST', '/$batch', { body: body(from) })
  await contactStore(asApp).all()
  await contactStore(asApp).byKey("o'neill@partner.example")
  await contactStore(asApp).changesSince(null)
  const [due] = (await recommendationStore(asApp).dueBy('2021-07-01')).rows
  if (due) await rowVersions(asApp).ofRecommendation(due.id)
  await recommendationStore(asApp).answeredSince('2021-06-01')
  await ledgerStore(asApp).ofPerson(personId(2))
  await ledgerStore(asApp).notMineSince('2021-06-01')
  await ledgerStore(asApp).pending()
  await checkFilters(asApp, everyList)
}

/** Creates twice, saves, saves with an etag that is out of date, and writes more than a column holds. */
async function writing({ asApp, asPerson }: Tour): Promise<void> {
  const ledger = ledgerStore(asApp)
  const entry = {
    ...{ key: 'tour', recommendation: 'tour/1', recommendationRef: '1', rule: 'seven-days' },
    ...{
      deadline: '2021-07-01',
      person: personId(2),
      personName: 'Daniel Okafor',
      state: 'claimed' as const,
    },
    ...{
      claimedAt: '2021-06-24T09:00:00Z',
      sentAt: null,
      conversation: '',
      activity: '',
      note: '',
      run: 'run-1',
      forDay: '2021-06-24',
      progressSeen: '',
    },
  }
  const { row } = await ledger.create(entry)
  await ledger.create(entry)
  const saved = await ledger.save(row, { ...entry, state: 'sent', sentAt: '2021-06-24T09:01:00Z' })
  const stale = await ledger.save(row, { ...entry, note: 'A note that comes too late.' })
  if (!saved.ok || stale.ok) throw new Error('The ledger was not saved as the tour expects.')
  const tab = recommendationStore(await asPerson(2))
  const [first] = (await tab.all()).rows
  if (!first) throw new Error('The register is empty.')
  await tab.save(first, { ...first.value, progress: 'Written on the tour.' })
  await tab.save(first, { ...first.value, progress: 'Written too late.' })
  await rowVersions(await asPerson(2)).ofRecommendation(first.id)
  await settingStore(await asPerson(2)).create({
    ...{ key: 'view/tour', value: '{}', changedBy: personId(2), changedByName: 'Daniel Okafor' },
  })
  const exercises = exerciseStore(await asPerson(coordinator))
  const [exercise] = (await exercises.all()).rows
  if (exercise) await exercises.save(exercise, { ...exercise.value, venue: 'Hydra Suite' })
}

/** Everything by delta, what changed since, what was removed, and a token that is too old. */
async function changes({ tenant, hand, asPerson }: Tour): Promise<void> {
  const site = await asPerson(coordinator)
  const contacts = contactStore(site)
  const whole = await contacts.changesSince(null)
  const list = `/sites/${site.siteId}/lists/Contacts/items`
  const [one, other] = rowsOf(await hand('GET', `${list}?$top=2`))
  await hand('DELETE', `${list}/${one?.id}`)
  await hand('PATCH', `${list}/${other?.id}/fields`, { body: { Title: 'Changed' } })
  const since = await contacts.changesSince(whole.token)
  await tenant.call('POST', '/local-tenant/controls', { body: { expireDeltaTokens: true } })
  const anew = await contacts.changesSince(since.token)
  if (since.removed.length !== 1 || !anew.restarted) throw new Error('Delta did not go as the tour expects.')
}

/** Somebody whom the site does not admit, a site and a row that are not there. */
async function refusals({ tenant, asApp, asPerson }: Tour): Promise<void> {
  await expectFailure(() => asPerson(notAdmitted))
  await expectFailure(() => recommendationStore(asApp).get('999999'))
  await expectFailure(() => openSite(asApp.client, 'thameside.sharepoint.example:/sites/elsewhere'))
  const nobody = createGraphClient({ origin: tenant.origin, accessToken: async () => 'not.a.token' })
  await expectFailure(() => openSite(nobody, tenant.environment.FT_SITE ?? ''))
}

/** Throttled alone and inside a batch, away for a moment, and an answer that was lost after the work was done. */
async function throttling({ tenant, asApp }: Tour): Promise<void> {
  const plan = async (...rules: object[]) => {
    await tenant.call('DELETE', '/local-tenant/faults')
    await tenant.call('POST', '/local-tenant/faults', { body: { rules } })
  }
  await plan({ method: 'GET', path: '/items$', times: 1, kind: '429', retryAfter: 1 })
  await ledgerStore(asApp).all()
  await plan({ method: 'GET', path: '/items$', times: 1, kind: '503', retryAfter: 1 })
  await ledgerStore(asApp).all()
  await plan({ path: '/items$', times: 1, kind: 'inner-429', retryAfter: 1 })
  await checkFilters(asApp, everyList.slice(0, 2))
  const [row] = (await ledgerStore(asApp).all()).rows
  await plan({ method: 'PATCH', path: '/fields$', times: 1, kind: '504-after-commit' })
  if (row) await ledgerStore(asApp).save(row, { ...row.value, note: 'The answer to this was lost.' })
  await plan()
}

/** An invitation, sent twice, where the refusal names the event and where it does not; and the answers to it. */
async function calendar({ tenant, asPerson }: Tour): Promise<void> {
  const { client } = await asPerson(coordinator)
  const mine = graphCalendar(client)
  const planned = planInvitation(anExercise({ date: '2021-09-14' }), 1, '2021-06-01')
  if (!planned.ok) throw new Error(planned.code)
  const { draft } = planned.plan
  const first = await mine.create(draft)
  const second = await mine.create(draft)
  await tenant.call('POST', '/local-tenant/controls', { body: { duplicateTransaction: 400 } })
  const third = await withoutMember('@event.existingEventId', () => mine.create(draft))
  await mine.read(first.event.ref)
  await expectFailure(() => mine.read(`${first.event.ref.slice(0, -6)}AAAAAA`))
  const refs = new Set([first, second, third].map((one) => one.event.ref))
  if (refs.size !== 1 || first.already || !second.already || !third.already)
    throw new Error('One event was expected, recognised twice.')
}

/** Where the app is installed, where it is not, an empty chat, and one that holds a card. */
async function chats({ tenant, asApp: { client } }: Tour): Promise<void> {
  const { FT_TEAMS_APP_ID: externalId = '', FT_CLIENT_ID: botId = '' } = tenant.environment
  await findInstallation(client, personId(withoutTheApp), externalId)
  await newestMessage(client, personId(6), { externalId, botId })
  await sendCard(tenant, personId(2))
  const newest = await newestMessage(client, personId(2), { externalId, botId })
  if (!newest?.ours || !newest.hasCard) throw new Error('The card in the chat was not seen.')
}

/** Installed, installed already, kept from it by a policy; a line in the feed, and one refused; a mail, and one refused. */
async function otherWays({ tenant, asApp: { client } }: Tour): Promise<void> {
  const { FT_TEAMS_APP_ID: externalId = '', FT_MAILBOX: mailbox = '' } = tenant.environment
  const app = await findInCatalogue(client, externalId)
  await expectFailure(() => findInCatalogue(client, personId(1)))
  const line = { text: 'Recommendation 8', link: `https://teams.microsoft.com/l/entity/${externalId}/x` }
  await expectFailure(() => notifyInFeed(client, personId(withoutTheApp), app, line))
  const keep = (barred: boolean) =>
    tenant.call('POST', `/local-tenant/reach/${personId(withoutTheApp)}`, { body: { barred } })
  await keep(true)
  await expectFailure(() => installApp(client, personId(withoutTheApp), app))
  await keep(false)
  const first = await installApp(client, personId(withoutTheApp), app)
  const second = await installApp(client, personId(withoutTheApp), app)
  if (first !== 'installed' || second !== 'already') throw new Error('One installation was expected.')
  await notifyInFeed(client, personId(2), app, line)
  const to = { name: 'Daniel Okafor', address: 'daniel.okafor@thameside.example' }
  const mail = { to, subject: 'Follow-Through: one item for you', text: 'Recommendation 8' }
  await sendMail(client, mailbox, mail)
  await expectFailure(() => sendMail(client, to.address, mail))
}

/** A card from the bot, sent over the connector as the Teams SDK does. */
async function sendCard(tenant: LocalTenant, person: string): Promise<void> {
  const token = await tenant.appToken('client', 'https://api.botframework.com/.default')
  const headers = { Authorization: `Bearer ${token}` }
  const { FT_CLIENT_ID: bot, FT_TENANT_ID: id } = tenant.environment
  const opened = await tenant.call('POST', '/connector/v3/conversations', {
    headers,
    body: { bot: { id: bot }, members: [{ id: person }], tenantId: id, channelData: { tenant: { id } } },
  })
  const { id: conversation } = opened.body as { id: string }
  const content = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Due soon' }] }
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }]
  const path = `/connector/v3/conversations/${encodeURIComponent(conversation)}/activities`
  await tenant.call('POST', path, { headers, body: { type: 'message', attachments } })
}

/** Runs something while a member of every answer's error is left out: not every tenant is known to send it. */
async function withoutMember<T>(name: string, work: () => Promise<T>): Promise<T> {
  const whole = globalThis.fetch
  globalThis.fetch = async (...args) => {
    const answer = await whole(...args)
    if (answer.status < 400) return answer
    const { error } = (await answer.json()) as { error: Record<string, unknown> }
    delete error[name]
    const { status, headers } = answer
    return new Response(JSON.stringify({ error }), { status, headers })
  }
  try {
    return await work()
  } finally {
    globalThis.fetch = whole
  }
}

async function expectFailure(work: () => Promise<unknown>): Promise<void> {
  const failed = await work().then(
    () => false,
    () => true,
  )
  if (!failed) throw new Error('A refusal was expected, and none came.')
}
