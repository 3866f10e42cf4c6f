import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import { mayDecide } from '../../../../domain/decide.ts'
import { postsHeldBy } from '../../../../domain/post.ts'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { CrashScreen } from '../../../ui/CrashScreen.tsx'
import { type DecisionDraft, decisionDrafts } from '../../../ui/decisionDraft.ts'
import type { Values } from '../../../ui/form/formValues.ts'
import { useServices, useToday } from '../../../ui/services.tsx'
import type { RegisterRows } from '../useRegisterRows.ts'
import { type Decisions, DecisionsContext } from './decisionsContext.ts'
import { type FormName, formNames } from './formNames.ts'
import { sayDecisionRefusal } from './refusalWords.ts'

// Reading a recommendation needs none of its forms.
const loadDialog = () => import('./DecisionDialog.tsx')
const DecisionDialog = lazy(async () => ({ default: (await loadDialog()).DecisionDialog }))

interface Opened {
  readonly name: FormName
  readonly preset: Values
}

export interface DecisionsProviderProps {
  readonly row: Stored<Recommendation>
  readonly register: RegisterRows
  readonly children: ReactNode
}

/** Lets the sections below open forms, shows the open one, and brings back what was begun and not saved. */
export function DecisionsProvider({ row, register, children }: DecisionsProviderProps) {
  const { me } = useServices()
  const [opened, setOpened] = useState<Opened | null>(null)
  const whyNot = useWhyNot(row, register)
  const decisions: Decisions = useMemo(
    () => ({ whyNot, open: (name, preset = {}) => setOpened({ name, preset }) }),
    [whyNot],
  )
  return (
    <DecisionsContext value={decisions}>
      {opened === null && (
        <BegunBar drafts={decisionDrafts(me.objectId, row.id)} onContinue={decisions.open} />
      )}
      {children}
      {opened && (
        <CrashScreen again={async () => void (await loadDialog())}>
          <Suspense fallback={null}>
            <DecisionDialog {...opened} row={row} register={register} onClose={() => setOpened(null)} />
          </Suspense>
        </CrashScreen>
      )}
    </DecisionsContext>
  )
}

function useWhyNot({ value }: Stored<Recommendation>, { posts }: RegisterRows): Decisions['whyNot'] {
  const { me } = useServices()
  const today = useToday()
  return useMemo(() => {
    const list = [...posts.values()]
    const context = { actor: me, heldPosts: postsHeldBy(list, me.objectId), posts: list, today }
    return (name) => {
      const refusal = mayDecide(value, formNames[name].does, context)
      // "No evidence" is what the form itself asks for.
      if (refusal === null || (name === 'say-done' && refusal === 'no-evidence')) return null
      return sayDecisionRefusal(refusal, value, posts)
    }
  }, [value, posts, me, today])
}

function BegunBar(props: {
  drafts: readonly DecisionDraft[]
  onContinue: (name: FormName, preset: Values) => void
}) {
  const known = props.drafts.flatMap((draft) =>
    isFormName(draft.form) ? [{ name: draft.form, preset: draft.preset }] : [],
  )
  if (known.length === 0) return null
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        You began something here and have not saved it. It is kept on this device.
      </MessageBarBody>
      <MessageBarActions>
        {known.map(({ name, preset }) => (
          <Button
            key={`${name} ${JSON.stringify(preset)}`}
            size="small"
            onClick={() => props.onContinue(name, preset)}
          >
            {formNames[name].label}
          </Button>
        ))}
      </MessageBarActions>
    </MessageBar>
  )
}

function isFormName(name: string): name is FormName {
  return Object.hasOwn(formNames, name)
}
