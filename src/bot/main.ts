import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PUBLIC, withOverrides } from '@microsoft/teams.api'
import { App, ExpressAdapter } from '@microsoft/teams.apps'
import express, { type Express } from 'express'
import type { IsoDate } from '../domain/calendarDays.ts'
import type { ExerciseMessenger } from '../usecases/exerciseMessaging.ts'
import type { Messenger } from '../usecases/ports.ts'
import { readRunRecords } from '../usecases/runRecord.ts'
import type { TrainingMessenger } from '../usecases/trainingPorts.ts'
import { exerciseMessenger } from './exerciseMessenger.ts'
import { type ExercisesService, exercisesService } from './exercisesService.ts'
import type { PressDeps } from './handlers/answerPress.ts'
import { registerCardHandlers } from './handlers/cardHandlers.ts'
import { feedbackPressOf } from './handlers/feedbackPress.ts'
import { registerMessageHandlers } from './handlers/messageHandlers.ts'
import { allowance } from './http/allowance.ts'
import { requireAppToken } from './http/appToken.ts'
import { channelTokensOnly } from './http/channelToken.ts'
import { coverRoute } from './http/coverRoute.ts'
import { feedbackRoute } from './http/feedbackRoute.ts'
import { remindRoute } from './http/remindRoute.ts'
import { securityHeaders } from './http/securityHeaders.ts'
import { tabFiles } from './http/tabFiles.ts'
import { type CoverJob, coverJob } from './jobs/cover.ts'
import { informationJob, startInformation } from './jobs/information.ts'
import { type RemindJob, remindJob } from './jobs/remind.ts'
import { repeat } from './jobs/repeat.ts'
import { startSchedule } from './jobs/schedule.ts'
import { type TellJob, tellJob } from './jobs/tell.ts'
import { inTurn } from './jobs/turns.ts'
import { close, listen, placeOf } from './listen.ts'
import { failureFacts, type Logger, openLog, quietLogger } from './log.ts'
import { teamsMessenger } from './messenger.ts'
import { type PlacesService, placesService } from './placesService.ts'
import { rememberedFor } from './remembered.ts'
import { trainingMessenger } from './trainingMessenger.ts'
import { type Wiring, wire } from './wire.ts'

// Above the start: what stands below it has no value yet while the service runs up.
/** Milliseconds from one look for changed training to the next: five requests where nothing changed. */
const countEvery = 60_000
/** Requests a minute for the pages that nobody signs in for: a whole course that answers at once. */
const pagesPerMinute = 240

try {
  // The settings first: a level of the log that does not exist is one of their faults.
  const wiring = wire()
  await serve(wiring, openLog(wiring.settings.logLevel))
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : String(thrown))
  process.exitCode = 1
}

/** Starts the service: bot, tab and jobs on one port, until it is asked to stop. */
async function serve(wiring: Wiring, log: Logger): Promise<void> {
  const server = express().disable('x-powered-by')
  server.use(securityHeaders(wiring.settings))
  server.use('/api/messages', channelTokensOnly)
  // The bot answers presses, and telling others of them takes the bot: the one is made before the other is known.
  let tell: TellJob | null = null
  let leaving = false
  const turns = inTurn()
  const places = placesOf(wiring, { log, turns, leaving: () => leaving, messenger: () => told.messenger })
  const exercises = exercisesOf(wiring, { log, turns, leaving: () => leaving, messenger: () => rehearsed })
  const presses = [places.press, exercises.press]
  const bot = teamsApp(wiring, server, log, (outcome, press) => tell?.(outcome, press), presses)
  const messenger = messengerOf(wiring, bot)
  const rehearsed = exerciseMessengerOf(wiring, bot, messenger)
  const deps = async () => ({ ...(await wiring.stores()), messenger, clock: wiring.clock })
  const today = () => wiring.clock.today()
  const telling = tellJob(deps, today, log, turns)
  tell = telling
  const job = remindJob(deps, today, log, () => leaving, turns)
  const remind: RemindJob = Object.assign(
    async (day: IsoDate | null, only: string | null = null) => {
      const report = await job(day, only)
      // A run that another instance kept away leaves the telling to that one.
      if (report.stopped === null) telling.answers(report.today)
      return report
    },
    { idle: job.idle },
  )
  const cover = coverJob(deps, sleep, log, turns)
  const told = { messenger: trainingMessengerOf(wiring, bot, messenger) }
  const information = informationJob(
    async () => ({ ...(await deps()), ...told }),
    today,
    log,
    () => leaving,
    turns,
  )
  addRoutes(server, wiring, { remind, cover, places, exercises }, log)
  await bot.initialize()
  const place = placeOf(wiring.settings.serviceOrigin, wiring.settings.port ?? undefined)
  const servers = await listen(server, place)
  const stopSchedule = startDaily(wiring, remind, log)
  const stopCounting = repeat({
    every: countEvery,
    work: () => cover(),
    failed: (thrown) => log.warn(failureFacts(thrown), 'cover could not be counted; it is tried again'),
  })
  const stopTelling = startInformation(information, log)
  const stopKeeping = places.start()
  const stopInviting = exercises.start()
  log.info({ port: place.port }, 'service is listening')
  stopWhenAsked(async () => {
    leaving = true
    stopSchedule()
    stopCounting()
    stopTelling()
    stopKeeping()
    stopInviting()
    // A card that was begun is ended and marked; the next run goes on after it.
    await Promise.race([
      Promise.all([...[remind, telling, cover, information, places, exercises].map((one) => one.idle())]),
      sleep(longestFarewell),
    ])
    await close(servers)
  })
}

/** Milliseconds that a run may take to end its cards when the service is asked to stop. */
const longestFarewell = 20_000

