import { useState } from 'react'
import { isM365Error } from '../../../../domain/m365Error.ts'
import { verdicts, type YearDecision, yearDecisionKey } from '../../../../domain/yearReview.ts'
import { keepSetting } from '../../../../usecases/keepSetting.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { ChoiceField, LongField } from '../../../ui/form/fields.tsx'
import { type Problems, type Values, wordsOf } from '../../../ui/form/formValues.ts'
import { useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'
import { verdictWords } from './reviewWords.ts'

/** Says whether a type of exercise goes on after a year, and why. */
export function VerdictDialog(props: {
  type: string
  year: string
  decision: YearDecision | null
  onClose: () => void
}) {
  const { type, year, decision, onClose } = props
  const { settings, clock, me } = useServices()
  const rows = useRows('settings', settings)
  const announce = useAnnounce()
  const key = yearDecisionKey(type, year)
  const start: Values = { verdict: decision?.verdict ?? '', why: decision?.why ?? '' }
  const [values, setValues] = useState(start)
  const [problems, setProblems] = useState<Problems>({})
  const [saving, setSaving] = useState(false)
  const [etag] = useState(() => rows.held?.rows.find(({ value }) => value.key === key)?.etag ?? null)
  const save = async () => {
    const verdict = verdicts.find((one) => one === values.verdict)
    const why = wordsOf(values, 'why')
    const found: Record<string, string> = {}
    if (!verdict) found.verdict = 'Choose one.'
    if (why === '') found.why = 'Say why in a sentence or two.'
    if (why.length > 4000) found.why = 'Shorten it to 4,000 characters.'
    setProblems(found)
    if (Object.keys(found).length > 0) return
    setSaving(true)
    try {
      const value = { verdict, why, at: await clock.now(), by: me.name }
      const kept = await keepSetting({ settings, clock }, { key, value, etag, actor: me })
      if (!kept.ok) return setProblems({ '': refused[kept.code] })
      rows.replace(kept.row)
      rows.refresh()
      announce('The decision is saved.')
      onClose()
    } catch (thrown) {
      const sentence = isM365Error(thrown) ? thrown.message : 'It could not be saved.'
      setProblems({ '': `${sentence} What you typed is still here; press the button to try again.` })
    } finally {
      setSaving(false)
    }
  }
  return (
    <FormDialog
      title={`${type} after ${year}`}
      saveLabel="Save the decision"
      values={values}
      problems={problems}
      saving={saving}
      restored={false}
      set={(name, value) => setValues((now) => ({ ...now, [name]: value }))}
      onSave={save}
      onStartAfresh={() => setValues(start)}
      onClose={onClose}
    >
      <ChoiceField
        name="verdict"
        label="Should it go on?"
        required
        choices={verdicts.map((one) => [one, verdictWords[one]] as const)}
      />
      <LongField name="why" label="Why" required rows={5} />
    </FormDialog>
  )
}

const refused = {
  'nothing-changed': 'Nothing was changed.',
  'changed-meanwhile':
    'Somebody else decided in between. Close this window, look at what it says now, and change it again.',
} as const
