import { MessageBar, MessageBarBody, MessageBarTitle, mergeClasses } from '@fluentui/react-components'
import { type Doubt, type Recommendation, writeReference } from '../../../domain/recommendation.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { deadlineWords } from '../../ui/deadlineWords.ts'
import { writeOwner } from '../../ui/ownerWords.ts'
import { PaperText } from '../../ui/PaperText.tsx'
import { useToday } from '../../ui/services.tsx'
import { ChangeHistory } from './ChangeHistory.tsx'
import { DetailHeading } from './DetailHeading.tsx'
import { DueTimeline } from './DueTimeline.tsx'
import { ElementList } from './ElementList.tsx'
import { ProgressSection } from './ProgressSection.tsx'
import { sayDoubts, textBesideParts } from './paperParts.ts'
import { useDetailStyles } from './RecommendationDetail.styles.ts'
import type { RegisterRows } from './useRegisterRows.ts'

export interface RecommendationDetailProps {
  readonly row: Stored<Recommendation>
  readonly register: RegisterRows
  readonly onClose: () => void
}

/** One recommendation: what is asked, by when, of whom, where the work stands, and how it came to be so. */
export function RecommendationDetail({ row: stored, register, onClose }: RecommendationDetailProps) {
  const styles = useDetailStyles()
  const row = stored.value
  const { posts, replaceRow } = register
  return (
    <article className={styles.detail} aria-label={writeReference(row)}>
      <div>
        <DetailHeading
          row={row}
          report={register.reports.get(row.reportKey)?.value ?? null}
          onClose={onClose}
        />
        <DetailFacts row={row} posts={posts} />
      </div>
      <Doubts doubts={row.doubts} />
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>What is asked</h3>
        <PaperText text={textBesideParts(row.text, row.elements)} />
        <ElementList elements={row.elements} progress={row.progress} />
      </section>
      <ProgressSection row={stored} posts={posts} onSaved={replaceRow} />
      <DueTimeline due={row.due} />
      <ChangeHistory history={row.history} posts={posts} />
    </article>
  )
}

function DetailFacts({ row, posts }: { row: Recommendation; posts: RegisterRows['posts'] }) {
  const styles = useDetailStyles()
  const words = deadlineWords(row, useToday())
  return (
    <dl className={styles.facts}>
      <dt>Deadline</dt>
      <dd>
        <span className={styles.strong}>{words.deadline}</span>
        {words.left && (
          <>
            {', '}
            <span className={mergeClasses(words.overdue && styles.overdue)}>{words.left}</span>
          </>
        )}
        {words.extended && `, ${words.extended}`}
      </dd>
      <dt>Owner</dt>
      <dd>{writeOwner(row.ownerPost, posts)}</dd>
      {row.numberInferred && (
        <>
          <dt>Number</dt>
          <dd>{row.number} is inferred; the paper left it out</dd>
        </>
      )}
    </dl>
  )
}

function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  if (doubts.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Look at this</MessageBarTitle>
        <ul style={{ margin: 0, paddingLeft: '1.2em' }}>
          {sayDoubts(doubts).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
