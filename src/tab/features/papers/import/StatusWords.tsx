import { Dropdown, Field, Option } from '@fluentui/react-components'
import { isStatus, statuses } from '../../../../domain/recommendation.ts'
import { useImportStyles } from './Import.styles.ts'
import type { StepProps } from './ImportWizard.tsx'

/** Words of a status column that are not the register's, and what they mean. */
export function StatusWords({ session, state }: StepProps) {
  const styles = useImportStyles()
  return (
    <section className={styles.card} aria-label="Status words">
      <h3 className={styles.heading}>Status words that are not the register's</h3>
      {state.found?.statusWords.map(({ word, status, rows }) => (
        <Field
          key={word}
          label={`“${word}”, in ${rows} ${rows === 1 ? 'row' : 'rows'}, means`}
          validationState={status === null ? 'warning' : 'none'}
          validationMessage={
            status === null
              ? 'Rows with this word cannot be brought in until you say what it means.'
              : undefined
          }
        >
          <Dropdown
            disabled={state.busy !== ''}
            value={status ?? ''}
            selectedOptions={status === null ? [] : [status]}
            placeholder="Not known yet"
            onOptionSelect={(_event, data) => {
              if (data.optionValue && isStatus(data.optionValue))
                void session.setStatusWord(word, data.optionValue)
            }}
          >
            {statuses.map((one) => (
              <Option key={one}>{one}</Option>
            ))}
          </Dropdown>
        </Field>
      ))}
    </section>
  )
}
