import { Button, Input } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Fragment, useId, useState } from 'react'
import { type KeptRejects, keepRejects, readRejects } from '../../../../usecases/keptRejects.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { asError } from '../../../ui/asError.ts'
import { useServices } from '../../../ui/services.tsx'
import { withKeys } from '../../../ui/withKeys.ts'
import { useCompletionStyles } from './CompletionsPage.styles.ts'
import type { TrainingImport } from './trainingImport.ts'

const queryKey = ['training', 'rejects']

/** Lines that an import left, for any coordinator to mend. */
export function Rejects({ session }: { session: TrainingImport }) {
  const { settings } = useServices()
  const held = useQuery({ queryKey, queryFn: () => readRejects(settings) })
  return (held.data ?? []).map((rejects) => (
    <MendTable
      key={JSON.stringify([rejects.table.headings, rejects.notes])}
      rejects={rejects}
      session={session}
    />
  ))
}

/** Lines that are drawn at once. */
const mostDrawn = 50

function MendTable({ rejects, session }: { rejects: KeptRejects; session: TrainingImport }) {
  const styles = useCompletionStyles()
  const { settings, me } = useServices()
  const client = useQueryClient()
  const announce = useAnnounce()
  const id = useId()
  const { table, notes, left } = rejects
  const [lines, setLines] = useState(table.lines)
  const headings = withKeys(table.headings, (heading) => heading)
  const type = (line: number, index: number, value: string) =>
    setLines((now) =>
      now.map((one) =>
        one.line === line
          ? { line, cells: table.headings.map((_, at) => (at === index ? value : (one.cells[at] ?? ''))) }
          : one,
      ),
    )
  const throwAway = async () => {
    try {
      const mended = table.lines.map(({ line }) => line)
      await keepRejects(settings, table.headings, null, { by: me, mended })
      announce('The lines are thrown away.')
      await client.invalidateQueries({ queryKey })
    } catch (thrown) {
      announce(`They could not be thrown away. ${asError(thrown).message}`)
    }
  }
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 className={styles.heading} id={id}>
        To be mended ({table.lines.length + left})
      </h2>
      <p className={styles.says}>
        From {table.name}. Put right what is wrong and try again; what is still wrong stays here.
        {left > 0 && ` ${left} more are only in the file of that import.`}
      </p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Line</th>
              {headings.map(({ key, thing }) => (
                <th key={key} scope="col">
                  {thing}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, mostDrawn).map(({ line, cells }) => (
              <Fragment key={line}>
                <tr>
                  <th scope="row" rowSpan={2}>
                    {line}
                  </th>
                  {headings.map(({ key, thing }, index) => (
                    <td key={key} className={styles.cell}>
                      <Input
                        size="small"
                        aria-label={`${thing}, line ${line}`}
                        value={cells[index] ?? ''}
                        onChange={(_event, { value }) => type(line, index, value)}
                      />
                    </td>
                  ))}
                </tr>
                <tr>
                  <td colSpan={headings.length}>{notes[line]}</td>
                </tr>
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > mostDrawn && <p className={styles.says}>and {lines.length - mostDrawn} more</p>}
      <div className={styles.row}>
        <Button appearance="primary" onClick={() => void session.mend({ ...table, lines })}>
          Try these lines again
        </Button>
        <Button onClick={() => void throwAway()}>Throw them away</Button>
      </div>
    </section>
  )
}
