import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { AfterDialog, FormDialog } from '../../../ui/form/FormDialog.tsx'
import { DecisionConflict } from './DecisionConflict.tsx'
import { FormContextProvider } from './formContext.ts'
import { type UseDecisionInput, useDecision } from './useDecision.ts'

/** One decision in a window of its own: its fields, what is wrong with them, and what came of it. */
export function DecisionDialog(props: UseDecisionInput) {
  const { row, register, onClose } = props
  const decision = useDecision(props)
  const { form, taken, theirs, saving } = decision
  if (taken && form.After) {
    return (
      <AfterDialog title={form.title} saved={form.saved} onClose={onClose}>
        <form.After {...taken} register={register} onClose={onClose} />
      </AfterDialog>
    )
  }
  return (
    <FormDialog
      title={form.title}
      explanation={form.explanation}
      saveLabel={form.saveLabel}
      values={decision.values}
      problems={decision.problems}
      saving={saving}
      restored={decision.restored && !theirs}
      set={decision.set}
      onSave={() => void decision.save()}
      onStartAfresh={decision.startAfresh}
      onClose={onClose}
      bars={!theirs && !saving && row.etag !== decision.base.etag && <ChangedBar />}
      conflict={
        theirs && (
          <DecisionConflict decision={decision} base={decision.base} theirs={theirs} onClose={onClose} />
        )
      }
    >
      <FormContextProvider value={decision.context}>
        <form.Fields />
      </FormContextProvider>
    </FormDialog>
  )
}

function ChangedBar() {
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        Somebody saved this row since you opened the form. Saving will show both versions.
      </MessageBarBody>
    </MessageBar>
  )
}
