import type { IsoDate } from '../domain/calendarDays.ts'
import { type PlanDeps, readDueWork } from './planReminderRun.ts'
import type { DeadlineLine } from './ports.ts'

/** What a person would be reminded of on a day, whether or not a card was sent. Throws `M365Error`. */
export async function findDueForPerson(
  deps: Omit<PlanDeps, 'ledger'>,
  input: { readonly objectId: string; readonly today: IsoDate },
): Promise<readonly DeadlineLine[]> {
  const work = await readDueWork(deps, input.today)
  return work.recipients.find(({ person }) => person.objectId === input.objectId)?.lines ?? []
}
