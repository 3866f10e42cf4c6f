import { Button, MessageBar, MessageBarBody, MessageBarTitle, mergeClasses } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import type { Post } from '../../../domain/post.ts'
import type { Doubt, Recommendation } from '../../../domain/recommendation.ts'
import { writePublished } from '../../../domain/report.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { deadlineWords } from '../../ui/deadlineWords.ts'
import { PaperText } from '../../ui/PaperText.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useToday } from '../../ui/services.tsx'
import { useShownFromTop } from '../../ui/useShownFromTop.ts'
import { ChangeHistory } from './ChangeHistory.tsx'
import { DueTimeline } from './DueTimeline.tsx'
import { ElementList } from './ElementList.tsx'
import type { RegisterItem } from './findRows.ts'
import { ProgressSection } from './ProgressSection.tsx'
import { sayDoubts, textBesideParts } from './paperParts.ts'
import { useDetailStyles } from './RecommendationDetail.styles.ts'

export interface RecommendationDetailProps {
  readonly item: RegisterItem
  readonly posts: ReadonlyMap<string, Post>
  readonly onSaved: (row: Stored<Recommendation>) => void
  readonly onClose: () => void
}

/** One recommendation: what is asked, by when, of whom, where the work stands, and how it came to be so. */
export function RecommendationDetail({ item, posts, onSaved, onClose }: RecommendationDetailProps) {
  const styles = useDetailStyles()
  const row = item.row.value
  return (
    <article className={styles.detail} aria-label={item.reference}>
      <div>
        <DetailHeading item={item} onClose={onClose} />
        <DetailFacts item={item} />
      </div>
      <Doubts doubts={row.doubts} />
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>What is asked</h3>
        <PaperText text={textBesideParts(row.text, row.elements)} />
        <ElementList elements={row.elements} progress={row.progress} />
      </section>
      <ProgressSection row={item.row} posts={posts} onSaved={onSaved} />
      <DueTimeline due={row.due} />
      <ChangeHistory history={row.history} posts={posts} />
    </article>
  )
}

function DetailHeading({ item, onClose }: { item: RegisterItem; onClose: () => void }) {
  const styles = useDetailStyles()
  const heading = useShownFromTop()
  return (
    <>
      <Button className={styles.back} appearance="subtle" icon={<ArrowLeftRegular />} onClick={onClose}>
        Back
      </Button>
      <div className={styles.heading}>
        <h2 className={styles.title} tabIndex={-1} ref={heading} style={{ outline: 'none' }}>
          {item.reference}
        </h2>
        <StatusBadge status={item.row.value.status} />
        <Button
          className={styles.close}
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label="Close"
          onClick={onClose}
        />
      </div>
      <div className={styles.report}>
        {item.report?.title ?? `Report ${item.row.value.reportKey} (not in the Reports list)`}
        {item.report && `, ${writePublished(item.report)}`}
      </div>
    </>
  )
}

function DetailFacts({ item }: { item: RegisterItem }) {
  const styles = useDetailStyles()
  const row = item.row.value
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
      <dd>{item.owner}</dd>
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
