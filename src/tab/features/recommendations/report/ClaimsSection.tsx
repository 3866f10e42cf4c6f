import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { checkClaims, countSentence } from '../../../../domain/countSentences.ts'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import type { Report } from '../../../../domain/report.ts'
import { withKeys } from '../../../ui/withKeys.ts'
import { useDetailStyles } from '../RecommendationDetail.styles.ts'
import { sayClaimDifference } from './reportWords.ts'

/** The count as the paper's author typed it, as the register computes it, and where the two part. */
export function ClaimsSection({ report, rows }: { report: Report; rows: readonly Recommendation[] }) {
  const styles = useDetailStyles()
  const disagreements = checkClaims(report, rows)
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>The count</h3>
      <div>
        <div className={styles.quiet}>Computed from the register</div>
        <div className={styles.strong}>{countSentence(report, rows)}</div>
      </div>
      {report.claims.length > 0 && (
        <div>
          <div className={styles.quiet}>As typed in the paper</div>
          {withKeys(report.claims, (claim) => claim).map(({ key, thing }) => (
            <div key={key}>“{thing}”</div>
          ))}
        </div>
      )}
      {disagreements.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>The typed count disagrees</MessageBarTitle>
            {withKeys(disagreements, sayClaimDifference).map(({ key, thing }) => (
              <div key={key}>
                {report.claims.length > 1 && `“${thing.claim}” `}
                {sayClaimDifference(thing)}
              </div>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
    </section>
  )
}
