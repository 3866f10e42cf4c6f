import { useState } from 'react'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { asError } from '../../../ui/asError.ts'
import type { Problems, Values } from '../../../ui/form/formValues.ts'
import { useServices } from '../../../ui/services.tsx'
import { forgetTyped, keepTyped, readTyped } from '../../../ui/typedText.ts'

export interface UseFormInput {
  /** Names what is typed, for the copy that stays on this device until it is saved. */
  readonly what: string
  readonly start: Values
  /** Saves; answers with what is wrong, or null when it is saved. Throws `M365Error`. */
  save(values: Values): Promise<Problems | null>
  /** What is said once it is saved. */
  readonly saved: string
  onClose(): void
}

/** Typing and saving something new. What was typed is kept until it is saved. */
export function useForm({ what, start, save, saved, onClose }: UseFormInput) {
  const { me } = useServices()
  const announce = useAnnounce()
  const [kept] = useState(() => readTyped(me.objectId, what))
  const [values, setValues] = useState<Values>(kept ?? start)
  const [restored, setRestored] = useState(kept !== null)
  const [problems, setProblems] = useState<Problems>({})
  const [saving, setSaving] = useState(false)
  const attempt = async (): Promise<Problems | null> => {
    try {
      return await save(values)
    } catch (thrown) {
      return { '': `${asError(thrown).message} What you typed is kept; press the button to try again.` }
    }
  }
  return {
    ...{ values, problems, saving, restored, onClose },
    set(name: string, value: string) {
      const next = { ...values, [name]: value }
      keepTyped(me.objectId, what, next)
      setValues(next)
      setProblems(({ [name]: _mended, ...rest }) => rest)
    },
    async onSave() {
      if (saving) return
      setSaving(true)
      const found = await attempt()
      setSaving(false)
      if (found) {
        setProblems(found)
        announce(`Not saved. ${Object.values(found).join(' ')}`)
        return
      }
      forgetTyped(me.objectId, what)
      announce(saved)
      onClose()
    },
    onStartAfresh() {
      forgetTyped(me.objectId, what)
      setValues(start)
      setRestored(false)
      setProblems({})
    },
  }
}
