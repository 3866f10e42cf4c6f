import { useState } from 'react'
import type { Decision, DecisionRefusal } from '../../../../domain/decide.ts'
import { isM365Error } from '../../../../domain/m365Error.ts'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import { decideRecommendation } from '../../../../usecases/decideRecommendation.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { forgetDecisionDraft, keepDecisionDraft, readDecisionDraft } from '../../../ui/decisionDraft.ts'
import type { Problems, Values } from '../../../ui/form/formValues.ts'
import { useServices, useToday } from '../../../ui/services.tsx'
import type { RegisterRows } from '../useRegisterRows.ts'
import type { DecisionForm, FormContext } from './decisionForm.ts'
import type { FormName } from './formNames.ts'
import { forms } from './forms.ts'
import { sayDecisionRefusal } from './refusalWords.ts'

export interface UseDecisionInput {
  readonly name: FormName
  readonly preset: Values
  readonly row: Stored<Recommendation>
  readonly register: RegisterRows
  readonly onClose: () => void
}

/** A decision being typed. `base` is the version that it answers to, whatever has been read since. */
interface Typing {
  readonly values: Values
  readonly base: Stored<Recommendation>
  readonly restored: boolean
}

/** A decision that is saved. */
export interface Taken {
  readonly row: Stored<Recommendation>
  readonly decisions: readonly Decision[]
}

/**
 * Typing, saving and, when somebody was quicker, settling one decision. Nothing typed is lost: it is kept on this
 * device through failures, closing and leaving, until it is saved or thrown away.
 */
export function useDecision({ name, preset, row, register, onClose }: UseDecisionInput) {
  const services = useServices()
  const today = useToday()
  const announce = useAnnounce()
  const { me } = services
  const form: DecisionForm = forms[name]
  const which = { form: name, preset }
  const contextOf = (value: Recommendation): FormContext => ({ row: value, register, today, me, preset })
  const fresh = (): Typing => ({ values: form.start(contextOf(row.value)), base: row, restored: false })
  const [typing, setTyping] = useState<Typing>(() => {
    const kept = readDecisionDraft(me.objectId, row.id, which)
    return kept ? { values: kept.values, base: kept.base, restored: true } : fresh()
  })
  const [problems, setProblems] = useState<Problems>({})
  const [theirs, setTheirs] = useState<Stored<Recommendation> | null>(null)
  const [saving, setSaving] = useState(false)
  const [taken, setTaken] = useState<Taken | null>(null)

  const refuse = (found: Problems) => {
    setProblems(found)
    announce(`Not saved. ${Object.values(found).join(' ')}`)
  }
  const fieldFor = (code: DecisionRefusal): string => {
    const place = form.fieldOf?.[code] ?? ''
    return typeof place === 'string' ? place : place(typing.values)
  }
  const finish = (done: Taken) => {
    forgetDecisionDraft(me.objectId, row.id, which)
    announce(form.saved)
    if (form.After && form.hasAfter?.(done.row.value, register)) setTaken(done)
    else onClose()
  }
  const carryOut = async (against: Stored<Recommendation>, decisions: readonly Decision[]) => {
    let latest = against
    for (const [index, decision] of decisions.entries()) {
      const outcome = await decideRecommendation(services, {
        ...{ id: row.id, etag: latest.etag, decision, actor: me },
      })
      if (outcome.ok) {
        latest = outcome.row
        register.replaceRow(latest)
        setTyping((now) => ({ ...now, base: outcome.row }))
      } else if (outcome.code === 'changed-meanwhile') {
        setTheirs(outcome.theirs)
        return announce('Not saved: somebody else saved this row in between. Both versions are shown.')
      } else if (!wasDoneBefore(outcome.code, index, decisions)) {
        return refuse({
          [fieldFor(outcome.code)]: sayDecisionRefusal(outcome.code, row.value, register.posts),
        })
      }
    }
    finish({ row: latest, decisions })
  }
  const save = async (against: Stored<Recommendation>) => {
    if (saving) return
    const reading = form.read(typing.values, contextOf(against.value))
    if (!reading.ok) return refuse(reading.problems)
    setSaving(true)
    setProblems({})
    try {
      await carryOut(against, reading.decisions)
    } catch (error) {
      refuse({ '': sayFailure(error) })
    } finally {
      setSaving(false)
    }
  }
  return {
    ...{ form, values: typing.values, base: typing.base, restored: typing.restored },
    ...{ problems, theirs, saving, taken },
    context: contextOf(typing.base.value),
    set(field: string, value: string) {
      const values = { ...typing.values, [field]: value }
      keepDecisionDraft(me.objectId, row.id, { ...which, values, base: typing.base })
      setTyping({ ...typing, values })
      setProblems(({ [field]: _mended, ...rest }) => rest)
    },
    save: () => save(typing.base),
    saveOnTop: () => {
      if (!theirs) return
      setTheirs(null)
      setTyping({ ...typing, base: theirs })
      return save(theirs)
    },
    takeTheirs() {
      if (theirs) register.replaceRow(theirs)
      forgetDecisionDraft(me.objectId, row.id, which)
      announce('Their version is kept; yours is thrown away.')
      onClose()
    },
    startAfresh() {
      forgetDecisionDraft(me.objectId, row.id, which)
      setTyping(fresh())
      setProblems({})
    },
  }
}

/** The first of two decisions was saved before the answer to the second was lost. */
function wasDoneBefore(code: string, index: number, decisions: readonly Decision[]): boolean {
  return code === 'already-evidence' && index < decisions.length - 1
}

function sayFailure(error: unknown): string {
  const what = isM365Error(error) ? error.message : 'The decision could not be saved.'
  return `${what} What you typed is kept; press the button to try again.`
}
