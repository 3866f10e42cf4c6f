import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  MessageBar,
  MessageBarBody,
  ProgressBar,
} from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import { useId, useState } from 'react'
import { writeDate } from '../../../domain/calendarDays.ts'
import type { Paper } from '../../../domain/paper.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { DialogButton } from '../../ui/DialogButton.tsx'
import { useToday } from '../../ui/services.tsx'
import { AfterCutOffNote } from './AfterCutOffNote.tsx'
import { usePapersStyles } from './PapersPage.styles.ts'
import { namePaper, whyNotSecretary } from './paperWords.ts'
import { useFreeze } from './useFreeze.ts'
import type { PapersData } from './usePapers.ts'
import type { Printed } from './usePrintedPaper.ts'

export interface FreezeSectionProps {
  readonly paper: Stored<Paper>
  readonly printed: Printed
  readonly data: PapersData
}

/** Why a draft cannot be frozen now; empty when it can. */
function whyNot({ paper, printed, data }: FreezeSectionProps, today: string): string {
  if (!data.mayChange) return whyNotSecretary
  if (today < paper.value.cutOff)
    return `It can be frozen from ${writeDate(paper.value.cutOff)} on, the day of its cut-off.`
  return printed.state === 'ready' ? '' : 'It can be frozen once it has been put together.'
}

/** Freezing a draft, after saying what that does. */
export function FreezeSection(props: FreezeSectionProps) {
  const styles = usePapersStyles()
  const [asking, setAsking] = useState(false)
  const reason = whyNot(props, useToday())
  const id = useId()
  return (
    <div className={styles.actions}>
      <DialogButton
        appearance="primary"
        icon={<LockClosedRegular />}
        disabledFocusable={reason !== ''}
        aria-describedby={reason === '' ? undefined : id}
        onClick={() => setAsking(true)}
      >
        Freeze the paper
      </DialogButton>
      {reason !== '' && (
        <span className={styles.quiet} id={id}>
          {reason}
        </span>
      )}
      {asking && <FreezeDialog {...props} onClose={() => setAsking(false)} />}
    </div>
  )
}

function FreezeDialog({ paper, printed, data, onClose }: FreezeSectionProps & { onClose: () => void }) {
  const { freeze, busy, failed, written } = useFreeze(paper, data)
  const confirm = async () => {
    if (await freeze()) onClose()
  }
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, change) => !change.open && !busy && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Freeze the paper for {namePaper(paper.value)}?</DialogTitle>
          <DialogContent>
            <WhatItDoes paper={paper} printed={printed} data={data} />
            {busy && <Progress {...written} />}
            {failed !== '' && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{failed}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void confirm()}>
              {busy ? 'Freezing…' : failed === '' ? 'Freeze it' : 'Freeze it again'}
            </Button>
            <Button disabledFocusable={busy} onClick={onClose}>
              Leave it a draft
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Progress({ done, of }: { done: number; of: number }) {
  if (of === 0) return <ProgressBar aria-label="Putting the paper together" />
  return (
    <Field validationMessage={`${done} of ${of} parts written`} validationState="none">
      <ProgressBar aria-label="Freezing the paper" value={done} max={of} />
    </Field>
  )
}

function WhatItDoes({ paper, printed, data }: FreezeSectionProps) {
  const rows = printed.state === 'ready' ? printed.paper.content.rows.length : 0
  const wrong = printed.state === 'ready' ? Object.keys(printed.paper.content.disagreements ?? {}).length : 0
  return (
    <>
      <p>
        The {rows} rows that it shows are kept as they stood at the end of {writeDate(paper.value.cutOff)},
        with every sentence and date. Nobody can change them in this paper afterwards. The register goes on,
        and the next paper for this board is compared with this one.
      </p>
      <p>If it is interrupted, the paper stays a draft and can simply be frozen again.</p>
      {printed.state === 'ready' && <AfterCutOffNote paper={printed.paper} idOf={data.idOf} short />}
      {wrong > 0 && (
        <p>
          {wrong} typed {wrong === 1 ? 'sentence disagrees' : 'sentences disagree'} with the register and will
          be printed as typed.
        </p>
      )}
    </>
  )
}
