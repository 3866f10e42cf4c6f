import type { FeedbackStage } from '../../../../../domain/feedback.ts'
import {
  type FeedbackSummary,
  fewestAnswers,
  type RatingSpread,
} from '../../../../../domain/feedbackRules.ts'
import { questionWords } from '../../../../../domain/feedbackWords.ts'
import { useInformationStyles } from '../Information.styles.ts'
import { useQualityStyles } from './Quality.styles.ts'

/** What people said, or that too few have said anything yet. */
export function FeedbackView(props: { readonly stage: FeedbackStage; readonly summary: FeedbackSummary }) {
  const { stage, summary } = props
  const styles = useQualityStyles()
  const frame = useInformationStyles()
  if (!summary.shown) return <p className={frame.quiet}>{sayTooFew(summary.answers)}</p>
  return (
    <>
      <div className={styles.ratings}>
        {summary.ratings.map((rating) => (
          <Rating key={rating.question} rating={rating} words={questionWords[stage][rating.question]} />
        ))}
      </div>
      {summary.comments.length > 0 && (
        <ul className={frame.plainList} aria-label="In their own words">
          {summary.comments.map((comment) => (
            <li key={comment}>
              <blockquote className={styles.quote}>{comment}</blockquote>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Why nothing is shown yet. */
export function sayTooFew(answers: number): string {
  if (answers === 0) return 'Nobody has answered yet.'
  const people = answers === 1 ? 'One person has' : `${answers} people have`
  return `${people} answered. What they said is shown from ${fewestAnswers} answers on, so that nobody can be known by theirs.`
}

function Rating({ rating, words }: { readonly rating: RatingSpread; readonly words: string }) {
  const styles = useQualityStyles()
  const most = Math.max(1, ...rating.spread)
  const inWords = rating.spread.map((count, index) => `${index + 1}: ${count}`).join(', ')
  return (
    <div className={styles.rating}>
      <span>{words}</span>
      <div className={styles.spread} role="img" aria-label={`From 1, no, to 5, yes. ${inWords}`}>
        {rating.spread
          .map((count, index) => ({ count, value: index + 1 }))
          .map(({ count, value }) => (
            <div key={value} className={styles.piece}>
              <div className={styles.bin}>
                <div className={styles.fill} style={{ height: `${(100 * count) / most}%` }} />
              </div>
              {value} ({count})
            </div>
          ))}
      </div>
      <span className={styles.mean}>{rating.mean === null ? '–' : `${rating.mean.toFixed(1)} of 5`}</span>
    </div>
  )
}
