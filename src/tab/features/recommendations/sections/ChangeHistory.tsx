import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { writeInstant } from '../../../../domain/calendarDays.ts'
import type { LogLine } from '../../../../domain/changeLog.ts'
import { isM365Error } from '../../../../domain/m365Error.ts'
import type { Post } from '../../../../domain/post.ts'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import { kindWords } from '../../../../domain/recommendation.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { readHistory } from '../../../../usecases/readHistory.ts'
import { PaperText } from '../../../ui/PaperText.tsx'
import { useServices } from '../../../ui/services.tsx'
import { withKeys } from '../../../ui/withKeys.ts'
import { useDetailStyles } from '../RecommendationDetail.styles.ts'
import { logWords } from './logWords.ts'
import { useShownOnce } from './useShownOnce.ts'

const useStyles = makeStyles({
  change: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    breakInside: 'avoid',
  },
  outside: {
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorPaletteYellowBorderActive}`,
  },
  texts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    gap: tokens.spacingHorizontalL,
    paddingTop: tokens.spacingVerticalS,
  },
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink },
})

export interface ChangeHistoryProps {
  readonly row: Stored<Recommendation>
  readonly posts: ReadonlyMap<string, Post>
}

/**
 * Who changed what, when, from, to and why, the newest first: our own log at once, and with it what was changed in
 * SharePoint itself as soon as somebody has scrolled here.
 */
export function ChangeHistory({ row, posts }: ChangeHistoryProps) {
  const styles = useDetailStyles()
  const { versions } = useServices()
  const { ref, shown } = useShownOnce()
  const whole = useQuery({
    queryKey: ['history', row.id, row.etag],
    queryFn: () => readHistory({ versions }, row),
    enabled: shown,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const log: readonly LogLine[] = whole.data ?? row.value.history
  const newestFirst = withKeys(log, (line) => `${line.at} ${line.field}`).toReversed()
  return (
    <section className={styles.section} ref={ref}>
      <h3 className={styles.sectionTitle}>History of changes</h3>
      {whole.isFetching && <div className={styles.quiet}>Looking for changes made in SharePoint itself…</div>}
      {whole.error && !whole.isFetching && (
        <div className={styles.line}>
          <span className={styles.lineText}>
            Changes made in SharePoint itself could not be read.{' '}
            {isM365Error(whole.error) ? whole.error.message : ''} What was changed here is below.
          </span>
          <Button size="small" onClick={() => void whole.refetch()}>
            Try again
          </Button>
        </div>
      )}
      {log.length === 0 && !whole.isFetching && (
        <div className={styles.quiet}>Nobody has changed it since it was read in.</div>
      )}
      <ol className={styles.plainList} aria-label="History of changes">
        {newestFirst.map(({ key, thing: line }) => (
          <Line key={key} line={inWords(line, posts)} />
        ))}
      </ol>
    </section>
  )
}

function Line({ line }: { line: LogLine }) {
  const styles = useDetailStyles()
  const own = useStyles()
  const outside = line.via === 'sharepoint'
  return (
    <li className={own.change}>
      <div className={outside ? own.outside : undefined}>
        <div>
          <span className={styles.strong}>{line.by}</span> {logWords[line.field]}
          {line.via === 'card' && ' from the card'}
          {outside && ' in SharePoint itself'}
        </div>
        <div className={styles.quiet}>{writeInstant(line.at)}</div>
        <FromAndTo line={line} />
        {line.why && <div>Why: {line.why}</div>}
      </div>
    </li>
  )
}

/** Owners and kinds are kept by key; people know them by what they are called. */
function inWords(line: LogLine, posts: ReadonlyMap<string, Post>): LogLine {
  const called = {
    owner: (key: string) => posts.get(key)?.title ?? key,
    kind: (key: string) => new Map<string, string>(Object.entries(kindWords)).get(key) ?? key,
  }
  if (line.field !== 'owner' && line.field !== 'kind') return line
  const words = called[line.field]
  return { ...line, from: words(line.from), to: words(line.to) }
}

function FromAndTo({ line }: { line: LogLine }) {
  const styles = useDetailStyles()
  const own = useStyles()
  if (line.from === '' && line.to === '') return null
  if (line.from.length + line.to.length < 80) {
    return (
      <div>
        {line.from || 'nothing'} → {line.to || 'nothing'}
      </div>
    )
  }
  return (
    <details>
      <summary className={own.summary}>What it said before and after</summary>
      <div className={own.texts}>
        <div>
          <div className={styles.quiet}>Before</div>
          <PaperText text={line.from || 'Nothing was written.'} />
        </div>
        <div>
          <div className={styles.quiet}>After</div>
          <PaperText text={line.to || 'Nothing is written.'} />
        </div>
      </div>
    </details>
  )
}
