import { type Recommendation, writeReference } from '../../../domain/recommendation.ts'
import { mayManage } from '../../../domain/roles.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { PaperText } from '../../ui/PaperText.tsx'
import { useServices } from '../../ui/services.tsx'
import { DetailHeading } from './DetailHeading.tsx'
import { DecisionBar } from './decisions/DecisionBar.tsx'
import { DecisionButton } from './decisions/DecisionButton.tsx'
import { DecisionsProvider } from './decisions/DecisionsProvider.tsx'
import { ProgressSection } from './ProgressSection.tsx'
import { textBesideParts } from './paperParts.ts'
import { useDetailStyles } from './RecommendationDetail.styles.ts'
import { AttentionSection } from './sections/AttentionSection.tsx'
import { ChangeHistory } from './sections/ChangeHistory.tsx'
import { DueTimeline } from './sections/DueTimeline.tsx'
import { ElementList } from './sections/ElementList.tsx'
import { EvidenceSection } from './sections/EvidenceSection.tsx'
import { FactsSection } from './sections/FactsSection.tsx'
import { LinksSection } from './sections/LinksSection.tsx'
import { TrainingSection } from './sections/TrainingSection.tsx'
import type { RegisterRows } from './useRegisterRows.ts'

export interface RecommendationDetailProps {
  readonly row: Stored<Recommendation>
  readonly register: RegisterRows
  readonly onClose: () => void
}

/** One recommendation: what is asked, by when, of whom, where the work stands, and how it came to be so. */
export function RecommendationDetail({ row: stored, register, onClose }: RecommendationDetailProps) {
  const styles = useDetailStyles()
  const { me } = useServices()
  const row = stored.value
  const { posts, reports, replaceRow } = register
  return (
    <article className={styles.detail} aria-label={writeReference(row)}>
      <DecisionsProvider row={stored} register={register}>
        <div>
          <DetailHeading row={row} report={reports.get(row.reportKey)?.value ?? null} onClose={onClose} />
          <DecisionBar row={row} />
          <FactsSection row={row} register={register} />
        </div>
        <AttentionSection row={row} register={register} />
        <section className={styles.section}>
          <div className={styles.sectionHead}>
            <h3 className={styles.sectionTitle}>What is asked</h3>
            <DecisionButton form="correct" label="Correct" about="what is asked" size="small" onlyIfAllowed />
          </div>
          <PaperText text={textBesideParts(row.text, row.elements)} />
          <ElementList row={row} />
        </section>
        <ProgressSection row={stored} posts={posts} onSaved={replaceRow} />
        <EvidenceSection row={row} />
        {(row.restsOn.length > 0 || mayManage(me)) && <TrainingSection row={row} />}
        <DueTimeline row={row} />
        <LinksSection row={row} register={register} />
        <ChangeHistory row={stored} posts={posts} />
      </DecisionsProvider>
    </article>
  )
}
