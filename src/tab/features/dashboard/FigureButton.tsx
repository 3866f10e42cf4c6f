import { type Figure, writeFigure } from '../../../domain/figures.ts'
import { useNavigation } from '../../ui/navigation.tsx'
import { usePanelStyles } from './Panel.styles.ts'

/** Opens the register with the rows behind a figure. */
export function useOpenFigure(): (figure: Figure) => void {
  const { open } = useNavigation()
  return (figure) =>
    open('recommendations', null, new URLSearchParams({ figure: writeFigure(figure) }).toString())
}

/** A number that opens the rows behind it. Nothing is behind a zero, so that is only a number. */
export function FigureButton({ count, figure, says }: { count: number; figure: Figure; says: string }) {
  const styles = usePanelStyles()
  const openFigure = useOpenFigure()
  if (count === 0) return <>0</>
  return (
    <button
      type="button"
      className={styles.figure}
      aria-label={`${count}, ${says}: open these rows`}
      onClick={() => openFigure(figure)}
    >
      {count}
    </button>
  )
}
