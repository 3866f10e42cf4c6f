import { setTimeout as timer } from 'node:timers/promises'
import type { Express, RequestHandler } from 'express'
import type { Calendar } from '../usecases/exercisePorts.ts'
import type { Clock } from '../usecases/ports.ts'
import type { TrainingMessenger } from '../usecases/trainingPorts.ts'
import type { OtherPress } from './handlers/answerPress.ts'
import { placePressOf } from './handlers/placePress.ts'
import { offerRoute } from './http/offerRoute.ts'
import { placesRoute } from './http/placesRoute.ts'
import { placesJob } from './jobs/places.ts'
import { repeat } from './jobs/repeat.ts'
import type { Turns } from './jobs/turns.ts'
import { failureFacts, type Logger } from './log.ts'
import { offerLinks } from './offerLinks.ts'
import type { Stores } from './wire.ts'

export interface PlacesServiceDeps {
  stores(): Promise<Stores>
  readonly clock: Clock
  /** The calendar of the service's mailbox; null where there is none. */
  readonly calendar: Calendar | null
  /** Asked when somebody is told: the bot that sends is made after its handlers. */
  messenger(): TrainingMessenger
  readonly teamsAppId: string
  readonly serviceOrigin: string
  readonly log: Logger
  /** Says whether the service is on its way out. */
  leaving(): boolean
  /** Shared with whatever else writes into people's chats. */
  readonly turns: Turns
}

/** All that the service does about places. */
export interface PlacesService {
  readonly press: OtherPress
  addTo(server: Express, guard: RequestHandler): void
  /** Begins the rounds. @returns a function that stops them */
  start(): () => void
  idle(): Promise<void>
}

/** Milliseconds from one look at the places to the next: three requests where nothing changed. */
const lookEvery = 20_000

/** Puts together what the service does about places: presses, links, rounds. */
export function placesService(deps: PlacesServiceDeps): PlacesService {
  const { log, clock, calendar, serviceOrigin, teamsAppId, turns } = deps
  const links = offerLinks(async () => (await deps.stores()).bookings, serviceOrigin)
  const answers = async () => ({ ...(await deps.stores()), clock, wait: sleep })
  const given = async () => ({
    ...(await deps.stores()),
    ...{ clock, calendar, messenger: deps.messenger(), answerLink: links.of },
  })
  const job = placesJob(given, log, () => deps.leaving(), turns)
  const failed = (thrown: unknown) =>
    log.warn(failureFacts(thrown), 'places could not be kept; the next round tries again')
  const soon = () => {
    job().catch(failed)
  }
  return {
    press: placePressOf(answers, teamsAppId, log, soon),
    addTo(server, guard) {
      server.use('/offer', offerRoute(answers, links, log, soon))
      server.use(
        '/api/jobs',
        placesRoute(guard, () => job(true), log),
      )
    },
    start: () => repeat({ every: lookEvery, work: () => job(), failed }),
    idle: job.idle,
  }
}

async function sleep(milliseconds: number): Promise<void> {
  await timer(milliseconds)
}
