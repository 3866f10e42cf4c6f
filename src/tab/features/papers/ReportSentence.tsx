import { Button, Field, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons/svg/edit'
import { useState } from 'react'
import { sayDisagreement } from '../../../domain/claimWords.ts'
import { checkClaims, countSentence } from '../../../domain/countSentences.ts'
import type { Report } from '../../../domain/report.ts'
import { usePreviewStyles } from './PaperPreview.styles.ts'
import type { PaperPreviewProps } from './PaperPreview.tsx'
import { usePapersStyles } from './PapersPage.styles.ts'
import { sayRefusal } from './paperWords.ts'
import { useSentence } from './useSentence.ts'

/** What a report's sentence is computed from: the report and its rows as the register holds them. */
function useCounted(report: Report, { register }: PaperPreviewProps['data']) {
  const own = register.reports.find(({ key }) => key === report.key) ?? report
  const rows = register.rows.filter((row) => row.reportKey === report.key)
  return { own, rows }
}

/** The count sentence of a report; in a draft it can be typed, and what disagrees with the register is said. */
export function ReportSentence({ report, ...props }: PaperPreviewProps & { report: Report }) {
  const styles = usePreviewStyles()
  const frame = usePapersStyles()
  const [editing, setEditing] = useState(false)
  const { paper, printed, data } = props
  const wrong = printed.paper.content.disagreements?.[report.key] ?? []
  const isTyped = (paper.value.typedClaims[report.key] ?? '') !== ''
  const mayType = data.mayChange && paper.value.state === 'draft'
  return (
    <div className={styles.claims}>
      {!editing &&
        report.claims.map((claim) => (
          <p key={claim} className={styles.claim}>
            {claim}
          </p>
        ))}
      {wrong.length > 0 && !editing && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            The typed sentence and the register disagree: {wrong.map(sayDisagreement).join('; ')}.
          </MessageBarBody>
        </MessageBar>
      )}
      {isTyped && !editing && <span className={frame.small}>Typed in place of the computed sentence.</span>}
      {mayType && !editing && (
        <Button
          className={frame.screenOnly}
          size="small"
          appearance="subtle"
          icon={<EditRegular />}
          aria-label={`Type a sentence for ${report.title}`}
          onClick={() => setEditing(true)}
        >
          Type a sentence
        </Button>
      )}
      {editing && <SentenceForm report={report} {...props} onDone={() => setEditing(false)} />}
    </div>
  )
}

function SentenceForm(props: PaperPreviewProps & { report: Report; onDone: () => void }) {
  const { report, paper, data, onDone } = props
  const frame = usePapersStyles()
  const { own, rows } = useCounted(report, data)
  const computed = countSentence(own, rows)
  const { text, setText, save, busy, refused } = useSentence({ paper, report, computed, data, onDone })
  const wrong = text.trim() === computed ? [] : checkClaims(own, rows, [text])
  const disagreement =
    wrong.length > 0 ? `The register disagrees: ${wrong.map(sayDisagreement).join('; ')}.` : ''
  const message = refused
    ? typeof refused === 'string'
      ? sayRefusal(refused)
      : refused.message
    : disagreement
  return (
    <div style={{ width: '100%' }}>
      <Field
        label={`Sentence for ${report.title}`}
        hint={`Computed: ${computed}`}
        validationState={refused ? 'error' : wrong.length > 0 ? 'warning' : 'none'}
        validationMessage={message || undefined}
      >
        <Textarea resize="vertical" value={text} onChange={(_event, data) => setText(data.value)} />
      </Field>
      <div className={frame.actions}>
        <Button appearance="primary" size="small" disabledFocusable={busy} onClick={() => void save(text)}>
          Use this sentence
        </Button>
        <Button size="small" disabledFocusable={busy} onClick={() => void save(null)}>
          Use the computed one
        </Button>
        <Button size="small" appearance="subtle" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
