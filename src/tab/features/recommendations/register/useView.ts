import { useCallback, useEffect, useRef, useState } from 'react'
import { useNavigation } from '../../../ui/navigation.tsx'
import { type RegisterView, readView, writeView } from './view.ts'

/** Milliseconds without a change after which the address says what is shown; browsers refuse more than a few a second. */
const untilWritten = 300

/** What the register shows: read from the address, and written there as it changes, so that a link shows the same. */
export function useView() {
  const { query = '', showAs } = useNavigation()
  const [view, setView] = useState(() => readView(query))
  const ours = useRef(query)
  useEffect(() => {
    // Back, Forward, a link, or a figure of the overview: not what we wrote ourselves.
    if (query === ours.current) return
    ours.current = query
    setView(readView(query))
  }, [query])
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const show = useCallback(
    (next: RegisterView) => {
      setView(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        const written = writeView(next)
        if (written === ours.current) return
        ours.current = written
        showAs(written)
      }, untilWritten)
    },
    [showAs],
  )
  return { view, show }
}
