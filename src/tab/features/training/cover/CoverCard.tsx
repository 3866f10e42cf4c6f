import { mergeClasses } from '@fluentui/react-components'
import { coveredOf, neededOf } from '../../../../domain/coverRollUps.ts'
import { writeFrequency } from '../../../../domain/requirementRules.ts'
import { CoverBar } from '../../../ui/CoverBar.tsx'
import { useTrainingPlace } from '../trainingPlace.ts'
import { useCoverStyles } from './CoverPage.styles.ts'
import { sayFigure, sayPercent } from './coverWords.ts'
import type { Covered } from './useCover.ts'

/** Below this a card asks for a look; what a recommendation asks for stands on its own page. */
const lookBelow = 0.9

/** One requirement and how far it is met. */
export function CoverCard({ covered: { row, figure } }: { covered: Covered }) {
  const styles = useCoverStyles()
  const { openRequirement } = useTrainingPlace('cover')
  const { key, title, because } = row.value
  const isShort = figure !== null && coveredOf(figure.counts) < neededOf(figure.counts) * lookBelow
  return (
    <article className={mergeClasses(styles.card, isShort && styles.short)}>
      <div className={styles.cardTop}>
        <button type="button" className={styles.linkLike} onClick={() => openRequirement(key)}>
          {title}
        </button>
        {figure && <span className={styles.figure}>{sayPercent(figure.counts)}</span>}
      </div>
      {figure ? (
        <>
          <CoverBar counts={figure.counts} />
          <span>{sayFigure(figure)}</span>
        </>
      ) : (
        <span className={styles.small}>Not counted yet: the service does it within a minute or two.</span>
      )}
      <span className={styles.small}>
        {firstUpper(writeFrequency(row.value))}
        {because && `, because of ${because}`}
      </span>
    </article>
  )
}

function firstUpper(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
