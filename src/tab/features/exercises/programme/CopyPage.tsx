import {
  Button,
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Select,
} from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { writeDate, writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import type { CopiedDay } from '../../../../domain/copyProgramme.ts'
import { type Finding, yearOf } from '../../../../domain/programmeRules.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { useRows } from '../../../ui/rows.tsx'
import { useServices, useToday } from '../../../ui/services.tsx'
import { useShownFromTop } from '../../../ui/useShownFromTop.ts'
import { useExercisesStyles } from '../ExercisesPage.styles.ts'
import { useExercisePlace } from '../exercisePlace.ts'
import { useCopyStyles } from './CopyPage.styles.ts'
import { useProgrammeStyles } from './Programme.styles.ts'
import { exercisesCount, sayFinding, weekdayAndDay, yearToCopyTo } from './programmeWords.ts'
import { type Copying, useCopy } from './useCopy.ts'

/** A year's programme copied to the next: every day can be changed before anything is made. */
export function CopyPage() {
  const styles = useProgrammeStyles()
  const frame = useExercisesStyles()
  const heading = useShownFromTop()
  const today = useToday()
  const { get, set, openWith } = useExercisePlace()
  const from = Number(get('year') ?? today.slice(0, 4))
  const to = Number(get('to') ?? yearToCopyTo(from, today))
  const copying = useCopy(from, to)
  const { exercises } = useServices()
  const calledOff = (useRows('exercises', exercises).held?.rows ?? [])
    .filter(({ value }) => yearOf(value.date) === from && value.status === 'cancelled')
    .map(({ value }) => value.unit)
  const back = () => {
    openWith('programme', { year: String(copying.outcome ? to : from), to: '' })
  }
  return (
    <div className={styles.stack}>
      <div>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={back}>
          Programme
        </Button>
      </div>
      <h2 className={frame.title} ref={heading} tabIndex={-1}>
        Copy the programme of {from} to {to}
      </h2>
      <p className={styles.summary}>
        Each exercise keeps its weekday and its week of the month. A day that is not possible is moved by
        whole weeks. Roles are copied, people and internal notes are not. Nobody is told.
      </p>
      {calledOff.length > 0 && (
        <p className={styles.summary}>
          Called off in {from} and not copied: {calledOff.join('; ')}. Plan a day for them by hand.
        </p>
      )}
      <ToYear from={from} to={to} today={today} onChange={(year) => set({ to: String(year) })} />
      {copying.loading && !copying.error && <Loading what="Looking at the calendars" />}
      {copying.error && <Failure error={copying.error} onRetry={copying.again} />}
      {!copying.loading && !copying.error && (
        <Days key={to} copying={copying} years={[from, to]} onDone={back} />
      )}
    </div>
  )
}

function ToYear(props: { from: number; to: number; today: string; onChange: (year: number) => void }) {
  const { from, to, today, onChange } = props
  const styles = useCopyStyles()
  const first = Math.min(from + 1, to)
  const last = Math.max(Number(today.slice(0, 4)) + 3, from + 1, to)
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return (
    <Field label="Copy to" className={styles.year}>
      <Select value={String(to)} onChange={(_event, { value }) => onChange(Number(value))}>
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function Days(props: { copying: Copying; years: readonly [number, number]; onDone: () => void }) {
  const { copying, years, onDone } = props
  const [from, to] = years
  const styles = useCopyStyles()
  const { judged, outcome } = copying
  if (judged.length === 0) return <Empty title={`There is nothing in ${from} to copy`} />
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Unit</th>
            <th scope="col">{from}</th>
            <th scope="col">{to}</th>
            <th scope="col">What speaks against it</th>
          </tr>
        </thead>
        <tbody>
          {judged.map((one) => (
            <DayRow key={one.day.from.key} one={one} copying={copying} />
          ))}
        </tbody>
      </table>
      {outcome ? <Outcome outcome={outcome} onDone={onDone} /> : <MakeBar copying={copying} />}
    </>
  )
}

function DayRow({ one, copying }: { one: Copying['judged'][number]; copying: Copying }) {
  const styles = useCopyStyles()
  const { day, left, findings } = one
  const { from } = day
  const done = copying.outcome !== null
  return (
    <tr>
      <th scope="row">
        {day.there || done ? (
          from.unit
        ) : (
          <Checkbox
            label={from.unit}
            checked={!left}
            onChange={(_event, { checked }) => copying.choose(from.key, { left: checked !== true })}
          />
        )}
      </th>
      <td data-label="From">{weekdayAndDay(from.date)}</td>
      <td data-label="To">
        {day.there || left || done ? (
          <span>{left ? 'Left out' : weekdayAndDay(day.date)}</span>
        ) : (
          <>
            <Input
              type="date"
              aria-label={`Day for ${from.unit}`}
              value={day.date}
              onChange={(_event, { value }) => copying.choose(from.key, { date: value })}
            />
            <div className={styles.small}>
              {day.date === '' ? 'Choose a day' : writeDateAndWeekday(day.date)}
            </div>
          </>
        )}
      </td>
      <td>
        <Against day={day} left={left} findings={findings} />
      </td>
    </tr>
  )
}

function Against(props: { day: CopiedDay; left: boolean; findings: readonly Finding[] }) {
  const styles = useCopyStyles()
  const { day, left, findings } = props
  if (left) {
    const past = findingOf(day, 'in-the-past')
    return past ? <span className={styles.small}>{sayFinding(past)}</span> : null
  }
  if (day.there) return <span className={styles.small}>Is in that year already; it stays as it is.</span>
  return (
    <ul className={styles.against}>
      {day.moved.length > 0 && (
        <li>
          Moved from {writeDate(day.pattern)}: {day.moved.map(sayFinding).join(' ')}
        </li>
      )}
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.about}`} className={finding.stops ? styles.stops : undefined}>
          {finding.stops && 'Not possible: '}
          {sayFinding(finding)}
        </li>
      ))}
      {day.moved.length === 0 && findings.length === 0 && <li className={styles.small}>Nothing</li>}
    </ul>
  )
}

function findingOf(day: CopiedDay, code: Finding['code']): Finding | undefined {
  return day.findings.find((one) => one.code === code)
}

function MakeBar({ copying }: { copying: Copying }) {
  const styles = useProgrammeStyles()
  const { wanted, stopped, busy, make } = copying
  const why =
    stopped.length > 0
      ? `${exercisesCount(stopped.length)} cannot be held on the day that is chosen: choose another, or leave it out.`
      : wanted.length === 0
        ? 'Nothing is chosen that is not there already.'
        : null
  return (
    <div className={styles.actions}>
      <Button
        appearance="primary"
        onClick={() => void make()}
        disabledFocusable={busy || why !== null}
        aria-describedby={why === null ? undefined : 'why-not-copy'}
      >
        {busy ? 'Planning…' : `Plan ${exercisesCount(wanted.length)}`}
      </Button>
      {why !== null && <span id="why-not-copy">{why}</span>}
    </div>
  )
}

function Outcome(props: { outcome: NonNullable<Copying['outcome']>; onDone: () => void }) {
  const { outcome, onDone } = props
  const { failed, sentence } = sayOutcome(outcome)
  return (
    <>
      <MessageBar intent={failed ? 'error' : 'success'} layout="multiline" politeness="assertive">
        <MessageBarBody>{sentence}</MessageBarBody>
      </MessageBar>
      <div>
        <Button appearance="primary" onClick={onDone}>
          See the programme
        </Button>
      </div>
    </>
  )
}

function sayOutcome(outcome: NonNullable<Copying['outcome']>): { failed: boolean; sentence: string } {
  if (outcome instanceof Error) {
    return {
      failed: true,
      sentence: `${outcome.message} What was planned before that is kept; copy again for the rest.`,
    }
  }
  if (!outcome.ok) return { failed: true, sentence: 'Nothing was planned.' }
  const failed = outcome.results.filter(({ state }) => state === 'failed')
  const made = outcome.results.length - failed.length
  if (failed.length === 0)
    return { failed: false, sentence: `${exercisesCount(made)} planned. Nobody was told.` }
  const which = failed.map(({ day, note }) => `${day.from.unit}: ${note}`).join(' ')
  return {
    failed: true,
    sentence: `${exercisesCount(made)} planned, ${failed.length} not. ${which} Copy again for those; nothing is made twice.`,
  }
}
