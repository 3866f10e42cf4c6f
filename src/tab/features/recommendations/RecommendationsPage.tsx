import { mergeClasses } from '@fluentui/react-components'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Status } from '../../../domain/recommendation.ts'
import { Empty } from '../../ui/Empty.tsx'
import { useNavigation } from '../../ui/navigation.tsx'
import { RowsGate } from '../../ui/rows.tsx'
import { countStatuses, listEntries, searchRows } from './findRows.ts'
import { OpenedItem } from './OpenedItem.tsx'
import { usePageStyles } from './RecommendationsPage.styles.ts'
import { RegisterFilters } from './RegisterFilters.tsx'
import { RegisterList } from './RegisterList.tsx'
import { useRegister } from './useRegister.ts'

/** The register: every recommendation by report, and the one that is open beside it. */
export function RecommendationsPage() {
  const register = useRegister()
  return (
    <RowsGate lists={register.lists} what="the recommendations">
      {() => <Register register={register} />}
    </RowsGate>
  )
}

function useWanted() {
  const [search, setSearch] = useState('')
  const [statuses, setStatuses] = useState<ReadonlySet<Status>>(new Set())
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  const toggleStatus = useCallback((status: Status) => setStatuses((now) => toggled(now, status)), [])
  const toggleReport = useCallback((key: string) => setCollapsed((now) => toggled(now, key)), [])
  const clear = useCallback(() => {
    setSearch('')
    setStatuses(new Set())
  }, [])
  return { search, statuses, collapsed, setSearch, setCollapsed, toggleStatus, toggleReport, clear }
}

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}

function Register({ register }: { register: ReturnType<typeof useRegister> }) {
  const styles = usePageStyles()
  const { itemId, open } = useNavigation()
  const wanted = useWanted()
  const search = useDeferredValue(wanted.search)
  const listRef = useRef<HTMLElement>(null)
  const { items, unreadable } = register
  const { statuses, collapsed } = wanted
  const entries = useMemo(
    () => listEntries(items, unreadable, { search, statuses, collapsed }),
    [items, unreadable, search, statuses, collapsed],
  )
  const counts = useMemo(() => countStatuses(searchRows(items, search)), [items, search])
  const shown = entries.reduce((sum, entry) => sum + (entry.kind === 'report' ? entry.shown : 0), 0)
  const close = () => {
    open('recommendations')
    listRef.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus()
  }
  if (items.length === 0 && unreadable.length === 0) {
    return (
      <Empty title="The register is empty">
        No inspection paper has been read in yet. The board secretary or an administrator can import one; its
        recommendations then appear here by themselves.
      </Empty>
    )
  }
  return (
    <div className={styles.page}>
      <section
        className={mergeClasses(styles.list, itemId !== null && styles.listBeside)}
        aria-label="Register"
        ref={listRef}
      >
        <RegisterFilters
          wanted={wanted}
          counts={counts}
          shown={shown}
          total={items.length}
          reports={entries.filter((entry) => entry.kind === 'report').length}
          allReports={items.map((item) => item.row.value.reportKey)}
        />
        <RegisterList
          entries={entries}
          openId={itemId}
          onOpen={(id) => open('recommendations', id)}
          onToggle={wanted.toggleReport}
          onClear={wanted.clear}
        />
      </section>
      {itemId !== null && (
        <section className={styles.detail} aria-label="Open recommendation">
          <OpenedItem itemId={itemId} onClose={close} />
        </section>
      )}
    </div>
  )
}
