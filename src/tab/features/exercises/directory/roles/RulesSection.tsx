import { useState } from 'react'
import { type DirectoryRules, directoryRulesKey } from '../../../../../domain/partnerDirectory.ts'
import { changeDirectoryRules } from '../../../../../usecases/changeExerciseSetting.ts'
import { DialogButton } from '../../../../ui/DialogButton.tsx'
import { FormDialog } from '../../../../ui/form/FormDialog.tsx'
import { TextField } from '../../../../ui/form/fields.tsx'
import { type EditOutcome, useEdit } from '../../../../ui/form/useEdit.ts'
import { useServices } from '../../../../ui/services.tsx'
import { useDirectoryStyles } from '../Directory.styles.ts'
import type { Directory } from '../useDirectory.ts'
import { PastPartners } from './PastPartners.tsx'
import { sayNotKept } from './roleWords.ts'

const months = (count: number) => (count === 1 ? 'one month' : `${count} months`)

/** How long an entry of the directory is trusted and kept. */
export function RulesSection({ directory }: { directory: Directory }) {
  const styles = useDirectoryStyles()
  const [open, setOpen] = useState(false)
  const { staleAfterMonths, keepMonths } = directory.rules
  return (
    <section className={styles.card} aria-label="How long partners are kept">
      <h2 className={styles.subhead}>How long partners are kept</h2>
      <p className={styles.text}>
        An entry is to be confirmed again after {months(staleAfterMonths)}. Without a word it is kept for{' '}
        {months(keepMonths)} and then offered for taking away.
      </p>
      <div>
        <DialogButton size="small" onClick={() => setOpen(true)}>
          Change how long
        </DialogButton>
      </div>
      <PastPartners directory={directory} />
      {open && <RulesDialog directory={directory} onClose={() => setOpen(false)} />}
    </section>
  )
}

function RulesDialog({ directory, onClose }: { directory: Directory; onClose: () => void }) {
  const { settings, clock, me } = useServices()
  const row = directory.settings.held?.rows.find(({ value }) => value.key === directoryRulesKey) ?? null
  const edit = useEdit<DirectoryRules>({
    what: 'directory rules',
    row: { id: '', etag: row?.etag ?? '', value: directory.rules },
    start: (rules) => ({
      staleAfterMonths: String(rules.staleAfterMonths),
      keepMonths: String(rules.keepMonths),
    }),
    save: async (values, base): Promise<EditOutcome<DirectoryRules>> => {
      const rules = {
        staleAfterMonths: Number(values.staleAfterMonths),
        keepMonths: Number(values.keepMonths),
      }
      const etag = base.etag === '' ? null : base.etag
      const outcome = await changeDirectoryRules({ settings, clock }, { rules, etag, actor: me })
      if (outcome.ok) {
        directory.settings.replace(outcome.row)
        return { ok: true, row: { ...base, value: rules } }
      }
      if (outcome.code === 'cannot-be')
        return {
          ok: false,
          problems: {
            keepMonths:
              'Whole months: 1 to 24 until asked again, at most 84 until taken away, and not fewer.',
          },
        }
      return { ok: false, problems: { '': sayNotKept(outcome) } }
    },
    saved: 'Saved. Dates of entries move when they are next confirmed.',
    onSaved: () => undefined,
    onClose,
  })
  return (
    <FormDialog
      {...edit}
      title="How long partners are kept"
      explanation="Counted from the day on which an entry was last confirmed. Entries keep their date until they are confirmed again."
      saveLabel="Save"
    >
      <TextField name="staleAfterMonths" label="Ask again after so many months" required />
      <TextField name="keepMonths" label="Offer for taking away after so many months" required />
    </FormDialog>
  )
}
