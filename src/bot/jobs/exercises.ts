import { setTimeout as timer } from 'node:timers/promises'
import { ukTime } from '../../domain/calendarDays.ts'
import type { Exercise } from '../../domain/exercise.ts'
import { closedNow } from '../../domain/reminderHolds.ts'
import { reminderSettingsOf } from '../../domain/reminderSettings.ts'
import type { ExerciseStore, PostStore, SettingStore, Stored } from '../../usecases/ports.ts'
import { takeRunLock } from '../../usecases/runLock.ts'
import { chaseSilent, type TellExercisesDeps, tellRequests } from '../../usecases/tellExercises.ts'
import type { Logger } from '../log.ts'
import { isGone, thisProcess } from './instance.ts'
import type { Turns } from './turns.ts'

type Given = Omit<TellExercisesDeps, 'wait' | 'exercises'> & {
  readonly exercises: Pick<ExerciseStore, 'changesSince' | 'save'>
  readonly posts: Pick<PostStore, 'all'>
  readonly settings: SettingStore
}

/** What a look at the exercises led to; null when another instance is telling people. */
export interface ExercisesLook {
  readonly requests: { readonly sent: number; readonly failed: number }
  readonly chases: { readonly sent: number; readonly failed: number }
}

export interface ExercisesJob {
  /** @param everything also asks the silent again, which otherwise is looked at now and then */
  (everything?: boolean): Promise<ExercisesLook | null>
  /** Ends when nothing is being sent. */
  idle(): Promise<void>
}

/** The counts alone: what was told has names and notes that are nobody's who only starts the job. */
const countsOf = ({ sent, failed }: ExercisesLook['requests']) => ({ sent, failed })

/** Looks after which the silent are looked at again, where no exercise changed. */
const chaseEvery = 60

/**
 * Looks at what changed in the exercises, tells who is to be told, and asks the silent again. In turn with everything
 * else that writes into chats; the lock of the reminders keeps instances apart, and quiet hours are kept.
 * @param stopping asked before each message; true ends it, and the next look goes on
 */
export function exercisesJob(
  deps: () => Promise<Given>,
  log: Logger,
  stopping: () => boolean,
  turns: Turns,
): ExercisesJob {
  const seen = seenExercises()
  const settled = new Set<string>()
  let looks = 0
  let again = true
  let last: Promise<unknown> = Promise.resolve()
  const look = async (everything: boolean): Promise<ExercisesLook | null> => {
    const given = { ...(await deps()), wait }
    const changed = await seen.read(given.exercises)
    looks += 1
    if (!everything && !changed && !again && looks % chaseEvery !== 0) return nothingToTell
    again = true
    const run = crypto.randomUUID()
    const lock = await takeRunLock({ ...given, process: thisProcess(), isGone }, run)
    if (!lock.ok) return null
    const may = async () => !stopping() && (await lock.lease.keep())
    const told = await tellAll(given, { run, settled, may, rows: seen.rows() }).finally(() =>
      lock.lease.release(),
    )
    for (const row of told.rows) seen.put(row)
    again = told.requests.failed > 0
    const counts = { told: told.requests.sent, askedAgain: told.chases.sent }
    if (counts.told + counts.askedAgain > 0) log.info(counts, 'people were told about exercises')
    return { requests: countsOf(told.requests), chases: countsOf(told.chases) }
  }
  const job = (everything = false) => {
    const mine = turns(() => look(everything))
    last = mine.catch(() => undefined)
    return mine
  }
  const idle = async () => {
    await last
  }
  return Object.assign(job, { idle })
}

const none = { sent: 0, failed: 0 }
const nothingToTell: ExercisesLook = { requests: none, chases: none }

async function tellAll(
  given: Given & { readonly wait: typeof wait },
  input: {
    readonly run: string
    readonly rows: readonly Stored<Exercise>[]
    readonly settled: Set<string>
    may(): Promise<boolean>
  },
) {
  const [now, today, posts, stored] = await Promise.all([
    given.clock.now(),
    given.clock.today(),
    given.posts.all(),
    given.settings.all(),
  ])
  const settings = stored.rows.map(({ value }) => value)
  const { daysOff, policies } = reminderSettingsOf(settings)
  const full = { ...input, posts: posts.rows.map(({ value }) => value), settings, daysOff, today }
  const requests = await tellRequests(given, full)
  // Whoever asked waits for an answer; whoever is silent is left alone in quiet hours.
  const quiet = closedNow({ daysOff, time: ukTime(now) }, policies.rules, today) !== null
  const chases = quiet ? { ...none, rows: [] } : await chaseSilent(given, full)
  return { requests, chases, rows: chases.rows }
}

/** The exercises as they were read last; only what changed is asked for. */
function seenExercises() {
  const rows = new Map<string, Stored<Exercise>>()
  let token: string | null = null
  return {
    rows: () => [...rows.values()],
    put: (row: Stored<Exercise>) => void rows.set(row.id, row),
    /** True when something changed. */
    async read(exercises: Given['exercises']): Promise<boolean> {
      const changes = await exercises.changesSince(token)
      if (changes.restarted || token === null) rows.clear()
      for (const row of changes.rows) rows.set(row.id, row)
      for (const id of changes.removed) rows.delete(id)
      token = changes.token
      return changes.rows.length > 0
    },
  }
}

async function wait(milliseconds: number): Promise<void> {
  await timer(milliseconds)
}
