import { makeStyles, tokens } from '@fluentui/react-components'
import { writeInstant } from '../../../domain/calendarDays.ts'
import type { Post } from '../../../domain/post.ts'
import type { Change } from '../../../domain/recommendation.ts'
import { PaperText } from '../../ui/PaperText.tsx'
import { withKeys } from '../../ui/withKeys.ts'
import { useDetailStyles } from './RecommendationDetail.styles.ts'

const useStyles = makeStyles({
  change: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  texts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: tokens.spacingHorizontalL,
    paddingTop: tokens.spacingVerticalS,
  },
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink },
})

const fieldWords: Record<Change['field'], string> = {
  progress: 'updated the progress',
  status: 'changed the status',
  owner: 'changed the owner',
  import: 'read it in from a paper',
  invitation: 'sent an invitation',
  response: 'recorded an answer',
  due: 'changed the deadline',
  applies: 'decided whether it applies',
  addressees: 'changed the addressees',
  links: 'changed what it hangs together with',
  evidence: 'changed the evidence',
  'sign-off': 'changed the sign-off',
  demonstration: 'changed the demonstration period',
  rationale: 'changed the rationale',
  counterparty: 'changed whom it waits for',
  inspectorate: "recorded the inspectorate's word",
  elements: 'changed a part',
  kind: 'changed the kind',
  text: 'changed the text',
  extension: 'asked for a later deadline, or answered such a request',
}

/** Who changed what and when, the newest first. */
export function ChangeHistory(props: { history: readonly Change[]; posts: ReadonlyMap<string, Post> }) {
  const styles = useDetailStyles()
  const own = useStyles()
  const { history, posts } = props
  const newestFirst = withKeys(history, (change) => change.at).toReversed()
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>History of changes</h3>
      {history.length === 0 && (
        <div className={styles.quiet}>Nobody has changed it since it was read in.</div>
      )}
      <ol className={styles.plainList} aria-label="History of changes">
        {newestFirst.map(({ key, thing: change }) => (
          <li key={key} className={own.change}>
            <div>
              <span className={styles.strong}>{change.by}</span> {fieldWords[change.field]}
              {change.via === 'card' && ' from the card'}
            </div>
            <div className={styles.quiet}>{writeInstant(change.at)}</div>
            <FromAndTo change={change.field === 'owner' ? withTitles(change, posts) : change} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Owners are kept by key; people know their posts by title. */
function withTitles(change: Change, posts: ReadonlyMap<string, Post>): Change {
  const title = (key: string) => posts.get(key)?.title ?? key
  return { ...change, from: title(change.from), to: title(change.to) }
}

function FromAndTo({ change }: { change: Change }) {
  const styles = useDetailStyles()
  const own = useStyles()
  if (change.from === '' && change.to === '') return null
  if (change.from.length + change.to.length < 80) {
    return (
      <div>
        {change.from || 'nothing'} → {change.to || 'nothing'}
      </div>
    )
  }
  return (
    <details>
      <summary className={own.summary}>What it said before and after</summary>
      <div className={own.texts}>
        <div>
          <div className={styles.quiet}>Before</div>
          <PaperText text={change.from || 'Nothing was written.'} />
        </div>
        <div>
          <div className={styles.quiet}>After</div>
          <PaperText text={change.to} />
        </div>
      </div>
    </details>
  )
}
