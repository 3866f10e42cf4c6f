import type { PaperLineItem } from '../../../domain/paper.ts'
import { kindWords } from '../../../domain/recommendation.ts'
import { useNavigation } from '../../ui/navigation.tsx'
import { PaperText } from '../../ui/PaperText.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { withKeys } from '../../ui/withKeys.ts'
import { usePreviewStyles } from './PaperPreview.styles.ts'
import { usePapersStyles } from './PapersPage.styles.ts'

/** One row as it prints. Parts that have a status or comment of their own follow in lines of their own. */
export function PaperRow({ row, id }: { row: PaperLineItem; id: string | undefined }) {
  const styles = usePreviewStyles()
  const parts = row.elements.filter((element) => element.status !== null || element.comment.trim() !== '')
  return (
    <>
      <tr>
        <th scope="row">
          <NumberLink row={row} id={id} />
        </th>
        <td>
          <div className={styles.kind}>{kindWords[row.kind]}</div>
          <PaperText text={row.text} />
        </td>
        <td>
          <StatusBadge status={row.status} />
        </td>
        <td>
          <ul className={styles.entries}>
            {withKeys(row.due, (entry) => entry.text).map(({ key, thing }) => (
              <li key={key}>{thing.text}</li>
            ))}
          </ul>
        </td>
        <td>
          <PaperText text={row.progress} />
        </td>
      </tr>
      {withKeys(parts, (part) => part.label + part.text).map(({ key, thing }) => (
        <tr key={key}>
          <th scope="row">{thing.label}</th>
          <td>{thing.text}</td>
          <td>{thing.status && <StatusBadge status={thing.status} size="small" />}</td>
          <td />
          <td>{thing.comment}</td>
        </tr>
      ))}
    </>
  )
}

/** A number that the report does not print stands in square brackets. */
function NumberLink({ row, id }: { row: PaperLineItem; id: string | undefined }) {
  const styles = usePapersStyles()
  const { open } = useNavigation()
  const number = row.numberInferred ? `[${row.number}]` : row.number
  if (id === undefined) return <>{number}</>
  return (
    <button
      type="button"
      className={styles.linkLike}
      aria-label={`${kindWords[row.kind]} ${row.number}: open in the register`}
      onClick={() => open('recommendations', id, '')}
    >
      {number}
    </button>
  )
}
