import { addDays, type IsoDate, ukDay } from '../domain/calendarDays.ts'
import { chasePolicyOf } from '../domain/chaseSettings.ts'
import type { Exercise } from '../domain/exercise.ts'
import { type Chase, chasesDue, withChased } from '../domain/exerciseChases.ts'
import {
  answeredKey,
  askedKey,
  type ExerciseMessage,
  factsOf,
  requestDeciders,
  sayChase,
} from '../domain/exerciseMessages.ts'
import type { Post } from '../domain/post.ts'
import type { Setting } from '../domain/setting.ts'
import type { DaysOff } from '../domain/workingDays.ts'
import type { ExerciseMessenger } from './exerciseMessaging.ts'
import type { Addressee, Clock, ExerciseStore, Stored } from './ports.ts'
import { type SendOnceDeps, type SentOnce, sendOnce } from './sendOnce.ts'

export interface TellExercisesDeps extends SendOnceDeps {
  readonly exercises: Pick<ExerciseStore, 'save'>
  readonly messenger: ExerciseMessenger
  readonly clock: Clock
}

export interface TellExercisesInput {
  readonly rows: readonly Stored<Exercise>[]
  readonly posts: readonly Post[]
  readonly settings: readonly Setting[]
  readonly daysOff: DaysOff
  readonly today: IsoDate
  /** The name of the job's run. */
  readonly run: string
  /** Keys that are known to be settled, so that the ledger is not asked for them again; added to. */
  readonly settled: Set<string>
  /** Asked before each message; false ends it, and the next run goes on. */
  may(): Promise<boolean>
}

export interface ExercisesTold {
  readonly sent: number
  readonly failed: number
  /** Rows that were written, for whoever keeps them. */
  readonly rows: readonly Stored<Exercise>[]
}

/** Days for which an answer that nobody was told of is still told. */
const answersKept = 14

/**
 * Tells coordinators who asks for a place, and whoever asked the answer. Nobody is told twice. Throws `M365Error` when
 * the ledger cannot be read or written; then nothing was sent.
 */
export async function tellRequests(
  deps: TellExercisesDeps,
  input: TellExercisesInput,
): Promise<ExercisesTold> {
  const tally = { sent: 0, failed: 0 }
  for (const { to, message, key } of requestMessages(input)) {
    if (input.settled.has(key)) continue
    if (!(await input.may())) break
    const told = await tellOne(deps, input, { to, message, key, why: '' })
    if (told.state === 'failed') tally.failed += 1
    else input.settled.add(key)
    if (told.state === 'sent') tally.sent += 1
  }
  return { ...tally, rows: [] }
}

interface Outgoing {
  readonly to: Addressee
  readonly message: ExerciseMessage
  readonly key: string
}

function requestMessages({ rows, posts, today }: TellExercisesInput): readonly Outgoing[] {
  const oldest = addDays(today, -answersKept)
  return rows.flatMap(({ id, value }) =>
    value.requests.flatMap((request): readonly Outgoing[] => {
      const exercise = factsOf(id, value)
      if (request.state === 'asked') {
        if (value.date < today || value.status === 'cancelled') return []
        const { person, personName, note, at } = request
        const message = { kind: 'exercise-asked', exercise, person, personName, note, at } as const
        return requestDeciders(value, posts).map((to) => ({
          ...{ to, message, key: askedKey(value, request, to.objectId) },
        }))
      }
      if (request.answeredAt === null || ukDay(request.answeredAt) < oldest) return []
      const { state, answer, answeredBy: by } = request
      const agreed = state === 'agreed'
      const message = { kind: 'exercise-answered', exercise, agreed, answer, by } as const
      const to = { objectId: request.person, name: request.personName }
      return [{ to, message, key: answeredKey(value, request) }]
    }),
  )
}

/**
 * Asks those again who have not answered, by the force's rhythm: a card inside the force, a mail outside. Each time is
 * written down on the exercise once it left, so that everybody sees when somebody was last asked. Throws `M365Error`.
 */
export async function chaseSilent(
  deps: TellExercisesDeps,
  input: TellExercisesInput,
): Promise<ExercisesTold> {
  const policy = chasePolicyOf(input.settings)
  const tally = { sent: 0, failed: 0 }
  const written: Stored<Exercise>[] = []
  for (const found of input.rows) {
    let row = found
    for (const chase of chasesDue(row.value, policy, input.today, input.daysOff)) {
      if (!(await input.may())) return { ...tally, rows: written }
      const told = await chaseOne(deps, input, row, chase)
      if (told.state === 'failed') {
        tally.failed += 1
        continue
      }
      if (told.state === 'sent') tally.sent += 1
      row = await writeDown(deps, row, chase)
    }
    if (row !== found) written.push(row)
  }
  return { ...tally, rows: written }
}

function chaseOne(
  deps: TellExercisesDeps,
  input: TellExercisesInput,
  { id, value }: Stored<Exercise>,
  chase: Chase,
): Promise<SentOnce> {
  const inside = chase.by === 'card'
  const objectId = inside ? chase.personRef || holderOf(input.posts, chase.address) : ''
  const { roles, required, daysLeft } = chase
  const why = sayChase(chase)
  const message: ExerciseMessage = {
    ...{ kind: 'exercise-chase', roles, required, daysLeft, why },
    // A link into the tab is of no use outside the force.
    exercise: factsOf(inside ? id : '', value),
    organiser: value.invitation?.organiserName ?? '',
  }
  const to = { objectId, name: chase.name, address: chase.address }
  return tellOne(deps, input, { to, message, key: chase.key, why })
}

/** People of the force are known by their posts where the roster does not say who they are. */
function holderOf(posts: readonly Post[], address: string): string {
  const wanted = address.toLowerCase()
  const all = posts.flatMap((post) => [post.holder, post.deputy, post.headOfUnit])
  return all.find((one) => one?.address.toLowerCase() === wanted)?.objectId ?? ''
}

async function tellOne(
  deps: TellExercisesDeps,
  { today, run }: TellExercisesInput,
  { to, message, key, why }: Outgoing & { readonly why: string },
): Promise<SentOnce> {
  const once = { key, rule: message.kind, to, day: today, run, why }
  return sendOnce(deps, once, (others, leaving) => deps.messenger.tell(to, message, others, leaving))
}

const triesOverOthers = 3

/** Where others keep saving the row it is left: the ledger knows, and the next run writes it down. */
async function writeDown(
  deps: TellExercisesDeps,
  found: Stored<Exercise>,
  chase: Chase,
): Promise<Stored<Exercise>> {
  const at = await deps.clock.now()
  let row = found
  for (let tries = 0; tries < triesOverOthers; tries += 1) {
    const next = withChased(row.value, chase, at)
    if (next === row.value) return row
    const saved = await deps.exercises.save(row, next)
    if (saved.ok) return saved.row
    row = saved.theirs
  }
  return row
}
