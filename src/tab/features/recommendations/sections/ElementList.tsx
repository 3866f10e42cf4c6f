import { deriveFromElements } from '../../../../domain/elements.ts'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import { isImplemented } from '../../../../domain/statusWords.ts'
import { StatusBadge } from '../../../ui/StatusBadge.tsx'
import { withKeys } from '../../../ui/withKeys.ts'
import { DecisionButton } from '../decisions/DecisionButton.tsx'
import { isSaidInProgress } from '../paperParts.ts'
import { useDetailStyles } from '../RecommendationDetail.styles.ts'

/** The numbered parts of a recommendation, each with its own status and comment, and what they amount to. */
export function ElementList({ row }: { row: Recommendation }) {
  const styles = useDetailStyles()
  const { elements, progress } = row
  if (elements.length === 0) return null
  return (
    <>
      <ol className={styles.plainList} aria-label="Parts">
        {withKeys(elements, (one) => one.label).map(({ key, thing: element }, index) => (
          <li key={key} className={styles.element}>
            <span className={styles.elementLabel}>{element.label}</span>
            <div className={styles.elementText}>
              {element.text}
              {element.comment && !isSaidInProgress(element.comment, progress) && (
                <div className={styles.quiet}>{element.comment}</div>
              )}
            </div>
            <div className={styles.elementStatus}>
              {element.status && <StatusBadge status={element.status} />}
              <DecisionButton
                form="set-element"
                label="Edit"
                preset={{ index: String(index), name: `${element.label} ${element.text}`.trim() }}
                about={`part ${element.label}`}
                appearance="subtle"
                size="small"
                onlyIfAllowed
              />
            </div>
          </li>
        ))}
      </ol>
      <Derived row={row} />
    </>
  )
}

/** What the parts amount to together: a suggestion, never the status itself. */
function Derived({ row }: { row: Recommendation }) {
  const styles = useDetailStyles()
  const given = row.elements.filter(({ status }) => status !== null).length
  if (given === 0) return null
  const derived = deriveFromElements(row.elements, row.status)
  if (derived === null)
    return (
      <div className={styles.quiet}>
        {given} of {row.elements.length} parts have a status of their own; nothing follows from them until all
        have.
      </div>
    )
  const agrees = derived === row.status || (isImplemented(derived) && isImplemented(row.status))
  return (
    <div className={styles.derived}>
      The parts together suggest <StatusBadge status={derived} size="small" />
      {agrees ? ', as it is' : `; it is ${row.status}, because people decide`}: it is green when every part
      is, else as the worst of them.
    </div>
  )
}
