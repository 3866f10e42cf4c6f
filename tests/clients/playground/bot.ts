/**
 * The product's bot for Microsoft's Agents Playground, which has no tokens to show. The service itself cannot be
 * told to do without them; this is another program around the same handlers, on this machine's own addresses only,
 * against a local tenant only. It belongs to the check and is not shipped.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { App, ExpressAdapter } from '@microsoft/teams.apps'
import express from 'express'
import type { PressDeps } from '../../../src/bot/handlers/answerPress.ts'
import { registerCardHandlers } from '../../../src/bot/handlers/cardHandlers.ts'
import { registerMessageHandlers } from '../../../src/bot/handlers/messageHandlers.ts'
import { remindJob } from '../../../src/bot/jobs/remind.ts'
import { type TellJob, tellJob } from '../../../src/bot/jobs/tell.ts'
import { listen } from '../../../src/bot/listen.ts'
import { openLog } from '../../../src/bot/log.ts'
import { teamsMessenger } from '../../../src/bot/messenger.ts'
import { wire } from '../../../src/bot/wire.ts'
import { type Arranged, arrange } from './arrange.ts'

const wiring = wire()
const { clientId, tenantId, teamsAppId, loginOrigin } = wiring.settings
if (loginOrigin === null)
  throw new Error('This bot takes messages from anybody; it runs with a local tenant only.')

const log = openLog('warn')
const heard: string[] = []
const server = express()
const app = new App({
  clientId,
  tenantId,
  serviceUrl: process.env.PLAYGROUND_CONNECTOR,
  token: (scope) => wiring.signIn(Array.isArray(scope) ? (scope[0] ?? '') : scope),
  httpServerAdapter: new ExpressAdapter(server),
  dangerouslyAllowUnauthenticatedRequests: true,
})
app.on('activity', async ({ activity, next }) => {
  heard.push(activity.type === 'invoke' ? `invoke ${activity.name}` : activity.type)
  await next()
})
const { clock } = wiring
const answer = async () => ({ ...(await wiring.stores()), clock })
// What is saved on a card is told to others in the same way as by the service; here everybody is the one in front.
let tell: TellJob | null = null
const settled: PressDeps['settled'] = (outcome, press) => tell?.(outcome, press)
const deps = {
  tenantId,
  teamsAppId,
  log,
  answer,
  wording: wiring.wording,
  settled,
  due: wiring.stores,
  clock,
}
registerCardHandlers(app, deps)
registerMessageHandlers(app, deps)
const messenger = teamsMessenger({
  app,
  clientId,
  tenantId,
  teamsAppId,
  clock,
  lastMessage: wiring.newestMessage,
  isInstalled: wiring.isInstalled,
  other: wiring.other,
  wording: wiring.wording,
  posts: async () => (await (await wiring.stores()).posts.all()).rows.map(({ value }) => value),
  wait: async (milliseconds) => {
    await wait(milliseconds)
  },
})
const remind = remindJob(
  async () => ({ ...(await wiring.stores()), messenger, clock }),
  () => clock.today(),
  log,
)

tell = tellJob(
  async () => ({ ...(await wiring.stores()), messenger, clock }),
  () => clock.today(),
  log,
)

/** The check asks for a run of the reminders, or for what the playground has sent so far. */
process.on('message', async (asked: { remind?: string; arrange?: Arranged }) => {
  if (asked.remind !== undefined) process.send?.({ report: await remind(asked.remind) })
  else if (asked.arrange === undefined) process.send?.({ heard })
  else process.send?.(await arrange({ ...(await wiring.stores()), messenger, clock }, asked.arrange))
})
process.once('disconnect', () => process.exit(0))
await app.initialize()
await listen(server, { port: Number(process.env.PLAYGROUND_BOT_PORT), hosts: ['127.0.0.1', '::1'] })
process.send?.({ ready: true })
