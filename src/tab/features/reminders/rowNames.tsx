import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import { writeReference } from '../../../domain/recommendation.ts'
import { useRows } from '../../ui/rows.tsx'
import { useServices } from '../../ui/services.tsx'

/** What people call the subject of a reminder, and the list item that it opens; null where the tab holds none. */
export interface SubjectName {
  readonly name: string
  readonly itemId: string | null
}

type NameOf = (key: string) => SubjectName

const NamesContext = createContext<NameOf>((key) => ({ name: key, itemId: null }))

/** Names subjects of reminders by key, from the rows that the tab holds. A key that it does not hold stays a key. */
export function RowNamesProvider({ children }: { children: ReactNode }) {
  const services = useServices()
  const rows = useRows('recommendations', services.recommendations).held
  const reports = useRows('reports', services.reports).held
  const byKey = useMemo(() => new Map((rows?.rows ?? []).map((row) => [row.value.key, row])), [rows])
  const titles = useMemo(
    () => new Map((reports?.rows ?? []).map(({ value }) => [value.key, value.title])),
    [reports],
  )
  const nameOf = useCallback<NameOf>(
    (key) => {
      const row = byKey.get(key)
      if (!row) return { name: titles.get(key) ?? key, itemId: titles.has(key) ? `report~${key}` : null }
      const title = titles.get(row.value.reportKey)
      const reference = writeReference(row.value)
      return { name: title ? `${reference}, ${title}` : reference, itemId: row.id }
    },
    [byKey, titles],
  )
  return <NamesContext value={nameOf}>{children}</NamesContext>
}

/** What people call the subject of a reminder. */
export function useRowNames(): NameOf {
  return useContext(NamesContext)
}
