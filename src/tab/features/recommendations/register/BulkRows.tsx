import { makeStyles, tokens } from '@fluentui/react-components'
import type { Post } from '../../../../domain/post.ts'
import { writeReference } from '../../../../domain/recommendation.ts'
import type { Preview, Result } from '../../../../usecases/decideMany.ts'
import { sayDecisionRefusal } from '../decisions/refusalWords.ts'
import { type BulkKind, sayDecided } from './bulkForm.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    maxHeight: '40vh',
    overflowY: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  row: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
})

type Posts = ReadonlyMap<string, Post>

/** Rows that are listed one by one; of more than that a person reads the sum. */
const mostListed = 200

/** Writes of one person in a minute that Microsoft 365 lets through when nobody else writes. */
const writesInAMinute = 500

/** What would become of each row: those that would not change first, with the reason. */
export function PreviewRows(props: { kind: BulkKind; previews: readonly Preview[]; posts: Posts }) {
  const { kind, previews, posts } = props
  const refused = previews.filter((one) => !one.ok)
  const ready = previews.length - refused.length
  const minutes = Math.ceil(ready / writesInAMinute)
  return (
    <>
      <span role="status">
        {count(ready)} would change
        {refused.length > 0 && `, ${count(refused.length)} would not`}.
        {minutes > 1 && ` It takes about ${minutes} minutes; this window has to stay open.`}
      </span>
      <Rows
        rows={[...refused, ...previews.filter((one) => one.ok)].map((one) => ({
          row: one.row.value,
          words: one.ok
            ? `${sayDecided(kind, one.row.value, posts)} → ${sayDecided(kind, one.next, posts)}`
            : `stays as it is: ${sayDecisionRefusal(one.code, one.row.value, posts)}`,
        }))}
      />
    </>
  )
}

/** What became of each row that did not simply change. */
export function ResultRows({ results, posts }: { results: readonly Result[]; posts: Posts }) {
  const done = results.filter(({ outcome }) => outcome === 'done').length
  const others = results.filter(({ outcome }) => outcome !== 'done')
  return (
    <>
      <span role="status">
        {count(done)} changed{others.length > 0 ? `, ${count(others.length)} not:` : '.'}
      </span>
      {others.length > 0 && (
        <Rows rows={others.map((one) => ({ row: one.row.value, words: sayResult(one, posts) }))} />
      )}
    </>
  )
}

function sayResult(result: Result, posts: Posts): string {
  switch (result.outcome) {
    case 'done':
      return 'changed'
    case 'refused':
      return sayDecisionRefusal(result.code, result.row.value, posts)
    case 'changed-meanwhile':
      return 'Somebody else changed it meanwhile. Their version stays; look at it and decide again.'
    case 'failed':
      return `${result.message} Trying again is safe.`
    case 'not-begun':
      return 'Not begun; it is as it was.'
  }
}

function count(rows: number): string {
  return `${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'}`
}

function Rows({
  rows,
}: {
  rows: readonly { readonly row: Preview['row']['value']; readonly words: string }[]
}) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {rows.slice(0, mostListed).map(({ row, words }) => (
        <li key={row.key} className={styles.row}>
          <span className={styles.name}>{writeReference(row)}</span> ({row.reportKey}): {words}
        </li>
      ))}
      {rows.length > mostListed && <li className={styles.row}>and {count(rows.length - mostListed)} more</li>}
    </ul>
  )
}