function startDaily(wiring: Wiring, remind: RemindJob, log: Logger): () => void {
  return startSchedule({
    at: wiring.settings.remindAt,
    run: () => remind(null),
    records: async () => readRunRecords(await wiring.stores()),
    now: () => wiring.clock.now(),
    wait: sleep,
    failed: (thrown) => log.error(failureFacts(thrown), 'the daily reminders could not run'),
  })
}

function messengerOf(wiring: Wiring, app: App): Messenger {
  const { clientId, tenantId, teamsAppId } = wiring.settings
  const { clock, newestMessage: lastMessage, isInstalled, other, wording } = wiring
  const of = { clientId, tenantId, teamsAppId }
  // A run of thousands of cards takes the posts from one reading.
  const posts = rememberedFor(60_000, async () =>
    (await (await wiring.stores()).posts.all()).rows.map(({ value }) => value),
  )
  return teamsMessenger({ app, ...of, clock, lastMessage, isInstalled, other, posts, wording, wait: sleep })
}

/** What is told of training goes the same ways as the deadlines. */
function trainingMessengerOf(wiring: Wiring, app: App, { arrivedSince }: Messenger): TrainingMessenger {
  const { clientId, tenantId, teamsAppId, serviceOrigin } = wiring.settings
  const { clock, newestMessage: lastMessage, other } = wiring
  const of = { clientId, tenantId, teamsAppId, serviceOrigin }
  return trainingMessenger({ app, ...of, clock, lastMessage, other, arrivedSince, wait: sleep })
}

function placesOf(
  { stores, clock, calendar, settings: { teamsAppId, serviceOrigin } }: Wiring,
  service: Pick<Parameters<typeof placesService>[0], 'log' | 'turns' | 'leaving' | 'messenger'>,
): PlacesService {
  return placesService({ stores, clock, calendar, teamsAppId, serviceOrigin, ...service })
}

/** What is told of exercises goes the same ways. */
function exerciseMessengerOf(wiring: Wiring, app: App, { arrivedSince }: Messenger): ExerciseMessenger {
  const { clientId, tenantId, teamsAppId } = wiring.settings
  const { clock, newestMessage: lastMessage, other } = wiring
  const of = { clientId, tenantId, teamsAppId }
  return exerciseMessenger({ app, ...of, clock, lastMessage, other, arrivedSince, wait: sleep })
}

function exercisesOf(
  { stores, clock, settings: { teamsAppId } }: Wiring,
  service: Pick<Parameters<typeof exercisesService>[0], 'log' | 'turns' | 'leaving' | 'messenger'>,
): ExercisesService {
  return exercisesService({ stores, clock, teamsAppId, ...service })
}

async function sleep(milliseconds: number): Promise<void> {
  await wait(milliseconds)
}

/** Microsoft's Teams SDK on our Express. Every inbound activity's token is checked, locally as in production. */
function teamsApp(
  wiring: Wiring,
  server: Express,
  log: Logger,
  settled: PressDeps['settled'],
  presses: NonNullable<PressDeps['others']>,
): App {
  const { clientId, tenantId, connector, teamsAppId, loginOrigin } = wiring.settings
  const standIn =
    connector === null
      ? {}
      : {
          serviceUrl: connector.url,
          cloud: withOverrides(PUBLIC, {
            openIdMetadataUrl: connector.metadata,
            ...(loginOrigin === null ? {} : { loginEndpoint: loginOrigin }),
          }),
        }
  const app = new App({
    clientId,
    tenantId,
    token: (scope) => wiring.signIn(Array.isArray(scope) ? (scope[0] ?? '') : scope),
    httpServerAdapter: new ExpressAdapter(server),
    client: { timeout: 15_000 },
    dangerouslyAllowUnauthenticatedRequests: false,
    logger: quietLogger(log),
    ...standIn,
  })
  const answer = async () => ({ ...(await wiring.stores()), clock: wiring.clock })
  const { stores: due, clock, wording } = wiring
  const others = [feedbackPressOf(answer, wiring.settings.serviceOrigin, log), ...presses]
  const deps = { tenantId, teamsAppId, log, answer, wording, settled, due, clock, others }
  registerCardHandlers(app, deps)
  registerMessageHandlers(app, deps)
  return app
}

function addRoutes(
  server: Express,
  wiring: Wiring,
  {
    remind,
    cover,
    places,
    exercises,
  }: {
    readonly remind: RemindJob
    readonly cover: CoverJob
    readonly places: PlacesService
    readonly exercises: ExercisesService
  },
  log: Logger,
): void {
  const { tenantId, clientId, graphOrigin, site, clockUrl, hostOrigin, teamsAppId, loginOrigin } =
    wiring.settings
  const hostOrigins = hostOrigin === null ? [] : [hostOrigin]
  const config = { tenantId, clientId, graphOrigin, site, clockUrl, hostOrigins, teamsAppId }
  server.get('/health', (_req, res) => {
    res.json({ status: 'up' })
  })
  server.use(['/feedback', '/offer'], allowance(pagesPerMinute))
  server.use(
    '/feedback',
    feedbackRoute(async () => ({ ...(await wiring.stores()), clock: wiring.clock }), log),
  )
  server.use('/tab', tabFiles(path.resolve('dist/tab'), config))
  const guard = requireAppToken({ tenantId, clientId, callers: [clientId], loginOrigin })
  server.use('/api/jobs', remindRoute(guard, remind, log))
  server.use('/api/jobs', coverRoute(guard, cover, log))
  places.addTo(server, guard)
  exercises.addTo(server, guard)
}

function stopWhenAsked(stop: () => Promise<void>): void {
  const leave = () => {
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', leave)
  process.once('SIGTERM', leave)
  // Started by another process: when that one is gone, however it went, nobody would ever stop this one.
  process.once('disconnect', leave)
}
