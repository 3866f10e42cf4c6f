import { type IsoDate, writeDate } from '../domain/calendarDays.ts'
import type { ReminderPlan } from '../domain/reminderLines.ts'
import { openPlan, type PlanDeps, planOf, type ReminderProposal } from './planReminderRun.ts'

/** What a day's run would do under rules that nobody has saved yet. */
export interface ReminderPreview {
  readonly plan: ReminderPlan
  readonly cards: number
  /** Names of those who would get one, in order. */
  readonly people: readonly string[]
  /** `On 16 June 2021 this would send 12 cards to 9 people: …` */
  readonly sentence: string
}

/**
 * Says what a run would do on a day if the rules were as proposed. Nothing is sent or saved; what was sent already is
 * taken into account. Throws `M365Error` when a list cannot be read.
 */
export async function previewReminders(
  deps: PlanDeps,
  input: { readonly today: IsoDate; readonly proposed: ReminderProposal },
): Promise<ReminderPreview> {
  const { work, book } = await openPlan(deps, input)
  const plan = planOf(work, book.marks())
  const people = [...new Set(plan.messages.map(({ person }) => person.name))].sort()
  const cards = plan.messages.length
  const what = `${cards} ${cards === 1 ? 'card' : 'cards'} to ${people.length} ${people.length === 1 ? 'person' : 'people'}`
  const whom = people.length === 0 ? '.' : `: ${people.join(', ')}.`
  return { plan, cards, people, sentence: `On ${writeDate(input.today)} this would send ${what}${whom}` }
}
