import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Select,
  Textarea,
} from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { useRef, useState } from 'react'
import { writeDate, writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import { writeBoroughs } from '../../../../domain/invitationText.ts'
import type { ProgrammeStep } from '../../../../domain/programmeReading.ts'
import { useShownFromTop } from '../../../ui/useShownFromTop.ts'
import { withKeys } from '../../../ui/withKeys.ts'
import { useExercisesStyles } from '../ExercisesPage.styles.ts'
import { useExercisePlace } from '../exercisePlace.ts'
import { useCopyStyles } from './CopyPage.styles.ts'
import { useProgrammeStyles } from './Programme.styles.ts'
import { exercisesCount, sayPageDoubt } from './programmeWords.ts'
import { type ProgrammeImport, useProgrammeImport } from './useProgrammeImport.ts'

/** Brings in the page that lists a year's dates: read first, shown, and only then planned. */
export function ImportPage() {
  const styles = useProgrammeStyles()
  const frame = useExercisesStyles()
  const heading = useShownFromTop()
  const { openWith } = useExercisePlace()
  const programme = useProgrammeImport()
  const back = () => {
    const year = programme.read?.reading.days[0]?.date.slice(0, 4)
    openWith('programme', programme.outcome && year ? { year } : {})
  }
  return (
    <div className={styles.stack}>
      <div>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={back}>
          Programme
        </Button>
      </div>
      <h2 className={frame.title} ref={heading} tabIndex={-1}>
        Bring in dates
      </h2>
      {programme.read ? <Found programme={programme} onDone={back} /> : <Choose programme={programme} />}
    </div>
  )
}

function Choose({ programme }: { programme: ProgrammeImport }) {
  const styles = useProgrammeStyles()
  const own = useCopyStyles()
  const [text, setText] = useState('')
  const file = useRef<HTMLInputElement>(null)
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return
    await programme.readFile({ bytes: new Uint8Array(await chosen.arrayBuffer()), name: chosen.name })
  }
  return (
    <>
      <p className={styles.summary}>
        The page, letter or e-mail that lists the year’s dates, each with its unit. Nothing is planned before
        you have seen what was read.
      </p>
      <Field label="Text of the page" className={own.paste}>
        <Textarea
          resize="vertical"
          value={text}
          placeholder={'18 April 2018\nCamden & Islington'}
          onChange={(_event, data) => setText(data.value)}
        />
      </Field>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={programme.busy || text.trim() === ''}
          aria-describedby={text.trim() === '' ? 'why-not-read' : undefined}
          onClick={() => text.trim() !== '' && void programme.readFile({ pasted: text })}
        >
          {programme.busy ? 'Reading…' : 'Read the text'}
        </Button>
        <Button onClick={() => file.current?.click()}>Choose a file</Button>
        <input
          ref={file}
          type="file"
          className={own.file}
          aria-label="File with the dates"
          accept=".txt,.htm,.html,.docx"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        {text.trim() === '' && (
          <span id="why-not-read" className={styles.summary}>
            Paste the text, or choose a Word document, web page or text file.
          </span>
        )}
      </div>
      {programme.trouble !== '' && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{programme.trouble}</MessageBarBody>
        </MessageBar>
      )}
    </>
  )
}

