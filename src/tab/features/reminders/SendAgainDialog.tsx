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
  ProgressBar,
} from '@fluentui/react-components'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { useRowNames } from './rowNames.tsx'
import type { SendAgain, SendAgainStep } from './useSendAgain.ts'

/** Says what sending again does before it is done, how far it is, and what became of each. */
export function SendAgainDialog({ again }: { again: SendAgain }) {
  const { step, run, close } = again
  if (step === null) return null
  const running = step.state === 'running'
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, { open }) => !open && !running && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Send again</DialogTitle>
          <DialogContent>
            {step.state === 'asking' && <BeforeIt step={step} />}
            {running && <UnderWay step={step} />}
            {step.state === 'done' && <AfterIt step={step} />}
          </DialogContent>
          <DialogActions>
            {step.state !== 'done' && (
              <Button appearance="primary" disabledFocusable={running} onClick={() => void run()}>
                {running ? 'Asking…' : `Send ${count(step.lines.length)} again`}
              </Button>
            )}
            <Button disabledFocusable={running} onClick={close}>
              {step.state === 'done' ? 'Close' : 'Cancel'}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

const count = (number: number) => (number === 1 ? '1 reminder' : `${number} reminders`)

function BeforeIt({ step }: { step: SendAgainStep }) {
  const people = [...new Set(step.lines.map(({ name }) => name))]
  const unsure = step.lines.filter(({ line }) => line.state === 'unconfirmed').length
  return (
    <>
      <p>
        The next run sends {count(step.lines.length)} to{' '}
        {people.length > 5 ? `${people.length} people` : people.join(', ')}. Nothing leaves at this moment,
        and nothing is sent that was sent already, has been taken over by something more urgent, or is not due
        any more.
      </p>
      {unsure > 0 && (
        <p>
          Of {unsure === 1 ? 'one of them' : `${unsure} of them`} it is not known whether it arrived. You say
          that it did not: if you are wrong, the person gets it twice.
        </p>
      )}
    </>
  )
}

function UnderWay({ step }: { step: SendAgainStep }) {
  const done = step.asked + step.left.length
  return (
    <>
      <p>
        {done} of {step.lines.length} asked for.
      </p>
      <ProgressBar value={done} max={step.lines.length} aria-label="Asking for reminders to be sent again" />
    </>
  )
}

function AfterIt({ step }: { step: SendAgainStep }) {
  const styles = useRemindersStyles()
  const nameOf = useRowNames()
  return (
    <>
      {step.asked > 0 && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{count(step.asked)} will go out with the next run.</MessageBarBody>
        </MessageBar>
      )}
      {step.failure && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {step.failure.message} What was asked for until then stays so; ask for the rest again.
          </MessageBarBody>
        </MessageBar>
      )}
      {step.left.length > 0 && (
        <ul className={styles.list} aria-label="Left as they are">
          {step.left.map(({ name, line, why }) => (
            <li key={line.key}>
              {name}, {nameOf(line.recommendation).name}: {why}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
