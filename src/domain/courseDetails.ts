import type { Change } from './recommendation.ts'

export const frequencyKinds = ['once', 'every', 'rotational', 'as needed'] as const
export type FrequencyKind = (typeof frequencyKinds)[number]

/** Something that is taught from, with whose it is. */
export interface Material {
  readonly title: string
  readonly owner: string
  readonly copyright: string
  /** Untrusted: only ever shown as a link to http or https. */
  readonly link: string
}

/** What the questions asked under the Freedom of Information Act want to know of a course. */
export interface CourseDetails {
  /** What follows when somebody fails; empty where it cannot be failed. */
  readonly ifFailed: string
  readonly groupSize: string
  readonly frequencyKind: FrequencyKind
  /** Months after which it is to be taken again; null when it is not. */
  readonly everyMonths: number | null
  /** Hours that it takes; null when nobody has said. */
  readonly hours: number | null
  readonly trainerQualification: string
  readonly materials: readonly Material[]
  readonly scenarios: readonly string[]
  readonly accreditation: string
  /** The subjects under which questions are asked: `domestic abuse`. */
  readonly themes: readonly string[]
  readonly withdrawn: boolean
  /** Oldest first. */
  readonly history: readonly Change[]
}

/** A course of which only the heading is known. */
export const undetailed: CourseDetails = {
  ifFailed: '',
  groupSize: '',
  frequencyKind: 'as needed',
  everyMonths: null,
  hours: null,
  trainerQualification: '',
  materials: [],
  scenarios: [],
  accreditation: '',
  themes: [],
  withdrawn: false,
  history: [],
}
