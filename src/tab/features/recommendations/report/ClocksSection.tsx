import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { isM365Error } from '../../../../domain/m365Error.ts'
import type { Report } from '../../../../domain/report.ts'
import { suggestedClock } from '../../../../domain/reportChange.ts'
import { mayManage } from '../../../../domain/roles.ts'
import type { StatutoryClock } from '../../../../domain/statutoryClock.ts'
import { editReport } from '../../../../usecases/editReport.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { clockLabels } from '../../../ui/decisionWords.ts'
import { useServices } from '../../../ui/services.tsx'
import { useDetailStyles } from '../RecommendationDetail.styles.ts'
import { ClockLine } from '../sections/ClockLine.tsx'
import { ClockDialog } from './ClockDialog.tsx'
import { sayReportRefusal } from './reportWords.ts'

export interface ClocksSectionProps {
  readonly report: Stored<Report>
  readonly onSaved: (report: Stored<Report>) => void
}

/** The times within which the law, or the report itself, wants an answer. */
export function ClocksSection({ report, onSaved }: ClocksSectionProps) {
  const styles = useDetailStyles()
  const { me } = useServices()
  const [editing, setEditing] = useState<number | 'new' | null>(null)
  const { problem, remove } = useRemoval(report, onSaved)
  const may = mayManage(me)
  const offered = suggestedClock(report.value)
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h3 className={styles.sectionTitle}>Statutory clocks</h3>
        {may && (
          <DialogButton size="small" onClick={() => setEditing('new')}>
            Add a clock
          </DialogButton>
        )}
      </div>
      {report.value.clocks.length === 0 && <NoClock offered={may ? offered : null} />}
      <ul className={styles.plainList}>
        {report.value.clocks.map((clock, index) => (
          <li key={`${clock.kind} ${clock.from}`} className={styles.line}>
            <div className={styles.lineText}>
              <ClockLine clock={clock} />
            </div>
            {may && (
              <span>
                <ClockButton clock={clock} word="Edit" onClick={() => setEditing(index)} />
                <ClockButton clock={clock} word="Take away" onClick={() => void remove(index)} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {problem && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      {editing !== null && (
        <ClockDialog
          report={report}
          index={editing === 'new' ? null : editing}
          onSaved={onSaved}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  )
}

function NoClock({ offered }: { offered: StatutoryClock | null }) {
  const styles = useDetailStyles()
  return (
    <div className={styles.quiet}>
      None is recorded.
      {offered && ` A report like this usually starts one: ${clockLabels[offered.kind]}.`}
    </div>
  )
}

function ClockButton({ clock, word, onClick }: { clock: StatutoryClock; word: string; onClick: () => void }) {
  return (
    <DialogButton
      appearance="subtle"
      size="small"
      aria-label={`${word}: ${clockLabels[clock.kind]}`}
      onClick={onClick}
    >
      {word}
    </DialogButton>
  )
}

function useRemoval(report: Stored<Report>, onSaved: ClocksSectionProps['onSaved']) {
  const services = useServices()
  const announce = useAnnounce()
  const [problem, setProblem] = useState<string | null>(null)
  const remove = async (index: number) => {
    setProblem(null)
    try {
      const { id, etag } = report
      const change = { does: 'remove-clock', index } as const
      const outcome = await editReport(services, { id, etag, change, actor: services.me })
      if (outcome.ok) {
        onSaved(outcome.report)
        announce('Saved. The clock is taken away.')
      } else if (outcome.code === 'changed-meanwhile') {
        onSaved(outcome.theirs)
        setProblem('Somebody saved this report in between. Look at what it says now, then try again.')
      } else setProblem(Object.values(sayReportRefusal(outcome.code)).join(' '))
    } catch (error) {
      setProblem(`${isM365Error(error) ? error.message : 'It could not be saved.'} Nothing was changed.`)
    }
  }
  return { problem, remove }
}
