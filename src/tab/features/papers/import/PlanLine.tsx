import { Radio, RadioGroup } from '@fluentui/react-components'
import type { Choices, FieldDifference, PlanStep } from '../../../../domain/importPlan.ts'
import { withKeys } from '../../../ui/withKeys.ts'
import { firstWords } from '../firstWords.ts'
import { usePapersStyles } from '../PapersPage.styles.ts'
import { useImportStyles } from './Import.styles.ts'
import { nameField, nameStep, sayReason } from './importWords.ts'

type Choice = Choices[string]

export interface PlanLineProps {
  readonly step: PlanStep
  readonly choice: Choice | undefined
  readonly onSettle: (key: string, choice: Choice) => void
}

/** One report or row of the plan: why, what differs, what is doubtful, and for a conflict both versions. */
export function PlanLine({ step, choice, onSettle }: PlanLineProps) {
  const styles = useImportStyles()
  const frame = usePapersStyles()
  return (
    <>
      <div className={styles.lineTop}>
        <strong>{nameStep(step)}</strong>
        {step.what === 'row' && <span>{step.status}</span>}
        {step.line > 0 && <span className={frame.small}>line {step.line}</span>}
      </div>
      {step.reason !== '' && <div>{sayReason(step.reason)}</div>}
      {step.what === 'row' && step.does === 'new' && step.imported && (
        <div className={styles.samples}>{firstWords(step.imported.text)}</div>
      )}
      {step.what === 'row' && step.doubts.length > 0 && (
        <ul className={styles.doubts} aria-label="Doubts">
          {withKeys(step.doubts, ({ message }) => message).map(({ key, thing }) => (
            <li key={key}>{thing.message}</li>
          ))}
        </ul>
      )}
      {withKeys<FieldDifference>(step.differences, ({ field }) => field).map(({ key, thing }) => (
        <Difference
          key={key}
          difference={thing}
          step={step}
          whose={Object.entries(choice ?? {}).find(([field]) => field === thing.field)?.[1]}
          onChoose={(whose) => onSettle(step.key, { ...choice, [thing.field]: whose })}
        />
      ))}
    </>
  )
}

function Difference(props: {
  difference: FieldDifference
  step: PlanStep
  whose: 'ours' | 'papers' | undefined
  onChoose: (whose: 'ours' | 'papers') => void
}) {
  const { difference, step, whose, onChoose } = props
  const styles = useImportStyles()
  const conflict = difference.changed === 'both'
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>
        {nameField(difference.field)}
        {difference.changed === 'here' && ': changed here only, stays'}
      </legend>
      <div className={styles.sides}>
        <Side title="Here" text={difference.ours} />
        <Side title="In the paper" text={difference.papers} />
      </div>
      {conflict && (
        <RadioGroup
          layout="horizontal"
          aria-label={`${nameField(difference.field)} of ${nameStep(step)}`}
          value={whose ?? ''}
          onChange={(_event, data) => onChoose(data.value === 'papers' ? 'papers' : 'ours')}
        >
          <Radio value="ours" label="Keep ours" />
          <Radio value="papers" label="Take the paper's" />
        </RadioGroup>
      )}
    </fieldset>
  )
}

function Side({ title, text }: { title: string; text: string }) {
  const styles = useImportStyles()
  const frame = usePapersStyles()
  return (
    <div>
      <div className={frame.small}>{title}</div>
      <div className={styles.side}>{text || '(empty)'}</div>
    </div>
  )
}
