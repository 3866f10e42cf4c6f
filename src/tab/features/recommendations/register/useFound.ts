import { useDeferredValue, useMemo, useState } from 'react'
import type { UnreadableRow } from '../../../../usecases/ports.ts'
import type { Around } from './attention.ts'
import type { RegisterItem } from './items.ts'
import { linesOf } from './lines.ts'
import { type Choice, choicesOf, narrow } from './narrow.ts'
import { inOrder } from './order.ts'
import { createSearch, wordsOf } from './search.ts'
import type { RegisterView } from './view.ts'

interface Given {
  readonly items: readonly RegisterItem[]
  readonly unreadable: readonly UnreadableRow[]
  readonly around: Around
}

/**
 * The rows that a view leaves, as lines. What is typed is on the screen before the search is done; each step is
 * worked out anew only when something before it has changed.
 */
export function useFound(
  { items, unreadable, around }: Given,
  view: RegisterView,
  folded: ReadonlySet<string>,
) {
  const { sort, group } = view
  const search = useDeferredValue(view.search)
  const [searchIn] = useState(createSearch)
  const sorted = useMemo(() => inOrder(items, sort), [items, sort])
  const searched = useMemo(() => searchIn(sorted, search), [searchIn, sorted, search])
  const { chosen, from, to, figure } = view
  const wanted = useMemo(() => ({ chosen, from, to, figure }), [chosen, from, to, figure])
  const found = useMemo(() => narrow(searched, wanted, around), [searched, wanted, around])
  const searching = search.trim() !== ''
  const lines = useMemo(
    () => linesOf({ all: items, found, unreadable, group, folded, searching, around }),
    [items, found, unreadable, group, folded, searching, around],
  )
  const statuses = useMemo(
    (): readonly Choice[] =>
      choicesOf('status', narrow(searched, wanted, around, 'status'), around, wanted.chosen.status),
    [searched, wanted, around],
  )
  const words = useMemo(() => wordsOf(search), [search])
  return { searched, found, lines, statuses, words }
}

export type Found = ReturnType<typeof useFound>
