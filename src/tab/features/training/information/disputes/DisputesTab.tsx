import { Badge } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { writeDate, writeInstant } from '../../../../../domain/calendarDays.ts'
import type { PlaceDispute } from '../../../../../domain/dispute.ts'
import { mayRunCourses } from '../../../../../domain/roles.ts'
import type { Stored } from '../../../../../usecases/ports.ts'
import { AskedGate } from '../../../../ui/AskedGate.tsx'
import { DialogButton } from '../../../../ui/DialogButton.tsx'
import { useServices, useToday } from '../../../../ui/services.tsx'
import { UnreadableRows } from '../../../../ui/UnreadableRows.tsx'
import { useTrainingPlace } from '../../trainingPlace.ts'
import { useInformationStyles } from '../Information.styles.ts'
import { InfoSection } from '../InfoSection.tsx'
import { useCatalogueRows } from '../useCatalogueRows.ts'
import { RaiseDialog } from './RaiseDialog.tsx'
import { SettleDialog } from './SettleDialog.tsx'

/** Disputes between agencies over places: what each is about, what was decided, and how it came to that. */
export function DisputesTab() {
  const { disputes, me } = useServices()
  const styles = useInformationStyles()
  const today = useToday()
  const { runs, titleOf } = useCatalogueRows()
  const [raising, setRaising] = useState(false)
  const asked = useQuery({ queryKey: ['training', 'disputes'], queryFn: () => disputes.all() })
  const again = () => void asked.refetch()
  const ahead = runs.filter(({ date, status }) => date >= today && status !== 'cancelled')
  return (
    <>
      <InfoSection
        title="Disputes over places"
        about="Where agencies do not agree about places, what was said and what was decided stands here with who and when."
        actions={
          mayRunCourses(me) && (
            <DialogButton onClick={() => setRaising(true)}>Write down a dispute</DialogButton>
          )
        }
      >
        <AskedGate asked={asked} what="the disputes">
          {({ rows, unreadable }) => (
            <>
              <UnreadableRows rows={unreadable} of="the disputes" />
              {rows.length === 0 && <p className={styles.quiet}>There is no dispute.</p>}
              <ul className={styles.plainList}>
                {rows
                  .toSorted(
                    (a, b) =>
                      Number(a.value.decision !== '') - Number(b.value.decision !== '') ||
                      b.value.raisedAt.localeCompare(a.value.raisedAt),
                  )
                  .map((row) => (
                    <Dispute key={row.id} row={row} onSaved={again} />
                  ))}
              </ul>
            </>
          )}
        </AskedGate>
      </InfoSection>
      {raising && (
        <RaiseDialog
          runs={ahead.toSorted((a, b) => a.date.localeCompare(b.date))}
          titleOf={titleOf}
          onSaved={again}
          onClose={() => setRaising(false)}
        />
      )}
    </>
  )
}

function Dispute({ row, onSaved }: { readonly row: Stored<PlaceDispute>; readonly onSaved: () => void }) {
  const styles = useInformationStyles()
  const { me } = useServices()
  const { runs, titleOf } = useCatalogueRows()
  const { openRun } = useTrainingPlace()
  const [open, setOpen] = useState<'note' | 'decide' | null>(null)
  const { agencies, runKey, note, decision, decidedBy, decidedAt, raisedBy, raisedAt, history } = row.value
  const run = runs.find(({ key }) => key === runKey)
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h3 className={styles.subtitle}>{agencies.join(' and ')}</h3>
        <Badge appearance="outline" color={decision === '' ? 'danger' : 'success'}>
          {decision === '' ? 'Open' : 'Decided'}
        </Badge>
      </div>
      <button type="button" className={styles.linkLike} onClick={() => openRun(runKey)}>
        {run ? `${titleOf(run.courseKey)}, ${writeDate(run.date)}` : runKey}
      </button>
      <p className={styles.text}>{note}</p>
      <p className={styles.small}>
        {raisedBy}, {writeInstant(raisedAt)}
      </p>
      {decision !== '' && (
        <p className={styles.text}>
          Decided by {decidedBy}
          {decidedAt ? ` on ${writeInstant(decidedAt)}` : ''}: {decision}
        </p>
      )}
      {history.length > 1 && (
        <details>
          <summary>How it came to that ({history.length})</summary>
          <ul className={styles.list}>
            {history.map(({ at, by, to }) => (
              <li key={`${at} ${to}`}>
                {writeInstant(at)}, {by}: {to}
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayRunCourses(me) && (
        <div className={styles.actions}>
          <DialogButton size="small" appearance="primary" onClick={() => setOpen('decide')}>
            {decision === '' ? 'Decide' : 'Decide anew'}
          </DialogButton>
          <DialogButton size="small" onClick={() => setOpen('note')}>
            Add a note
          </DialogButton>
        </div>
      )}
      {open && <SettleDialog row={row} does={open} onSaved={onSaved} onClose={() => setOpen(null)} />}
    </li>
  )
}
