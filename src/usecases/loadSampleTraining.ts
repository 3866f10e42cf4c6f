import type { Completion } from '../domain/completion.ts'
import type { PlaceDispute } from '../domain/dispute.ts'
import type { Feedback } from '../domain/feedback.ts'
import type { Requirement } from '../domain/requirement.ts'
import type { StaffMember } from '../domain/staff.ts'
import type { SampleCount } from './loadSample.ts'
import type { ListStore } from './ports.ts'

/** Who needs what, who is in which role, what they have finished, what they said of it, and disputes over places. */
export interface SampleTraining {
  readonly requirements: readonly Requirement[]
  readonly staff: readonly StaffMember[]
  readonly completions: readonly Completion[]
  readonly feedback: readonly Feedback[]
  readonly disputes: readonly PlaceDispute[]
}

export interface SampleTrainingPorts {
  readonly requirements: ListStore<Requirement>
  readonly staff: ListStore<StaffMember>
  readonly completions: ListStore<Completion>
  readonly feedback: ListStore<Feedback>
  readonly disputes: ListStore<PlaceDispute>
}

/**
 * Creates what is not there yet, in batches; a row that is there is never changed. The service counts the cover when it
 * sees the new rows. Throws `M365Error`; running it again creates the rest.
 */
export async function loadSampleTraining(
  sample: SampleTraining,
  ports: SampleTrainingPorts,
  tell: (count: SampleCount) => void,
): Promise<void> {
  tell(await createMissing('Requirements', ports.requirements, sample.requirements))
  tell(await createMissing('Staff', ports.staff, sample.staff))
  tell(await createMissing('Completions', ports.completions, sample.completions))
  tell(await createMissing('Feedback', ports.feedback, sample.feedback))
  tell(await createMissing('Disputes', ports.disputes, sample.disputes))
}

async function createMissing<T extends { readonly key: string }>(
  list: string,
  store: ListStore<T>,
  values: readonly T[],
): Promise<SampleCount> {
  const found = new Set((await store.all()).rows.map(({ value }) => value.key))
  let created = 0
  for (const attempt of await store.createMany(values.filter(({ key }) => !found.has(key)))) {
    if (!attempt.ok) throw attempt.error
    if (!attempt.value.already) created += 1
  }
  return { list, created, there: values.length - created }
}
