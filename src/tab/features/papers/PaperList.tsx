import { Button, makeStyles } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import'
import { useId, useState } from 'react'
import { writeDate } from '../../../domain/calendarDays.ts'
import type { Paper } from '../../../domain/paper.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { DialogButton } from '../../ui/DialogButton.tsx'
import { useNavigation } from '../../ui/navigation.tsx'
import { UnreadableRows } from '../../ui/UnreadableRows.tsx'
import { NewPaperDialog } from './NewPaperDialog.tsx'
import { usePapersStyles } from './PapersPage.styles.ts'
import { sayState, whyNotSecretary } from './paperWords.ts'
import type { PapersData } from './usePapers.ts'

const useStyles = makeStyles({ scroll: { overflowX: 'auto' } })

/** Every paper that was made or begun, and the ways to make one more. */
export function PaperList({ data }: { data: PapersData }) {
  const styles = usePapersStyles()
  const { open } = useNavigation()
  const [making, setMaking] = useState(false)
  const why = useId()
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <h2 className={styles.title}>Papers for the boards</h2>
        <div className={styles.actions}>
          <DialogButton
            appearance="primary"
            icon={<AddRegular />}
            disabledFocusable={!data.mayChange}
            aria-describedby={data.mayChange ? undefined : why}
            onClick={() => setMaking(true)}
          >
            New paper
          </DialogButton>
          <Button icon={<ArrowImportRegular />} onClick={() => open('papers', 'import')}>
            Import a paper
          </Button>
        </div>
      </div>
      {!data.mayChange && (
        <p className={styles.quiet} id={why}>
          {whyNotSecretary}
        </p>
      )}
      <UnreadableRows rows={data.unreadable} of="the papers" />
      {data.papers.length === 0 ? <NoPapers /> : <PaperTable papers={data.papers} />}
      {making && (
        <NewPaperDialog papers={data.papers} onClose={() => setMaking(false)} onMade={data.refresh} />
      )}
    </div>
  )
}

function NoPapers() {
  const styles = usePapersStyles()
  return (
    <p className={styles.quiet}>
      No paper has been made yet. A new paper follows the register until it is frozen; from then on it never
      changes, and the next one is compared with it.
    </p>
  )
}

function PaperTable({ papers }: { papers: readonly Stored<Paper>[] }) {
  const styles = usePapersStyles()
  const own = useStyles()
  return (
    <div className={own.scroll}>
      <table className={styles.table} aria-label="Papers">
        <thead>
          <tr>
            <th scope="col">Board and meeting</th>
            <th scope="col">State</th>
            <th scope="col" className={styles.onlyWide}>
              Register as at
            </th>
            <th scope="col" className={styles.onlyWide}>
              Marking
            </th>
          </tr>
        </thead>
        <tbody>
          {papers.map((paper) => (
            <PaperLine key={paper.id} paper={paper} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PaperLine({ paper: { id, value } }: { paper: Stored<Paper> }) {
  const styles = usePapersStyles()
  const { open } = useNavigation()
  return (
    <tr>
      <th scope="row">
        <button type="button" className={styles.linkLike} onClick={() => open('papers', id)}>
          {value.board}
          <br />
          {writeDate(value.meetingDate)}
        </button>
      </th>
      <td>{sayState(value)}</td>
      <td className={styles.onlyWide}>{writeDate(value.cutOff)}</td>
      <td className={styles.onlyWide}>{value.marking}</td>
    </tr>
  )
}
