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
 * The rows that a view leaves, as lines. With each letter the first rows found are drawn at once and the rest, with
 * everything that is counted, after them; each step is worked out anew only when something before it has changed.
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
  const narrowed = useMemo(() => narrow(sorted, wanted, around), [sorted, wanted, around])
  const isBehind = view.search !== search && beginsAtTheTop(view)
  const first = useMemo(() => {
    if (!isBehind) return null
    const beginning = searchIn(narrowed, view.search, firstRows)
    const more = { unreadable: [], group, folded, searching: view.search.trim() !== '', around }
    return linesOf({ all: items, found: beginning, ...more, beginning: true })
  }, [isBehind, searchIn, narrowed, view.search, items, group, folded, around])
  const shownSearch = first ? view.search : search
  const words = useMemo(() => wordsOf(shownSearch), [shownSearch])
  return { searched, found, lines: first ?? lines, statuses, words }
}

/** Rows that are found at once, more than a window shows; the rest is looked for when these are on the screen. */
const firstRows = 60

/** Whether the first rows found are the first that are shown: groups of another kind draw rows from everywhere. */
function beginsAtTheTop({ group, sort }: RegisterView): boolean {
  return group === 'none' || (group === 'report' && sort === null)
}

export type Found = ReturnType<typeof useFound>
