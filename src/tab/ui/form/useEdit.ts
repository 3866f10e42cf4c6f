import { useRef, useState } from 'react'
import { isM365Error } from '../../../domain/m365Error.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { useAnnounce } from '../announcer.tsx'
import { useServices } from '../services.tsx'
import { forgetTyped, keepTyped, readTyped } from '../typedText.ts'
import type { Problems, Values } from './formValues.ts'

/** What became of one attempt to save. */
export type EditOutcome<T> =
  | { readonly ok: true; readonly row: Stored<T> }
  | { readonly ok: false; readonly problems: Problems }
  | { readonly ok: false; readonly theirs: Stored<T> }

export interface UseEditInput<T> {
  /** Names what is edited, for the text that is kept on this device: `post 4`. */
  readonly what: string
  readonly row: Stored<T>
  start(value: T): Values
  save(values: Values, base: Stored<T>): Promise<EditOutcome<T>>
  /** What is said once it is saved. */
  readonly saved: string
  readonly onSaved: (row: Stored<T>) => void
  readonly onClose: () => void
}

/** Typing and saving a form about a post or a report; what was typed is kept until it is saved. */
export function useEdit<T>({ what, row, start, save, saved, onSaved, onClose }: UseEditInput<T>) {
  const { me } = useServices()
  const announce = useAnnounce()
  const [kept] = useState(() => readTyped(me.objectId, what))
  const [values, setValues] = useState<Values>(kept ?? start(row.value))
  // Two fields set by one press both count.
  const typed = useRef(values)
  const [restored, setRestored] = useState(kept !== null)
  const [base, setBase] = useState(row)
  const [theirs, setTheirs] = useState<Stored<T> | null>(null)
  const [problems, setProblems] = useState<Problems>({})
  const [saving, setSaving] = useState(false)
  const refuse = (found: Problems) => {
    setProblems(found)
    announce(`Not saved. ${Object.values(found).join(' ')}`)
  }
  const attempt = async () => {
    const outcome = await save(values, base)
    if (outcome.ok) {
      forgetTyped(me.objectId, what)
      onSaved(outcome.row)
      announce(saved)
      return onClose()
    }
    if ('problems' in outcome) return refuse(outcome.problems)
    setTheirs(outcome.theirs)
    setBase(outcome.theirs)
    onSaved(outcome.theirs)
    announce('Not saved: somebody else saved in between. What you typed is kept.')
  }
  return {
    ...{ values, problems, saving, restored, theirs },
    set(name: string, value: string) {
      typed.current = { ...typed.current, [name]: value }
      keepTyped(me.objectId, what, typed.current)
      setValues(typed.current)
      setProblems(({ [name]: _mended, ...rest }) => rest)
    },
    async onSave() {
      if (saving) return
      setSaving(true)
      setProblems({})
      setTheirs(null)
      try {
        await attempt()
      } catch (error) {
        const message = isM365Error(error) ? error.message : 'It could not be saved.'
        refuse({ '': `${message} What you typed is kept; press the button to try again.` })
      } finally {
        setSaving(false)
      }
    },
    onStartAfresh() {
      forgetTyped(me.objectId, what)
      typed.current = start(row.value)
      setValues(typed.current)
      setRestored(false)
      setProblems({})
    },
    onClose,
  }
}
