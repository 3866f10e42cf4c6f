import { Dropdown, Option } from '@fluentui/react-components'
import { type ColumnMeaning, columnMeanings, type FoundTable } from '../../../../domain/anyPaper.ts'
import { withKeys } from '../../../ui/withKeys.ts'
import { usePapersStyles } from '../PapersPage.styles.ts'
import { useImportStyles } from './Import.styles.ts'
import type { StepProps } from './ImportWizard.tsx'
import { meaningWords } from './importWords.ts'

/** The columns of one table, what each was taken for, and a few of its cells. */
export function ColumnTable({ table, session, state }: StepProps & { table: FoundTable }) {
  const styles = useImportStyles()
  const frame = usePapersStyles()
  return (
    <section className={styles.card} aria-label={table.name || `Table at line ${table.line}`}>
      <h3 className={styles.heading}>
        {table.name || `Table at line ${table.line}`} ({table.rows} {table.rows === 1 ? 'row' : 'rows'})
      </h3>
      <div className={styles.scroll}>
        <table className={frame.table}>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Holds</th>
              <th scope="col" className={frame.onlyWide}>
                For example
              </th>
            </tr>
          </thead>
          <tbody>
            {withKeys(table.columns, (column) => column.key).map(({ key, thing: column }) => (
              <tr key={key}>
                <th scope="row">
                  {column.heading || column.key}
                  {column.confidence < 0.5 && <div className={styles.unsure}>a guess, please check</div>}
                </th>
                <td>
                  <Dropdown
                    aria-label={`What the column ${column.heading || column.key} holds`}
                    disabled={state.busy !== ''}
                    value={meaningWords[column.meaning]}
                    selectedOptions={[column.meaning]}
                    onOptionSelect={(_event, data) => {
                      const meaning = columnMeanings.find((one) => one === data.optionValue)
                      if (meaning) void session.setColumn(column.key, meaning)
                    }}
                  >
                    {columnMeanings.map((meaning: ColumnMeaning) => (
                      <Option key={meaning} value={meaning}>
                        {meaningWords[meaning]}
                      </Option>
                    ))}
                  </Dropdown>
                </td>
                <td className={frame.onlyWide}>
                  <div className={styles.samples}>{column.samples.slice(0, 3).join(' · ')}</div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
