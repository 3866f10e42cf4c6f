import { useState } from 'react'
import { chaseSettingKey } from '../../../../domain/chaseSettings.ts'
import { type ChasePolicy, type ChaseRhythm, rhythmFaults } from '../../../../domain/exerciseChases.ts'
import { isM365Error } from '../../../../domain/m365Error.ts'
import { keepSetting } from '../../../../usecases/keepSetting.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { ChoiceField, TextField } from '../../../ui/form/fields.tsx'
import type { Problems, Values } from '../../../ui/form/formValues.ts'
import { useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'
import { chaseFaultWords } from '../afterwardsWords.ts'

const sides = ['required', 'optional'] as const
const numbers = ['every', 'closeFrom', 'everyWhenClose', 'most'] as const

/** How often the silent are asked again: for required roles, and for optional ones. */
export function ChaseDialog({ policy, onClose }: { policy: ChasePolicy; onClose: () => void }) {
  const { settings, clock, me } = useServices()
  const rows = useRows('settings', settings)
  const announce = useAnnounce()
  const [values, setValues] = useState(() => startOf(policy))
  const [problems, setProblems] = useState<Problems>({})
  const [saving, setSaving] = useState(false)
  const [etag] = useState(() => etagOf(rows.held?.rows ?? []))
  const save = async () => {
    const { policy: next, problems: found } = readOf(values)
    setProblems(found)
    if (Object.keys(found).length > 0) return
    setSaving(true)
    try {
      const kept = await keepSetting(
        { settings, clock },
        { key: chaseSettingKey, value: next, etag, actor: me },
      )
      if (kept.ok) {
        rows.replace(kept.row)
        rows.refresh()
        announce('The rhythm is saved.')
        onClose()
      } else setProblems({ '': refused[kept.code] })
    } catch (thrown) {
      const why = isM365Error(thrown) ? thrown.message : 'It could not be saved.'
      setProblems({ '': `${why} What you typed is still here; press the button to try again.` })
    } finally {
      setSaving(false)
    }
  }
  return (
    <FormDialog
      title="Asking again"
      explanation="Only on working days, and never on the day itself. Everybody is asked once at a time, however many roles they hold."
      saveLabel="Save the rhythm"
      values={values}
      problems={problems}
      saving={saving}
      restored={false}
      set={(name, value) => setValues((now) => ({ ...now, [name]: value }))}
      onSave={save}
      onStartAfresh={() => setValues(startOf(policy))}
      onClose={onClose}
    >
      <ChoiceField
        name="on"
        label="People who have not answered"
        choices={[
          ['yes', 'are asked again'],
          ['no', 'are left alone'],
        ]}
      />
      {sides.map((side) => (
        <Rhythm key={side} side={side} />
      ))}
    </FormDialog>
  )
}

function Rhythm({ side }: { side: (typeof sides)[number] }) {
  const of = side === 'required' ? 'required role' : 'optional role'
  return (
    <>
      <TextField name={`${side}.every`} label={`In a ${of}: every so many days`.replace('a o', 'an o')} />
      <TextField name={`${side}.closeFrom`} label="More often from so many days before" />
      <TextField name={`${side}.everyWhenClose`} label="Then every so many days" />
      <TextField name={`${side}.most`} label="At most so many times" />
    </>
  )
}

const refused = {
  'nothing-changed': 'Nothing was changed: the rhythm is the same.',
  'changed-meanwhile':
    'Somebody else changed the rhythm in between. Close this window, look at what it says now, and change it again.',
} as const

const etagOf = (rows: readonly { readonly etag: string; readonly value: { readonly key: string } }[]) =>
  rows.find(({ value }) => value.key === chaseSettingKey)?.etag ?? null

function startOf(policy: ChasePolicy): Values {
  const entries = sides.flatMap((side) =>
    numbers.map((name) => [`${side}.${name}`, String(policy[side][name])] as const),
  )
  return { on: policy.on ? 'yes' : 'no', ...Object.fromEntries(entries) }
}

function readOf(values: Values): { readonly policy: ChasePolicy; readonly problems: Problems } {
  const problems: Record<string, string> = {}
  const rhythm = (side: (typeof sides)[number]): ChaseRhythm => {
    const number = (name: string) => {
      const text = (values[`${side}.${name}`] ?? '').trim()
      return text === '' ? Number.NaN : Number(text)
    }
    const read = {
      every: number('every'),
      closeFrom: number('closeFrom'),
      everyWhenClose: number('everyWhenClose'),
      most: number('most'),
    }
    for (const fault of rhythmFaults(read)) problems[`${side}.${fault}`] = chaseFaultWords[fault]
    return read
  }
  return {
    policy: { on: values.on !== 'no', required: rhythm('required'), optional: rhythm('optional') },
    problems,
  }
}
