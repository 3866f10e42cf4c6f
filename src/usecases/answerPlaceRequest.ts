import type { Exercise } from '../domain/exercise.ts'
import { requestDeciders } from '../domain/exerciseMessages.ts'
import { answerRequest, type RequestRefusal } from '../domain/placeRequests.ts'
import type { Person } from '../domain/roles.ts'
import { changeExercise, type ExerciseChanged } from './changeExercise.ts'
import type { Clock, ExerciseStore, PostStore } from './ports.ts'

export interface AnswerPlaceDeps {
  readonly exercises: Pick<ExerciseStore, 'get' | 'save'>
  readonly posts: Pick<PostStore, 'all'>
  readonly clock: Clock
}

export interface PlacePress {
  /** List item of the exercise. */
  readonly exercise: string
  /** Whoever asked. */
  readonly person: string
  readonly agreed: boolean
  readonly answer: string
  /** Whom the channel vouches for. A card does not know app roles: who decides follows from the post. */
  readonly actor: Pick<Person, 'objectId' | 'name'>
}

/** Takes the answer to a question for a place from a card. Throws `M365Error`. */
export async function answerPlaceRequest(
  deps: AnswerPlaceDeps,
  { exercise: id, person, agreed, answer, actor }: PlacePress,
): Promise<ExerciseChanged<RequestRefusal>> {
  const [row, posts] = await Promise.all([deps.exercises.get(id), deps.posts.all()])
  const values = posts.rows.map(({ value }) => value)
  const decides = requestDeciders(row.value, values).some(({ objectId }) => objectId === actor.objectId)
  if (!decides) return { ok: false, code: 'not-a-coordinator', row }
  const known: Person = { ...actor, signInName: '', roles: ['Coordinator'] }
  const rule = (exercise: Exercise, act: { readonly actor: Person; readonly at: string }) =>
    answerRequest(exercise, { person, agreed, answer }, { ...act, via: 'card' })
  return changeExercise(deps, { row, actor: known, rule })
}
