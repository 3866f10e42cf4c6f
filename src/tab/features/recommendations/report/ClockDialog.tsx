import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { isIsoDate } from '../../../../domain/calendarDays.ts'
import type { Report } from '../../../../domain/report.ts'
import { suggestedClock } from '../../../../domain/reportChange.ts'
import { clockKinds, type StatutoryClock } from '../../../../domain/statutoryClock.ts'
import { editReport } from '../../../../usecases/editReport.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { clockLabels } from '../../../ui/decisionWords.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { DayField, LongField, PickField } from '../../../ui/form/fields.tsx'
import { type Values, wordsOf } from '../../../ui/form/formValues.ts'
import { useEdit } from '../../../ui/form/useEdit.ts'
import { useServices } from '../../../ui/services.tsx'
import { ClockLine } from '../sections/ClockLine.tsx'
import { sayReportRefusal } from './reportWords.ts'

export interface ClockDialogProps {
  readonly report: Stored<Report>
  /** Which of the report's clocks; null for a new one. */
  readonly index: number | null
  readonly onSaved: (report: Stored<Report>) => void
  readonly onClose: () => void
}

/** The days of one statutory clock, and how it stands with them. */
export function ClockDialog({ report, index, onSaved, onClose }: ClockDialogProps) {
  const services = useServices()
  const edit = useEdit<Report>({
    what: `clock ${report.id} ${index ?? 'new'}`,
    row: report,
    start: (value) => startOf(index === null ? suggestedClock(value) : (value.clocks[index] ?? null)),
    save: async (values, { id, etag }) => {
      const clock = readClock(values)
      const change =
        index === null
          ? ({ does: 'add-clock', clock } as const)
          : ({ does: 'change-clock', index, clock } as const)
      const outcome = await editReport(services, { id, etag, change, actor: services.me })
      if (outcome.ok) return { ok: true, row: outcome.report }
      if (outcome.code === 'changed-meanwhile') return { ok: false, theirs: outcome.theirs }
      return { ok: false, problems: sayReportRefusal(outcome.code) }
    },
    saved: 'Saved. The clock is up to date.',
    onSaved,
    onClose,
  })
  const clock = readClock(edit.values)
  return (
    <FormDialog
      {...edit}
      title={index === null ? 'Add a statutory clock' : 'Statutory clock'}
      explanation="The first day counts as day 1: 56 days beginning with 11 March end on 5 May."
      saveLabel="Save"
      bars={edit.theirs && <SavedMeanwhile />}
    >
      <PickField name="kind" label="Duty" choices={clockKinds.map((kind) => [kind, clockLabels[kind]])} />
      <DayField name="from" label="First day: published, or made" required />
      <DayField name="setTo" label="Last day" hint="Only where the report or an extension sets it" />
      <DayField name="extensionAskedOn" label="Extension asked for on" />
      <DayField name="stoppedOn" label="Stopped on" hint="By judicial review" />
      <DayField name="resumedOn" label="Runs again from" />
      <DayField name="respondedOn" label="Answered on" />
      <DayField name="publishedOn" label="Answer published on" />
      <LongField name="note" label="Note" />
      {isIsoDate(clock.from) && <ClockLine clock={clock} />}
    </FormDialog>
  )
}

/** Said in a form about a report that somebody else saved in between. */
export function SavedMeanwhile() {
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        Somebody saved this report before you. The page behind shows what it says now; what you typed is kept
        here, and Save puts it on top of theirs.
      </MessageBarBody>
    </MessageBar>
  )
}

function startOf(clock: StatutoryClock | null): Values {
  return {
    kind: clock?.kind ?? 'section-55',
    from: clock?.from ?? '',
    setTo: clock?.setTo ?? '',
    extensionAskedOn: clock?.extensionAskedOn ?? '',
    stoppedOn: clock?.stoppedOn ?? '',
    resumedOn: clock?.resumedOn ?? '',
    respondedOn: clock?.respondedOn ?? '',
    publishedOn: clock?.publishedOn ?? '',
    note: clock?.note ?? '',
  }
}

function readClock(values: Values): StatutoryClock {
  const day = (name: string) => wordsOf(values, name) || null
  return {
    kind: clockKinds.find((kind) => kind === values.kind) ?? 'section-55',
    from: wordsOf(values, 'from'),
    setTo: day('setTo'),
    extensionAskedOn: day('extensionAskedOn'),
    stoppedOn: day('stoppedOn'),
    resumedOn: day('resumedOn'),
    respondedOn: day('respondedOn'),
    publishedOn: day('publishedOn'),
    note: wordsOf(values, 'note'),
  }
}
