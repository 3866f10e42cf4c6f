import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { PlaceDispute } from '../../../../../domain/dispute.ts'
import type { Stored } from '../../../../../usecases/ports.ts'
import { settleDispute } from '../../../../../usecases/settleDispute.ts'
import { FormDialog } from '../../../../ui/form/FormDialog.tsx'
import { LongField } from '../../../../ui/form/fields.tsx'
import { useEdit } from '../../../../ui/form/useEdit.ts'
import { useServices } from '../../../../ui/services.tsx'
import { problemOf } from './RaiseDialog.tsx'

/** Decides a dispute or adds a note to it. */
export function SettleDialog(props: {
  readonly row: Stored<PlaceDispute>
  readonly does: 'note' | 'decide'
  readonly onSaved: () => void
  readonly onClose: () => void
}) {
  const { disputes, clock, me } = useServices()
  const { row, does, onSaved, onClose } = props
  const edit = useEdit<PlaceDispute>({
    what: `dispute ${does} ${row.id}`,
    row,
    start: () => ({ words: '' }),
    async save(values, base) {
      const input = { id: base.id, etag: base.etag, does, words: values.words ?? '', actor: me }
      const outcome = await settleDispute({ disputes, clock }, input)
      if (outcome.ok) return outcome
      if (outcome.code === 'changed-meanwhile') return { ok: false, theirs: outcome.theirs }
      return { ok: false, problems: problemOf(outcome.code) }
    },
    saved: does === 'note' ? 'The note is added.' : 'The decision is written down.',
    onSaved,
    onClose,
  })
  return (
    <FormDialog
      {...edit}
      title={does === 'note' ? 'Add a note' : 'Decide'}
      explanation={row.value.note}
      saveLabel={does === 'note' ? 'Add the note' : 'Save the decision'}
      bars={edit.theirs && <Theirs dispute={edit.theirs.value} />}
    >
      <LongField name="words" label={does === 'note' ? 'Note' : 'What was decided'} required rows={4} />
    </FormDialog>
  )
}

function Theirs({ dispute }: { readonly dispute: PlaceDispute }) {
  const last = dispute.history.at(-1)
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        {last ? `${last.by} wrote in between: ${last.to}` : 'Somebody else wrote in between.'} What you typed
        is kept; save again if it still holds.
      </MessageBarBody>
    </MessageBar>
  )
}
