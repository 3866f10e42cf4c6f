import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useToday } from '../../../ui/services.tsx'
import { columns } from './columns.tsx'
import { GridHead } from './GridHead.tsx'
import { GridRow } from './GridRow.tsx'
import type { Line } from './lines.ts'
import { moveInGrid, type Place } from './moveInGrid.ts'
import { heights, useGridStyles } from './RegisterGrid.styles.ts'
import type { Selection } from './selection.ts'
import type { ColumnName, RegisterView } from './view.ts'

export interface RegisterGridProps {
  readonly lines: readonly Line[]
  readonly view: RegisterView
  readonly words: readonly string[]
  /** Null where this person may change none of the rows. */
  readonly selection: Selection | null
  /** How many rows are shown, folded ones too. */
  readonly shownRows: number
  readonly onChoose: (choose: 'one' | 'range' | 'all' | 'none', id: string | null) => void
  readonly onOpen: (id: string) => void
  readonly onToggle: (groupId: string) => void
  readonly onSort: (by: ColumnName) => void
}

/** A table with these roles is the pattern's own example, which the linter takes for a mistake. */
const roles: Readonly<Record<'grid' | 'treegrid', React.AriaRole>> = { grid: 'grid', treegrid: 'treegrid' }

/** Not known to the linter for tables, whose role it does not read. */
const severalChosen = { 'aria-multiselectable': true }

const tickWidth = 40

/**
 * The register as a grid. Only the lines in view are in the page, so it says itself how many there are. The line
 * with the focus is always drawn, or a scroll would take the focus away. A change of density needs a new grid: heights
 * are worked out once.
 */
export function RegisterGrid(props: RegisterGridProps) {
  const { lines, view, words, selection, onChoose, onOpen, onToggle, onSort } = props
  const styles = useGridStyles()
  const today = useToday()
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useGridFocus(lines, view.dense, scroller)
  const template = [
    ...(selection ? [`${tickWidth}px`] : []),
    ...view.columns.map((name) => columns[name].width),
  ].join(' ')
  const least = view.columns.reduce((sum, name) => sum + columns[name].least, selection ? tickWidth : 0)
  const press = useCallback(
    (line: Line) => {
      if (line.kind === 'row') onOpen(line.id)
      if (line.kind === 'group') onToggle(line.id)
    },
    [onOpen, onToggle],
  )
  const choose = useCallback(
    (line: Line, range: boolean) => onChoose(range ? 'range' : 'one', line.id),
    [onChoose],
  )
  const keys = (event: KeyboardEvent) => {
    const { at } = grid
    const move = moveInGrid(event, lines, at, view.columns.length, selection !== null)
    if (!move) return
    event.preventDefault()
    const line = lines[at.line]
    const target = lines[move.to ?? at.line]
    if (move.choose) onChoose(move.choose, target?.kind === 'row' ? target.id : null)
    if (move.toggle && line?.kind === 'group') onToggle(line.id)
    else if (move.act && line) press(line)
    else if (move.to !== undefined) grid.focus({ line: move.to, cell: at.cell })
    else if (move.cell !== undefined) grid.focus({ line: at.line, cell: move.cell })
  }
  const keyRef = useRef(keys)
  keyRef.current = keys
  const onKeyDown = useCallback((event: KeyboardEvent) => keyRef.current(event), [])
  const chosen = selection && allChosen(selection.ids.size, props.shownRows)
  return (
    <div className={styles.scroller} ref={scroller}>
      <table
        role={view.group === 'none' ? roles.grid : roles.treegrid}
        aria-label="Recommendations"
        aria-rowcount={lines.length + 1}
        {...(selection && severalChosen)}
        className={styles.table}
        style={{ minWidth: least }}
      >
        <GridHead
          shown={view.columns}
          sort={view.sort}
          template={template}
          onSort={onSort}
          chosen={chosen}
          onChooseAll={() => onChoose('all', null)}
        />
        <tbody className={styles.body} style={{ height: grid.virtualizer.getTotalSize() }}>
          {grid.virtualizer.getVirtualItems().map(({ index, start, size }) => {
            const line = lines[index]
            if (!line) return null
            return (
              <GridRow
                key={line.id}
                {...{ line, index, template, words, today, onKeyDown }}
                {...{ offset: start, height: size, shown: view.columns, dense: view.dense }}
                grouped={view.group !== 'none'}
                chosen={selection ? selection.ids.has(line.id) : null}
                focused={index === grid.at.line ? grid.at.cell : undefined}
                onFocus={grid.onFocus}
                onPress={press}
                onChoose={choose}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function allChosen(chosen: number, shown: number): boolean | 'mixed' {
  if (chosen === 0) return false
  return chosen >= shown ? true : 'mixed'
}

function useGridFocus(lines: readonly Line[], dense: boolean, scroller: RefObject<HTMLDivElement | null>) {
  const [place, setPlace] = useState<Place>({ line: 0, cell: null })
  const line = Math.min(place.line, Math.max(lines.length - 1, 0))
  const at: Place = { line, cell: lines[line]?.kind === 'row' ? place.cell : null }
  const virtualizer = useFixedLines(lines, dense, at.line, scroller)
  const wanted = useRef<Place | null>(null)
  const focus = (next: Place) => {
    wanted.current = next
    setPlace(next)
    virtualizer.scrollToIndex(next.line)
  }
  const onFocus = useCallback(
    (index: number, cell: number | null) =>
      setPlace((now) => (now.line === index && now.cell === cell ? now : { line: index, cell })),
    [],
  )
  useEffect(() => {
    const next = wanted.current
    if (!next || next.line !== place.line) return
    wanted.current = null
    const row = scroller.current?.querySelector<HTMLElement>(`tr[data-index="${next.line}"]`)
    const cell = next.cell === null ? null : row?.querySelector<HTMLElement>(`[data-cell="${next.cell}"]`)
    ;(cell ?? row)?.focus({ preventScroll: cell === null })
  }, [place, scroller])
  return { at, virtualizer, focus, onFocus }
}

function useFixedLines(
  lines: readonly Line[],
  dense: boolean,
  active: number,
  scroller: RefObject<HTMLDivElement | null>,
): Virtualizer<HTMLDivElement, Element> {
  // A new function makes all places anew, which is wanted for new lines and not for each step of a scroll.
  const getItemKey = useCallback((index: number) => lines[index]?.id ?? index, [lines])
  return useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) =>
      lines[index]?.kind === 'row' ? (dense ? heights.dense : heights.comfortable) : heights.group,
    getItemKey,
    overscan: 6,
    scrollPaddingStart: heights.head,
    initialRect: { width: 1000, height: 800 },
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(startIndex - overscan, 0)
      const to = Math.min(endIndex + overscan, count - 1)
      const indexes = Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => from + index)
      if (count === 0) return indexes
      return active < from ? [active, ...indexes] : active > to ? [...indexes, active] : indexes
    },
  })
}
