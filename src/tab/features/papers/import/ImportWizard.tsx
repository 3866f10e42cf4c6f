import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { mayManage } from '../../../../domain/roles.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { useNavigation } from '../../../ui/navigation.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useShownFromTop } from '../../../ui/useShownFromTop.ts'
import { usePapersStyles } from '../PapersPage.styles.ts'
import { ApplyStep } from './ApplyStep.tsx'
import { ChooseStep } from './ChooseStep.tsx'
import { FoundStep } from './FoundStep.tsx'
import { useImportStyles } from './Import.styles.ts'
import type { ImportSession, ImportState, ImportStep } from './importSession.ts'
import { PlanStep } from './PlanStep.tsx'
import { ResultStep } from './ResultStep.tsx'
import { useImportSession } from './useImportSession.ts'

const stepLabels: readonly (readonly [ImportStep, string])[] = [
  ['choose', 'Choose a file'],
  ['found', 'What was found'],
  ['plan', 'What would change'],
  ['applying', 'Bring it in'],
  ['done', 'Result'],
]

/** What every step is given. */
export interface StepProps {
  readonly session: ImportSession
  readonly state: ImportState
}

/** Reads any paper into the register, one step after the other; nothing is written before the fourth. */
export function ImportWizard() {
  const { me } = useServices()
  const { open } = useNavigation()
  if (!mayManage(me)) {
    return (
      <Empty
        title="Papers are imported by the secretary"
        action={{ label: 'See all papers', onClick: () => open('papers') }}
      >
        An import changes many rows at once, so it is left to the board secretary and to administrators. If
        you have a paper that the register should hold, send it to one of them.
      </Empty>
    )
  }
  return <Wizard />
}

function Wizard() {
  const styles = usePapersStyles()
  const { open } = useNavigation()
  const { session, state } = useImportSession()
  return (
    <div className={styles.page}>
      <div className={styles.actions}>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => open('papers', null, '')}>
          All papers
        </Button>
      </div>
      <StepHead key={state.step} step={state.step} />
      {state.failed !== '' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{state.failed} What you chose so far is kept.</MessageBarBody>
        </MessageBar>
      )}
      {state.step === 'choose' && <ChooseStep session={session} state={state} />}
      {state.step === 'found' && <FoundStep session={session} state={state} />}
      {state.step === 'plan' && <PlanStep session={session} state={state} />}
      {state.step === 'applying' && <ApplyStep session={session} state={state} />}
      {state.step === 'done' && <ResultStep session={session} state={state} />}
    </div>
  )
}

/** Drawn anew for every step, so that the keyboard goes on from here: what it stood on is gone with the last step. */
function StepHead({ step }: { step: ImportStep }) {
  const styles = usePapersStyles()
  const heading = useShownFromTop()
  return (
    <>
      <h2 className={styles.title} ref={heading} tabIndex={-1}>
        Import a paper
      </h2>
      <Steps step={step} />
    </>
  )
}

function Steps({ step }: { step: ImportStep }) {
  const styles = useImportStyles()
  return (
    <ol className={styles.steps} aria-label="Steps of the import">
      {stepLabels.map(([one, label], index) => (
        <li key={one} aria-current={one === step ? 'step' : undefined}>
          {index + 1}. {label}
        </li>
      ))}
    </ol>
  )
}
