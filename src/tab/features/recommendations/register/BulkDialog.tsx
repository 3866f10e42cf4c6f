import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  ProgressBar,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import type { Register } from '../useRegister.ts'
import { BulkFields } from './BulkFields.tsx'
import { PreviewRows, ResultRows } from './BulkRows.tsx'
import { type BulkValues, emptyBulk, readBulk } from './bulkForm.ts'
import { type BulkState, useBulk } from './useBulk.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

export interface BulkDialogProps {
  readonly register: Register
  readonly rows: readonly Stored<Recommendation>[]
  readonly onClose: () => void
}

/** One decision about many rows: what, then what it would do to each, then how it goes, then what became of each. */
export function BulkDialog({ register, rows: chosen, onClose }: BulkDialogProps) {
  const styles = useStyles()
  // Rows that change while this is open are shown as changed meanwhile, not swapped under the preview.
  const [rows] = useState(chosen)
  const [values, setValues] = useState<BulkValues>(emptyBulk)
  const bulk = useBulk(register)
  const { state } = bulk
  const running = state.step === 'running'
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => !data.open && !running && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{titleOf(state, rows.length)}</DialogTitle>
          <DialogContent className={styles.content}>
            {state.step === 'form' && (
              <>
                {state.problem && (
                  <MessageBar intent="error">
                    <MessageBarBody>{state.problem}</MessageBarBody>
                  </MessageBar>
                )}
                <BulkFields values={values} onChange={setValues} posts={register.posts} />
              </>
            )}
            {state.step === 'preview' && (
              <PreviewRows kind={values.kind} previews={state.previews} posts={register.posts} />
            )}
            {state.step === 'running' && <Running state={state} />}
            {state.step === 'results' && <ResultRows results={state.results} posts={register.posts} />}
          </DialogContent>
          <DialogActions>
            <Actions {...{ bulk, rows, values, onClose }} />
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function titleOf(state: BulkState, count: number): string {
  const rows = `${count.toLocaleString('en-GB')} ${count === 1 ? 'row' : 'rows'}`
  if (state.step === 'form') return `Edit ${rows} together`
  if (state.step === 'preview') return 'What would happen'
  return state.step === 'running' ? `Editing ${rows}` : 'What has happened'
}

function Running({ state }: { state: Extract<BulkState, { step: 'running' }> }) {
  const { done, total, stopping } = state
  return (
    <>
      <ProgressBar value={done} max={total} aria-label="Rows done" />
      <span role="status">
        {done.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')} rows
        {stopping && '. Stopping once those under way have ended.'}
      </span>
    </>
  )
}

interface ActionsProps {
  readonly bulk: ReturnType<typeof useBulk>
  readonly rows: readonly Stored<Recommendation>[]
  readonly values: BulkValues
  readonly onClose: () => void
}

function Actions({ bulk, rows, values, onClose }: ActionsProps) {
  const { state } = bulk
  if (state.step === 'form') {
    const reading = readBulk(values)
    return (
      <>
        <Button
          appearance="primary"
          disabledFocusable={'lacks' in reading}
          onClick={() => 'decision' in reading && void bulk.preview(rows, reading.decision)}
        >
          {'lacks' in reading ? reading.lacks : 'Show what would happen'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </>
    )
  }
  if (state.step === 'preview') {
    const ready = state.previews.filter((one) => one.ok).map((one) => one.row)
    return (
      <>
        <Button
          appearance="primary"
          disabledFocusable={ready.length === 0}
          onClick={() => void bulk.run(ready, state.decision)}
        >
          {ready.length === 0
            ? 'No row would change'
            : `Change ${ready.length.toLocaleString('en-GB')} ${ready.length === 1 ? 'row' : 'rows'}`}
        </Button>
        <Button onClick={bulk.back}>Back</Button>
      </>
    )
  }
  if (state.step === 'running') {
    return (
      <Button disabledFocusable={state.stopping} onClick={bulk.stop}>
        {state.stopping ? 'Stopping…' : 'Stop'}
      </Button>
    )
  }
  const again = state.results
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'not-begun')
    .map(({ row }) => row)
  return (
    <>
      {again.length > 0 && (
        <Button onClick={() => void bulk.run(again, state.decision)}>
          Try the remaining {again.length.toLocaleString('en-GB')}
        </Button>
      )}
      <Button appearance="primary" onClick={onClose}>
        Close
      </Button>
    </>
  )
}
