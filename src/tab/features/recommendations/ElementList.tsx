import type { Element } from '../../../domain/recommendation.ts'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { withKeys } from '../../ui/withKeys.ts'
import { isSaidInProgress } from './paperParts.ts'
import { useDetailStyles } from './RecommendationDetail.styles.ts'

/** The numbered parts of a recommendation, each with the status the force gave it. */
export function ElementList({ elements, progress }: { elements: readonly Element[]; progress: string }) {
  const styles = useDetailStyles()
  if (elements.length === 0) return null
  return (
    <ol className={styles.plainList} aria-label="Parts">
      {withKeys(elements, (one) => one.label).map(({ key, thing: element }) => (
        <li key={key} className={styles.element}>
          <span className={styles.elementLabel}>{element.label}</span>
          <div className={styles.elementText}>
            {element.text}
            {element.comment && !isSaidInProgress(element.comment, progress) && (
              <div className={styles.quiet}>{element.comment}</div>
            )}
          </div>
          {element.status && (
            <div>
              <StatusBadge status={element.status} />
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
