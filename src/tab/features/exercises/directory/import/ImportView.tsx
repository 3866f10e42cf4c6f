import { Button, MessageBar, MessageBarBody, mergeClasses, Spinner } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { useExercisePlace } from '../../exercisePlace.ts'
import { useDirectoryStyles } from '../Directory.styles.ts'
import type { Directory } from '../useDirectory.ts'
import { CheckStep } from './CheckStep.tsx'
import { useImportStyles } from './Import.styles.ts'
import { outcomeWords } from './importWords.ts'
import { type ContactImport, useContactImport } from './useContactImport.ts'

/** Brings a table of partners into the directory: choose, look at what would happen, bring in. */
export function ImportView({ directory }: { directory: Directory }) {
  const styles = useDirectoryStyles()
  const session = useContactImport(directory)
  return (
    <div className={styles.stack}>
      <div role="status">
        {session.failure && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{session.failure}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {session.lines ? (
        <ResultStep session={session} />
      ) : session.table ? (
        <CheckStep session={session} />
      ) : (
        <ChooseStep session={session} />
      )}
    </div>
  )
}

function ChooseStep({ session }: { session: ContactImport }) {
  const styles = useDirectoryStyles()
  const frame = useImportStyles()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    <section
      className={mergeClasses(frame.drop, over && frame.over)}
      aria-label="File"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void session.read(event.dataTransfer.files[0])
      }}
    >
      <span>
        CSV or Excel with a line for each partner: organisation, role, name and e-mail address, and what else
        you have of boroughs, sector, headquarters, deputy and the day it was last confirmed.
      </span>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx"
        hidden
        aria-label="File of partners"
        onChange={(event) => void session.read(event.target.files?.[0])}
      />
      <Button appearance="primary" disabledFocusable={session.reading} onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <span className={styles.quiet}>
        or drop it here. Nothing is changed until you have seen what would be.
      </span>
      {session.reading && <Spinner label="Reading the file" labelPosition="after" />}
    </section>
  )
}

function ResultStep({ session }: { session: ContactImport }) {
  const styles = useDirectoryStyles()
  const place = useExercisePlace()
  const lines = session.lines ?? []
  const counts = [...Map.groupBy(lines, ({ outcome }) => outcome)].map(
    ([outcome, of]) => `${of.length} ${outcomeWords[outcome]}`,
  )
  const open = lines.filter(({ outcome }) => outcome === 'failed' || outcome === 'not-reached')
  return (
    <section className={styles.card} aria-label="What became of the file">
      <MessageBar
        intent={open.length === 0 ? 'success' : 'warning'}
        layout="multiline"
        politeness="assertive"
      >
        <MessageBarBody>
          {lines.length} {lines.length === 1 ? 'line' : 'lines'}: {counts.join(', ')}.
          {open.length > 0 && ' Bring the same file in again for the rest: nothing comes in twice.'}
        </MessageBarBody>
      </MessageBar>
      <ul className={styles.history}>
        {lines
          .filter(({ note }) => note !== '')
          .map(({ line, organisation, role, note }) => (
            <li key={line}>
              Line {line}, {role}, {organisation}: {note}
            </li>
          ))}
      </ul>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => place.set({ show: '' })}>
          Show the partners
        </Button>
        <Button onClick={() => void session.keepResult()}>Keep what was done as a file</Button>
        <Button onClick={session.startAgain}>Another file</Button>
      </div>
    </section>
  )
}
