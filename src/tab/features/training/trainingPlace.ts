import { mayReadInformation, mayRunCourses, type Person } from '../../../domain/roles.ts'
import { useNavigation } from '../../ui/navigation.tsx'

/** The parts of the place, in the order of their tabs. */
export const trainingParts = [
  'mine',
  'catalogue',
  'runs',
  'venues',
  'cover',
  'completions',
  'information',
] as const
export type TrainingPart = (typeof trainingParts)[number]

/** Parts in which only some people find anything that they may do. */
const partsOfSome: Readonly<Partial<Record<TrainingPart, (person: Person) => boolean>>> = {
  completions: mayRunCourses,
  information: mayReadInformation,
}

/** The parts that a person is shown: those of use to them, and the one that a link has opened. */
export function partsFor(person: Person, opened: TrainingPart): readonly TrainingPart[] {
  return trainingParts.filter((part) => part === opened || (partsOfSome[part]?.(person) ?? true))
}

/** Where somebody is within the place. */
export interface TrainingLocation {
  readonly part: TrainingPart
  /** Key of the course, the run or the venue that is open; null when none is. */
  readonly opened: string | null
}

const partOfNoun: Readonly<Record<string, TrainingPart>> = {
  course: 'catalogue',
  run: 'runs',
  venue: 'venues',
  requirement: 'cover',
}

/**
 * Reads what stands after `#/training/`: the name of a part, or `course~pip2`, `run~pip2-2021-06-14`,
 * `venue~town-hall` for what is open in one. Anything else is the part that a person begins with.
 */
export function readTrainingItem(itemId: string | null, first: TrainingPart): TrainingLocation {
  const part = trainingParts.find((one) => one === itemId)
  if (part) return { part, opened: null }
  const [, noun = '', key] = /^([a-z]+)~(.+)$/.exec(itemId ?? '') ?? []
  const of = partOfNoun[noun]
  return of && key ? { part: of, opened: key } : { part: first, opened: null }
}

/** Where somebody is in Training, and how to get to its parts and what is in them. */
export function useTrainingPlace(first: TrainingPart = 'mine') {
  const { itemId, open } = useNavigation()
  return {
    ...readTrainingItem(itemId, first),
    openPart: (part: TrainingPart) => open('training', part, ''),
    openCourse: (key: string) => open('training', `course~${key}`),
    openRun: (key: string) => open('training', `run~${key}`),
    openVenue: (key: string) => open('training', `venue~${key}`),
    openRequirement: (key: string) => open('training', `requirement~${key}`),
  }
}
