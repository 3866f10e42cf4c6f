import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { Recommendation } from '../../../domain/recommendation.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { Empty } from '../../ui/Empty.tsx'
import { useNavigation } from '../../ui/navigation.tsx'
import { RowsGate } from '../../ui/rows.tsx'
import { useMyWorkStyles } from './MyWorkPage.styles.ts'
import { type MyWork, soonDays } from './sortMyWork.ts'
import { useMyWork } from './useMyWork.ts'
import { WaitingLists, type WaitingListsProps } from './WaitingLists.tsx'
import { WorkCard } from './WorkCard.tsx'

/** What the signed-in person has to see to: overdue, soon, later, and what rests. */
export function MyWorkPage() {
  const { lists, work, waiting, since, reportTitles, unreadable } = useMyWork()
  return (
    <RowsGate lists={lists} what="your work">
      {() => (
        <>
          {unreadable.length > 0 && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>
                {unreadable.length === 1 ? 'One row' : `${unreadable.length} rows`} of the register could not
                be read (item {unreadable.map((row) => row.id).join(', ')}) and may be yours. See the end of
                Recommendations.
              </MessageBarBody>
            </MessageBar>
          )}
          <WorkOrNothing work={work} waiting={waiting} since={since} reportTitles={reportTitles} />
        </>
      )}
    </RowsGate>
  )
}

function WorkOrNothing({ work, waiting, since, reportTitles }: WaitingListsProps & { work: MyWork }) {
  const styles = useMyWorkStyles()
  const { open } = useNavigation()
  const total = work.overdue.length + work.soon.length + work.later.length + work.resting.length
  if (total === 0 && waiting.answers.length === 0)
    return <NothingAssigned posts={work.posts.map((post) => post.title)} onOpen={open} />
  return (
    <div className={styles.page}>
      <div className={styles.summary}>
        <h2 className={styles.lead}>{sayWork(work)}</h2>
        <div className={styles.quiet}>{sayPosts(work)}</div>
      </div>
      <WaitingLists waiting={waiting} since={since} reportTitles={reportTitles} />
      <WorkGroup title="Overdue" rows={work.overdue} reportTitles={reportTitles} />
      <WorkGroup title={`Due within ${soonDays} days`} rows={work.soon} reportTitles={reportTitles} />
      <WorkGroup title="Later" rows={work.later} reportTitles={reportTitles} />
      <WorkGroup
        title="Nothing to do now"
        about="Done, closed, or waiting for another organisation."
        rows={work.resting}
        reportTitles={reportTitles}
      />
    </div>
  )
}

/** Whose work it is: the posts that the person holds, and vacant ones of their unit. */
function sayPosts({ posts, vacant }: MyWork): string {
  const titles = (list: MyWork['posts']) => list.map((post) => post.title).join(', ')
  const own = posts.length > 0 && `From ${posts.length === 1 ? 'your post' : 'your posts'}: ${titles(posts)}`
  const unit =
    vacant.length > 0 &&
    `${vacant.length === 1 ? 'Vacant post' : 'Vacant posts'} of your unit: ${titles(vacant)}`
  return [own, unit].filter(Boolean).join('. ')
}

function sayWork(work: MyWork): string {
  const open = work.overdue.length + work.soon.length + work.later.length
  if (open === 0) return 'Nothing of yours is open'
  const parts = [
    work.overdue.length > 0 && `${work.overdue.length} overdue`,
    work.soon.length > 0 && `${work.soon.length} due within ${soonDays} days`,
    work.later.length > 0 && `${work.later.length} for later`,
  ].filter((part) => part !== false)
  return `You have ${parts.join(', ')}`
}

interface WorkGroupProps {
  readonly title: string
  readonly about?: string
  readonly rows: readonly Stored<Recommendation>[]
  readonly reportTitles: ReadonlyMap<string, string>
}

function WorkGroup({ title, about, rows, reportTitles }: WorkGroupProps) {
  const styles = useMyWorkStyles()
  if (rows.length === 0) return null
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.groupTitle}>
        {title} <span className={styles.small}>{rows.length}</span>
      </h3>
      {about && <div className={styles.small}>{about}</div>}
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <WorkCard
              row={row}
              reportTitle={reportTitles.get(row.value.reportKey) ?? `Report ${row.value.reportKey}`}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function NothingAssigned(props: {
  posts: readonly string[]
  onOpen: ReturnType<typeof useNavigation>['open']
}) {
  const { posts, onOpen } = props
  return (
    <Empty
      title="Nothing is assigned to you"
      action={{ label: 'See all recommendations', onClick: () => onOpen('recommendations') }}
    >
      {posts.length === 0
        ? 'Recommendations belong to posts, and you hold none that owns one. '
        : `You hold ${posts.join(', ')}, which owns no recommendation at the moment. `}
      You can read every recommendation, look up training courses and see the exercises. If something here
      should be yours, tell the board secretary.
    </Empty>
  )
}
