import { isIsoDate, lastDayOfMonth } from '../../../../domain/calendarDays.ts'
import type { Decision } from '../../../../domain/decide.ts'
import { appliesWords } from '../../../../domain/decisions.ts'
import { writeDeadline } from '../../../../domain/dueLedger.ts'
import type { Post } from '../../../../domain/post.ts'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import { writeOwner } from '../../../ui/ownerWords.ts'
import { appliesLabels, nothing } from './facets.ts'

/** What can be decided about many rows at once. */
export const bulkKinds = ['set-owner', 'move-deadline', 'set-applies', 'chased'] as const
export type BulkKind = (typeof bulkKinds)[number]

/** The same as the menu says it. */
export const bulkLabels: Readonly<Record<BulkKind, string>> = {
  'set-owner': 'Give them another owner',
  'move-deadline': 'Move their deadline',
  'set-applies': 'Say whether they apply to the force',
  chased: 'The body they wait for was asked again',
}

/** What stands in the fields of the form; each kind reads its own. */
export interface BulkValues {
  readonly kind: BulkKind
  readonly post: string
  readonly month: string
  readonly agreedBy: string
  readonly applies: string
  readonly on: string
  readonly nextChase: string
  readonly why: string
}

/** The form as it opens. */
export const emptyBulk: BulkValues = {
  ...{ kind: 'set-owner', post: '', month: '', agreedBy: '', applies: '', on: '', nextChase: '', why: '' },
}

/** The decision that the fields make, or what they still lack. */
export function readBulk(values: BulkValues): { readonly decision: Decision } | { readonly lacks: string } {
  const why = values.why.trim()
  if (values.kind !== 'chased' && why === '') return { lacks: 'Say why first' }
  switch (values.kind) {
    case 'set-owner':
      return { decision: { does: 'set-owner', post: values.post || null, why } }
    case 'set-applies': {
      const applies = appliesWords.find((word) => word === values.applies)
      return applies ? { decision: { does: 'set-applies', applies, why } } : { lacks: 'Choose first' }
    }
    case 'chased':
      if (!isIsoDate(values.on) || !isIsoDate(values.nextChase)) return { lacks: 'Choose both days first' }
      return { decision: { does: 'chased', on: values.on, nextChase: values.nextChase } }
    case 'move-deadline': {
      const [, year, month] = /^(\d{4})-(\d{2})$/.exec(values.month.trim()) ?? []
      if (!year || !month || !isIsoDate(`${year}-${month}-01`)) return { lacks: 'Choose a month first' }
      const date = lastDayOfMonth(Number(year), Number(month))
      return {
        decision: {
          ...{ does: 'move-deadline', date, precision: 'month', event: '', verb: 'now', purpose: '' },
          ...{ reason: why, agreedBy: values.agreedBy.trim(), reportedTo: [] },
        },
      }
    }
  }
}

/** What a decision is about in a row, in words, for showing it before and after. */
export function sayDecided(kind: BulkKind, row: Recommendation, posts: ReadonlyMap<string, Post>): string {
  switch (kind) {
    case 'set-owner':
      return writeOwner(row.ownerPost, posts)
    case 'move-deadline':
      return writeDeadline(row.due)
    case 'set-applies':
      return appliesLabels[row.applies ?? nothing] ?? ''
    case 'chased':
      return row.counterparty?.nextChase ? `next chase ${row.counterparty.nextChase}` : 'no next chase'
  }
}
