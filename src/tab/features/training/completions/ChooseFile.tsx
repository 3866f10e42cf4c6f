import { Button, mergeClasses, Spinner } from '@fluentui/react-components'
import { type DragEvent, useRef, useState } from 'react'
import { useCompletionStyles } from './CompletionsPage.styles.ts'
import type { StepProps } from './CompletionsPage.tsx'

/** A file, dropped or chosen. */
export function ChooseFile({ session, state }: StepProps) {
  const styles = useCompletionStyles()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const reading = state.busy !== ''
  const take = async (file: File | undefined) => {
    if (file) await session.read({ bytes: new Uint8Array(await file.arrayBuffer()), name: file.name })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <section
      className={mergeClasses(styles.drop, over && styles.over)}
      aria-label="File"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span>CSV or Excel, in whatever columns the other system writes.</span>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx"
        hidden
        aria-label="File to import"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <Button appearance="primary" disabledFocusable={reading} onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <span>or drop it here. Nothing is written until you have seen what would be.</span>
      {reading && <Spinner label={state.busy} labelPosition="after" />}
    </section>
  )
}
