import { Button, Field, mergeClasses, Spinner, Textarea } from '@fluentui/react-components'
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react'
import { useImportStyles } from './Import.styles.ts'
import type { StepProps } from './ImportWizard.tsx'

const accepted = '.docx,.xlsx,.csv,.tsv,.txt,.html,.htm'

/** A file, dropped or chosen, or a table that was copied from somewhere. */
export function ChooseStep({ session, state }: StepProps) {
  const styles = useImportStyles()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const reading = state.busy === 'reading'
  const take = async (file: File | undefined) => {
    if (file) await session.read({ bytes: new Uint8Array(await file.arrayBuffer()), name: file.name })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <div className={styles.section}>
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
        <span>Word, Excel, CSV, HTML or plain text, in whatever columns your force uses.</span>
        <input
          ref={input}
          type="file"
          accept={accepted}
          hidden
          aria-label="Paper to import"
          onChange={(event) => void take(event.target.files?.[0])}
        />
        <Button appearance="primary" disabledFocusable={reading} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <span>or drop it here. Nothing is changed until you have seen what would be.</span>
      </section>
      <PasteBox session={session} state={state} />
      {reading && <Spinner label="Reading the paper" labelPosition="after" />}
    </div>
  )
}

function PasteBox({ session, state }: StepProps) {
  const styles = useImportStyles()
  const [text, setText] = useState('')
  const read = (pasted: string) => void session.read({ pasted, name: 'Pasted table' })
  const paste = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html')
    if (!/<table/i.test(html)) return
    // A table on the clipboard carries its cells; as plain text it would lose where they end.
    event.preventDefault()
    setText(event.clipboardData.getData('text/plain'))
    read(html)
  }
  return (
    <div className={styles.card}>
      <Field label="Or paste a table" hint="Copied from Word, Excel, Outlook or a web page.">
        <Textarea
          rows={4}
          resize="vertical"
          value={text}
          onPaste={paste}
          onChange={(_event, data) => setText(data.value)}
        />
      </Field>
      <div>
        <Button
          disabledFocusable={text.trim() === '' || state.busy !== ''}
          title={text.trim() === '' ? 'Paste a table first' : undefined}
          onClick={() => read(text)}
        >
          Read what was pasted
        </Button>
      </div>
    </div>
  )
}
