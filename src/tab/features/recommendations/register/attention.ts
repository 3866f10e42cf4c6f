import { type AttentionCode, attentionOf } from '../../../../domain/attention.ts'
import { addDays, type IsoDate } from '../../../../domain/calendarDays.ts'
import type { Post } from '../../../../domain/post.ts'
import { type DueBand, gatherAround, type Surroundings, standingOf } from '../../../../domain/rowFacts.ts'
import { divergenceOf } from '../../../../domain/statusSuggestion.ts'
import { type RegisterItem, searchTextOf } from './items.ts'

/** What a row may need a look for: what the rules say, and two things more. */
export type LookFor = AttentionCode | 'diverges' | 'doubt'

/** What stands beside the rows of the register, and what each of them needs a look for. */
export interface Around extends Surroundings {
  looksOf(item: RegisterItem): readonly LookFor[]
  /** The band of a row's deadline, as the domain has it. */
  dueOf(item: RegisterItem): DueBand | null
}

/** Gathers it. What rows need a look for is worked out only when somebody asks, and then once. */
export function aroundOf(
  items: readonly RegisterItem[],
  posts: ReadonlyMap<string, Post>,
  today: IsoDate,
): Around {
  const known = new Map<RegisterItem, readonly LookFor[]>()
  const rows = items.map((item) => item.row.value)
  const reports = new Set(items.flatMap(({ report }) => report ?? []))
  const around = gatherAround(rows, [...reports], [...posts.values()], today)
  const work = ({ row }: RegisterItem): readonly LookFor[] => {
    const codes = attentionOf(row.value, around, today).map(({ code }) => code)
    return [
      ...(divergenceOf(row.value, today) ? (['diverges'] as const) : []),
      ...codes,
      ...(row.value.doubts.length > 0 ? (['doubt'] as const) : []),
    ]
  }
  return {
    ...around,
    dueOf: dueBandsOn(today),
    looksOf(item) {
      const looks = known.get(item) ?? work(item)
      known.set(item, looks)
      return looks
    },
  }
}

/** The same bands as `dueBandOf`, by comparing days as text: asked of 30,000 rows, counting days would take too long. */
function dueBandsOn(today: IsoDate): (item: RegisterItem) => DueBand | null {
  const ends = ([30, 60, 90] as const).map((days) => [addDays(today, days), `${days}`] as const)
  return ({ row, deadline }) => {
    if (standingOf(row.value) !== 'open') return null
    if (deadline === null) return 'no-date'
    if (deadline < today) return 'overdue'
    return ends.find(([day]) => deadline <= day)?.[1] ?? 'later'
  }
}

/** Works out, while the browser has nothing else to do, what search and filters will ask. Returns how to stop it. */
export function prepareWhenIdle(items: readonly RegisterItem[], around: Around): () => void {
  if (typeof window.requestIdleCallback !== 'function') return () => undefined
  let next = 0
  const work = (idle: IdleDeadline) => {
    for (let item = items[next]; item && idle.timeRemaining() > 1; item = items[next]) {
      searchTextOf(item)
      around.looksOf(item)
      next += 1
    }
    if (next < items.length) handle = window.requestIdleCallback(work)
  }
  let handle = window.requestIdleCallback(work)
  return () => window.cancelIdleCallback(handle)
}

/** The same as the filter says it. */
export const lookLabels: Readonly<Record<LookFor, string>> = {
  diverges: 'Status differs from what the rules suggest',
  'no-next-date': 'Milestone met, no next date',
  'no-deadline': 'No deadline set',
  'no-owner': 'No owner',
  'vacant-owner': 'Owner post vacant',
  'unknown-owner': 'Owner post not in the list of posts',
  'white-without-counterparty': 'WHITE: no counterparty',
  'white-without-product': 'WHITE: nothing said of what is awaited',
  'white-without-next-chase': 'WHITE: no next chase',
  'chase-due': 'WHITE: chase is due',
  'white-for-years': 'WHITE for years',
  'red-without-rationale': 'RED without a rationale',
  'green-without-evidence': 'Green without evidence',
  'green-without-sign-off': 'Green without sign-off',
  'cover-fell': 'Green, training has fallen',
  'sign-off-waiting': 'Sign-off waits for an answer',
  'demonstration-over': 'Demonstration period over',
  'demonstration-not-agreed': 'Demonstration over, never agreed',
  'aligned-deadlines-differ': 'Aligned deadlines differ',
  'depends-on-open-row': 'Depends on an open row',
  'applies-undecided': 'Not decided whether it applies',
  'inspectorate-behind': 'Inspectorate has not closed it yet',
  'inspectorate-disagrees': 'Inspectorate says otherwise',
  doubt: 'Doubts from reading the paper',
}
