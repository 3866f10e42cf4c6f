import { Button, Spinner, Tab, TabList } from '@fluentui/react-components'
import { useState } from 'react'
import { type ImportPlan, type PlanWord, planWords } from '../../../../domain/importPlan.ts'
import { useImportStyles } from './Import.styles.ts'
import type { StepProps } from './ImportWizard.tsx'
import { planAbout, planLabels, sayDuration } from './importWords.ts'
import { PlanLine } from './PlanLine.tsx'

/** So many lines are drawn at first, and again with each press. */
const atOnce = 100

/** Conflicts first: they are what a person has to look at. */
const inOrder: readonly PlanWord[] = ['conflict', 'unreadable', 'new', 'changed', 'unchanged']

function countOf({ counts }: ImportPlan, word: PlanWord): number {
  return counts.row[word] + counts.report[word]
}

/** The dry run: what an import would do with each report and row. Nothing has been written yet. */
export function PlanStep({ session, state }: StepProps) {
  const styles = useImportStyles()
  const { plan } = state
  const [asked, setAsked] = useState<PlanWord | null>(null)
  if (!plan) return null
  const word = asked ?? inOrder.find((one) => countOf(plan, one) > 0) ?? 'unchanged'
  return (
    <div className={styles.section}>
      <p className={styles.text} role="status">
        Nothing has been written yet. Rows:{' '}
        {planWords.map((one) => `${plan.counts.row[one]} ${planLabels[one].toLowerCase()}`).join(', ')}.
        {plan.notInPaper.length > 0 &&
          ` ${plan.notInPaper.length} more rows of these reports are in the register and not in the paper; they stay as they are.`}
      </p>
      <TabList
        selectedValue={word}
        onTabSelect={(_event, data) => setAsked(planWords.find((one) => one === data.value) ?? null)}
        aria-label="What would happen"
        style={{ flexWrap: 'wrap' }}
      >
        {inOrder.map((one) => (
          <Tab key={one} value={one} id={`plan-${one}`} aria-controls="plan-rows">
            {planLabels[one]} {countOf(plan, one)}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id="plan-rows" aria-labelledby={`plan-${word}`} className={styles.card}>
        <p className={styles.text}>{planAbout[word]}</p>
        {word === 'conflict' && countOf(plan, 'conflict') > 0 && (
          <div className={styles.row}>
            <Button size="small" onClick={() => session.settleAll('ours')}>
              Keep ours everywhere
            </Button>
            <Button size="small" onClick={() => session.settleAll('papers')}>
              Take the paper's everywhere
            </Button>
          </div>
        )}
        <PlanLines key={word} word={word} plan={plan} session={session} state={state} />
      </div>
      <ApplyBar session={session} state={state} plan={plan} />
    </div>
  )
}

function PlanLines({ word, plan, session, state }: StepProps & { word: PlanWord; plan: ImportPlan }) {
  const styles = useImportStyles()
  const [shown, setShown] = useState(atOnce)
  const steps = plan.steps.filter(({ does }) => does === word)
  if (steps.length === 0) return <p className={styles.text}>None.</p>
  return (
    <>
      <ul className={styles.list}>
        {steps.slice(0, shown).map((step) => (
          <li key={`${step.what} ${step.key} ${step.line}`} className={styles.line}>
            <PlanLine step={step} choice={state.choices[step.key]} onSettle={session.settle} />
          </li>
        ))}
      </ul>
      {steps.length > shown && (
        <Button appearance="transparent" onClick={() => setShown(shown + atOnce)}>
          Show more ({steps.length - shown} left)
        </Button>
      )}
    </>
  )
}

function ApplyBar({ session, state, plan }: StepProps & { plan: ImportPlan }) {
  const styles = useImportStyles()
  const writes = countOf(plan, 'new') + countOf(plan, 'changed')
  const open = plan.steps.filter(
    ({ does, key, differences }) =>
      does === 'conflict' &&
      differences.some(({ field, changed }) => changed === 'both' && !fieldChoice(state, key, field)),
  ).length
  return (
    <div className={styles.section}>
      <p className={styles.text}>
        {writes === 0
          ? 'Nothing new or changed would be written'
          : `${writes} new or changed would be written`}
        {open > 0 &&
          `; ${open} ${open === 1 ? 'conflict is' : 'conflicts are'} not settled and would stay as they are here`}
        . {sayDuration(writes)}
      </p>
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabledFocusable={state.busy !== ''}
          onClick={() => void session.apply()}
        >
          Bring it in
        </Button>
        <Button onClick={() => session.goTo('found')}>Back to what was found</Button>
        {state.busy === 'planning' && <Spinner size="tiny" label="Comparing with the register" />}
      </div>
    </div>
  )
}

function fieldChoice(state: StepProps['state'], key: string, field: string): string | undefined {
  return Object.entries(state.choices[key] ?? {}).find(([name]) => name === field)?.[1]
}
