import { makeStyles } from '@fluentui/react-components'
import { piecesOf } from './search.ts'

// The system's own colours for marked text: readable in every theme.
const useStyles = makeStyles({
  mark: { backgroundColor: 'Mark', color: 'MarkText', borderRadius: '2px' },
})

/** A text with what was searched for marked in it. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const styles = useStyles()
  if (words.length === 0) return text
  let at = 0
  return piecesOf(text, words).map((piece) => {
    const key = at
    at += piece.text.length
    return piece.hit ? (
      <mark key={key} className={styles.mark}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    )
  })
}
