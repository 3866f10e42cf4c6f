import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  ProgressBar,
} from '@fluentui/react-components'
import { useState } from 'react'
import { writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import type { ManyOutcome } from '../../../../usecases/inviteMany.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useServices } from '../../../ui/services.tsx'
import { people } from '../exerciseWords.ts'
import { useDialogStyles } from './InvitationDialog.styles.ts'
import { useManyStyles } from './InviteManyDialog.styles.ts'
import { MailPreview } from './MailPreview.tsx'
import { leakWords, outcomeWords } from './outcomeWords.ts'
import {
  type InvitingMany,
  type LeftOut,
  type ReadyInvitation,
  sayEnd,
  useInviteMany,
} from './useInviteMany.ts'

export interface InviteManyDialogProps {
  /** Exercises that somebody might be invited to. */
  readonly rows: readonly Stored<Exercise>[]
  readonly replace: (row: Stored<Exercise>) => void
  readonly onClose: () => void
}

/** Invites to many exercises in one go: who is e-mailed, by name, then the sending, which can be stopped. */
export function InviteManyDialog({ rows, replace, onClose }: InviteManyDialogProps) {
  const styles = useDialogStyles()
  // What is on the screen stays while it is being sent.
  const [offered] = useState(rows)
  const many = useInviteMany(offered, replace)
  const close = () => {
    if (!many.running) onClose()
  }
  return (
    <Dialog
      open
      modalType={many.running ? 'alert' : 'modal'}
      onOpenChange={(_event, data) => {
        if (!data.open) close()
      }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>Invite to several exercises</DialogTitle>
          <DialogContent className={styles.content} tabIndex={0}>
            {many.outcomes.length > 0 ? <Results many={many} /> : <Choice many={many} />}
          </DialogContent>
          <Actions many={many} onClose={close} />
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Choice({ many }: { many: InvitingMany }) {
  const styles = useDialogStyles()
  const own = useManyStyles()
  const { ready, leftOut } = many
  return (
    <>
      <h3 className={styles.heading}>{headingOf(many)}</h3>
      {ready.length > 0 && (
        <p className={own.about}>
          Somebody invited to two exercises counts twice. Nobody sees another unit’s day.
        </p>
      )}
      <ul className={own.list}>
        {ready.map((one) => (
          <li key={one.row.id}>
            <Ready one={one} many={many} />
          </li>
        ))}
      </ul>
      {leftOut.length > 0 && (
        <section>
          <h4 className={styles.group}>Left out ({leftOut.length})</h4>
          <ul className={styles.names}>
            {[...Map.groupBy(leftOut, leftOutWords)].map(([why, group]) => (
              <li key={why}>
                {why}: {group.map(({ row }) => row.value.unit).join('; ')}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function headingOf({ ready, chosen }: InvitingMany): string {
  if (ready.length === 0) return 'There is nobody to invite just now'
  if (chosen.length === 0) return 'Choose the exercises to invite to'
  return `This will e-mail ${people(countPeople(chosen))} about ${exercisesWords(chosen.length)}`
}

function Ready({ one, many }: { one: ReadyInvitation; many: InvitingMany }) {
  const { me } = useServices()
  const styles = useDialogStyles()
  const own = useManyStyles()
  const { row, plan } = one
  const asked = [...plan.required, ...plan.optional]
  return (
    <>
      <Checkbox
        checked={many.isChosen(row.id)}
        disabled={many.running}
        label={
          <span>
            <span className={own.unit}>{row.value.unit}</span>{' '}
            <span className={styles.quiet}>
              {writeDateAndWeekday(row.value.date)} · {people(asked.length)}
              {plan.inThePast && ' · this day is over'}
            </span>
          </span>
        }
        onChange={(_event, { checked }) => many.choose(row.id, checked === true)}
      />
      <p className={own.names}>{asked.map((person) => person.name).join(', ')}</p>
      <details className={own.details}>
        <summary>What they see</summary>
        {plan.notInvited.length > 0 && (
          <p className={styles.quiet}>
            Nobody is invited as {plan.notInvited.map((person) => person.role).join(', ')}
          </p>
        )}
        <MailPreview draft={plan.draft} from={row.value.mailbox || me.name} />
      </details>
    </>
  )
}

function Results({ many }: { many: InvitingMany }) {
  const own = useManyStyles()
  const { outcomes } = many
  return (
    <>
      <MessageBar
        intent={outcomes.every(({ result }) => result.state === 'sent') ? 'success' : 'warning'}
        layout="multiline"
      >
        <MessageBarBody>{sayEnd(outcomes)}</MessageBarBody>
      </MessageBar>
      <ul className={own.list}>
        {outcomes.map((one) => (
          <li key={one.row.id}>
            <b>{one.row.value.unit}</b>: {resultWords(one)}
          </li>
        ))}
      </ul>
    </>
  )
}

function Actions({ many, onClose }: { many: InvitingMany; onClose: () => void }) {
  const styles = useDialogStyles()
  const { running, stopping, chosen, outcomes, progress } = many
  const left = outcomes.filter(({ result }) => result.state !== 'sent').length
  const again = outcomes.length > 0
  return (
    <>
      <DialogActions className={styles.actions} fluid position="start">
        <div role="status" className={styles.messages}>
          {running && progress && (
            <>
              <ProgressBar value={progress.done.length} max={progress.total} aria-label="Invitations sent" />
              <span>
                {progress.done.length} of {progress.total} done.{' '}
                {stopping
                  ? 'Stopping: what has begun is being finished.'
                  : `Now: ${progress.underWay.slice(0, 4).join('; ')}`}
              </span>
            </>
          )}
        </div>
      </DialogActions>
      <DialogActions className={styles.actions}>
        {(!again || left > 0) && (
          <Button
            appearance="primary"
            disabledFocusable={running || chosen.length === 0}
            onClick={() => void many.send()}
          >
            {again
              ? 'Send the rest'
              : `Send ${chosen.length} ${chosen.length === 1 ? 'invitation' : 'invitations'}`}
          </Button>
        )}
        {running ? (
          <Button onClick={many.stop} disabledFocusable={stopping}>
            Stop
          </Button>
        ) : (
          <Button onClick={onClose}>{again ? 'Close' : 'Not now'}</Button>
        )}
      </DialogActions>
    </>
  )
}

const countPeople = (chosen: readonly ReadyInvitation[]) =>
  chosen.reduce((sum, { plan }) => sum + plan.required.length + plan.optional.length, 0)

const exercisesWords = (count: number) => (count === 1 ? '1 exercise' : `${count} exercises`)

function leftOutWords({ code, leaks }: LeftOut): string {
  switch (code) {
    case 'already-sent':
      return 'Invited already'
    case 'nobody-to-invite':
      return 'Nobody is known for any role'
    case 'called-off':
      return 'Called off'
    case 'not-partner-safe':
      return leakWords(leaks)
  }
}

function resultWords({ result }: ManyOutcome): string {
  if (result.state === 'stopped') return 'Not begun.'
  if (result.state === 'failed') return `${result.failure.message} Nothing was sent.`
  return outcomeWords(result).sentence
}
