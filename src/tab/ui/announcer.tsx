import { makeStyles } from '@fluentui/react-components'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    // Where it would stand by itself, below the page, it would make the whole window scroll by a pixel.
    top: 0,
    left: 0,
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
})

const AnnouncerContext = createContext<(sentence: string) => void>(() => undefined)

/** One polite live region for the whole tab: it is there before anything is said, as screen readers need. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const styles = useStyles()
  const [said, setSaid] = useState({ sentence: '', turn: 0 })
  const say = useCallback((sentence: string) => setSaid(({ turn }) => ({ sentence, turn: turn + 1 })), [])
  return (
    <AnnouncerContext value={say}>
      {children}
      <div role="status" aria-live="polite" className={styles.hidden}>
        <span key={said.turn}>{said.sentence}</span>
      </div>
    </AnnouncerContext>
  )
}

/** Says a sentence to screen readers. */
export function useAnnounce(): (sentence: string) => void {
  return useContext(AnnouncerContext)
}
