import type { Express, RequestHandler } from 'express'
import type { ExerciseMessenger } from '../usecases/exerciseMessaging.ts'
import type { Clock } from '../usecases/ports.ts'
import type { OtherPress } from './handlers/answerPress.ts'
import { exercisePressOf } from './handlers/exercisePress.ts'
import { exercisesRoute } from './http/exercisesRoute.ts'
import { exercisesJob } from './jobs/exercises.ts'
import { repeat } from './jobs/repeat.ts'
import type { Turns } from './jobs/turns.ts'
import { failureFacts, type Logger } from './log.ts'
import type { Stores } from './wire.ts'

export interface ExercisesServiceDeps {
  stores(): Promise<Stores>
  readonly clock: Clock
  /** Asked when somebody is told: the bot that sends is made after its handlers. */
  messenger(): ExerciseMessenger
  readonly teamsAppId: string
  readonly log: Logger
  /** Says whether the service is on its way out. */
  leaving(): boolean
  /** Shared with whatever else writes into people's chats. */
  readonly turns: Turns
}

/** All that the service does about exercises. */
export interface ExercisesService {
  readonly press: OtherPress
  addTo(server: Express, guard: RequestHandler): void
  /** Begins to look. @returns a function that stops it */
  start(): () => void
  idle(): Promise<void>
}

/** Milliseconds from one look at the exercises to the next: one request where nothing changed. */
const lookEvery = 20_000

/** Puts together what the service does about exercises: presses, messages, and asking again. */
export function exercisesService(deps: ExercisesServiceDeps): ExercisesService {
  const { log, clock, teamsAppId, turns } = deps
  const given = async () => ({ ...(await deps.stores()), clock, messenger: deps.messenger() })
  const job = exercisesJob(given, log, () => deps.leaving(), turns)
  const failed = (thrown: unknown) =>
    log.warn(failureFacts(thrown), 'people could not be told about exercises; the next look tries again')
  const soon = () => {
    job().catch(failed)
  }
  return {
    press: exercisePressOf(given, teamsAppId, log, soon),
    addTo: (server, guard) => void server.use('/api/jobs', exercisesRoute(guard, job, log)),
    start: () => repeat({ every: lookEvery, work: () => job(), failed }),
    idle: job.idle,
  }
}