function Found({ programme, onDone }: { programme: ProgrammeImport; onDone: () => void }) {
  const styles = useProgrammeStyles()
  const own = useCopyStyles()
  const { read, steps, outcome } = programme
  if (!read) return null
  const { days, doubts } = read.reading
  const units = new Set(days.map(({ unit }) => unit)).size
  const boroughs = new Set(days.flatMap((day) => day.boroughs)).size
  return (
    <>
      <p className={styles.summary} role="status">
        {days.length} dates, {units} units and {boroughs} boroughs were read from {read.source}.
      </p>
      {doubts.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <ul className={own.against}>
              {withKeys(doubts, ({ code, line }) => `${code} ${line}`).map(({ key, thing }) => (
                <li key={key}>
                  Line {thing.line}: {sayPageDoubt(thing)}
                </li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      <Defaults programme={programme} />
      <table className={own.table}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Unit</th>
            <th scope="col">Boroughs</th>
            <th scope="col">What happens</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={`${step.day.line} ${step.day.date}`}>
              <th scope="row">{writeDateAndWeekday(step.day.date)}</th>
              <td>{step.day.unit}</td>
              <td>{writeBoroughs(step.day.boroughs)}</td>
              <td>{sayStep(step)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {outcome ? <Result programme={programme} onDone={onDone} /> : <BringIn programme={programme} />}
    </>
  )
}

function sayStep(step: ProgrammeStep): string {
  if (step.does === 'create') return 'Planned anew'
  if (step.does === 'nothing') return 'Is in the programme already'
  return `Is in the programme on ${writeDate(step.there.date)}: move it there if the page is right`
}

function Defaults({ programme }: { programme: ProgrammeImport }) {
  const own = useCopyStyles()
  const { values, types, set } = programme
  return (
    <div className={own.fields}>
      <Field label="Kind of exercise">
        <Select value={values.type} onChange={(_event, data) => set('type', data.value)}>
          {types.map(({ key, name }) => (
            <option key={key}>{name}</option>
          ))}
        </Select>
      </Field>
      <Field label="Starts" hint="The page names no times.">
        <Input type="time" value={values.start} onChange={(_event, data) => set('start', data.value)} />
      </Field>
      <Field label="Ends">
        <Input type="time" value={values.end} onChange={(_event, data) => set('end', data.value)} />
      </Field>
      <Field label="Place">
        <Input value={values.venue} onChange={(_event, data) => set('venue', data.value)} />
      </Field>
    </div>
  )
}

function BringIn({ programme }: { programme: ProgrammeImport }) {
  const styles = useProgrammeStyles()
  const { steps, values, busy, bringIn } = programme
  const count = steps.filter(({ does }) => does === 'create').length
  const why =
    count === 0
      ? 'Every date of the page is in the programme already.'
      : values.venue.trim() === '' || values.start === '' || values.end <= values.start
        ? 'Give the place and the hours first.'
        : null
  return (
    <div className={styles.actions}>
      <Button
        appearance="primary"
        disabledFocusable={busy || why !== null}
        aria-describedby={why === null ? undefined : 'why-not-bring'}
        onClick={() => void (why === null && bringIn())}
      >
        {busy ? 'Planning…' : `Plan ${exercisesCount(count)}`}
      </Button>
      {why !== null && <span id="why-not-bring">{why}</span>}
    </div>
  )
}

function Result({ programme, onDone }: { programme: ProgrammeImport; onDone: () => void }) {
  const { outcome } = programme
  if (outcome === null) return null
  const failed =
    outcome instanceof Error || !outcome.ok || outcome.results.some(({ state }) => state === 'failed')
  return (
    <>
      <MessageBar intent={failed ? 'error' : 'success'} layout="multiline" politeness="assertive">
        <MessageBarBody>{sayResult(outcome)}</MessageBarBody>
      </MessageBar>
      <div>
        <Button appearance="primary" onClick={onDone}>
          See the programme
        </Button>
      </div>
    </>
  )
}

function sayResult(outcome: NonNullable<ProgrammeImport['outcome']>): string {
  if (outcome instanceof Error)
    return `${outcome.message} What was planned before that is kept; bring the page in again for the rest.`
  if (!outcome.ok) return 'Nothing was planned.'
  const failed = outcome.results.filter(({ state }) => state === 'failed')
  const made = `${exercisesCount(outcome.results.length - failed.length)} planned. Nobody was told.`
  if (failed.length === 0) return made
  return `${made} ${failed.map(({ day, note }) => `${day.unit}: ${note}`).join(' ')} Bring the page in again for those.`
}
