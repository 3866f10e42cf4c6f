import { useState } from 'react'
import type { Setting } from '../../../domain/setting.ts'
import { changeReminderSetting, type SettingOutcome } from '../../../usecases/changeReminderSetting.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { asError } from '../../ui/asError.ts'
import type { Rows } from '../../ui/rows.tsx'
import { useServices } from '../../ui/services.tsx'
import { forgetTyped, keepTyped, readTyped } from '../../ui/typedText.ts'
import type { ReadForm, Values } from './ruleFields.ts'

/** A setting and the form that changes it. */
export interface SettingForm<T extends object> {
  readonly key: string
  /** What the form shows of the setting as it is saved, or of the default. */
  readonly saved: Values
  read(values: Values): ReadForm<T>
}

interface Draft {
  readonly values: Values
  /** Of the setting that the draft began from; empty when there was none. */
  readonly etag: string
}

/** Where the etag of what was typed is kept beside it. */
const etagName = ''

/**
 * One setting as it is being changed. What was typed stays on this device until it is saved or thrown away; it goes
 * back with the etag of the setting that it began from, so that nobody's change in between is lost.
 */
export function useSettingDraft<T extends object>(list: Rows<Setting>, form: SettingForm<T>) {
  const { settings, clock, me } = useServices()
  const announce = useAnnounce()
  const typed = `setting ${form.key}`
  const row = list.held?.rows.find(({ value }) => value.key === form.key)
  const [draft, setDraft] = useState<Draft | null>(() => draftOf(readTyped(me.objectId, typed)))
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<SettingRefusal | Error | null>(null)
  const [theirs, setTheirs] = useState<Stored<Setting> | null>(null)
  const values = draft?.values ?? form.saved
  const read = form.read(values)
  const keep = (next: Draft) => {
    setDraft(next)
    keepTyped(me.objectId, typed, { ...next.values, [etagName]: next.etag })
  }
  const set = (name: string, text: string) => {
    setRefused(null)
    keep({ values: { ...values, [name]: text }, etag: draft?.etag ?? row?.etag ?? '' })
  }
  const drop = () => {
    forgetTyped(me.objectId, typed)
    setDraft(null)
    setRefused(null)
    setTheirs(null)
  }
  const settle = (outcome: SettingOutcome) => {
    if (outcome.ok) {
      list.replace(outcome.row)
      drop()
      announce('Saved.')
      return true
    }
    if (outcome.code === 'changed-meanwhile') {
      list.replace(outcome.theirs)
      setTheirs(outcome.theirs)
    } else setRefused(outcome.code)
    return false
  }
  const save = async (etag = draft?.etag ?? row?.etag ?? ''): Promise<boolean> => {
    if (busy || Object.keys(read.problems).length > 0) return false
    setBusy(true)
    setTheirs(null)
    try {
      const input = { key: form.key, value: read.value, etag: etag === '' ? null : etag, actor: me }
      return settle(await changeReminderSetting({ settings, clock }, input))
    } catch (thrown) {
      setRefused(asError(thrown))
      return false
    } finally {
      setBusy(false)
    }
  }
  const overwrite = () => save(theirs?.etag)
  return { ...read, values, set, drop, save, overwrite, busy, refused, theirs, changed: draft !== null }
}

export type SettingRefusal = Exclude<Extract<SettingOutcome, { ok: false }>['code'], 'changed-meanwhile'>
export type SettingDraft<T extends object> = ReturnType<typeof useSettingDraft<T>>

function draftOf(typed: Values | null): Draft | null {
  if (typed === null) return null
  const { [etagName]: etag = '', ...values } = typed
  return { values, etag }
}
