import { Field, MessageBar, MessageBarBody, Radio, RadioGroup } from '@fluentui/react-components'
import { mayRunCourses } from '../../../../domain/roles.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { useServices } from '../../../ui/services.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { useCompletionStyles } from './CompletionsPage.styles.ts'
import { ImportResult } from './ImportResult.tsx'
import { type ImportKind, importKinds } from './importKinds.ts'
import { PlanStep } from './PlanStep.tsx'
import { Rejects } from './Rejects.tsx'
import { RunningStep } from './RunningStep.tsx'
import type { ImportState, TrainingImport } from './trainingImport.ts'
import { useTrainingImport } from './useTrainingImport.ts'

/** What every step is given. */
export interface StepProps {
  readonly session: TrainingImport
  readonly state: ImportState
}

/** Brings in who finished what, from the learning system, and who is in which role, from the personnel system. */
export function CompletionsPage() {
  const { me } = useServices()
  if (!mayRunCourses(me))
    return (
      <Empty title="Completions are imported by the coordinators">
        What you have finished yourself stands in My training.
      </Empty>
    )
  return <Import />
}

function Import() {
  const styles = useCompletionStyles()
  const { session, state } = useTrainingImport()
  return (
    <div className={styles.page}>
      {state.failed !== '' && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{state.failed}</MessageBarBody>
        </MessageBar>
      )}
      {state.step === 'choose' && <ChooseStep session={session} state={state} />}
      {state.step === 'columns' && <ColumnsStep session={session} state={state} />}
      {state.step === 'plan' && <PlanStep session={session} state={state} />}
      {state.step === 'running' && <RunningStep session={session} state={state} />}
      {state.step === 'done' && <ImportResult session={session} state={state} />}
    </div>
  )
}

function ChooseStep({ session, state }: StepProps) {
  const styles = useCompletionStyles()
  return (
    <>
      <section className={styles.section} aria-labelledby="import-file">
        <h2 className={styles.heading} id="import-file">
          Import a file
        </h2>
        <Field label="What it holds">
          <RadioGroup
            layout="horizontal"
            value={state.kind}
            onChange={(_event, { value }) => session.choose(value as ImportKind)}
          >
            <Radio value="completions" label="Completions" />
            <Radio value="staff" label="Staff" />
          </RadioGroup>
        </Field>
        <p className={styles.says}>{importKinds[state.kind].explains}</p>
        <ChooseFile session={session} state={state} />
      </section>
      <Rejects session={session} />
    </>
  )
}
