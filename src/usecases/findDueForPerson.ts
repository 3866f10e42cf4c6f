import type { IsoDate } from '../domain/calendarDays.ts'
import { type PlanDeps, planOf, readDueWork, titlesOf, withTitle } from './planReminderRun.ts'
import type { DeadlineLine } from './ports.ts'

/** What a person would be reminded of on a day, whether or not a card was sent. Throws `M365Error`. */
export async function findDueForPerson(
  deps: Omit<PlanDeps, 'ledger'>,
  input: { readonly objectId: string; readonly today: IsoDate },
): Promise<readonly DeadlineLine[]> {
  const work = await readDueWork(deps, { today: input.today })
  const plan = planOf(work, [])
  const titles = titlesOf(work)
  const lines = [
    ...plan.messages.flatMap(({ person, digest }) => digest.map((line) => ({ person, line }))),
    ...plan.notSent,
  ]
  return lines
    .filter(({ person }) => person.objectId === input.objectId)
    .map(({ line }) => withTitle(line, titles))
}
