import { Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useId } from 'react'
import { writeInstant } from '../../../../domain/calendarDays.ts'
import type { Contact } from '../../../../domain/contact.ts'
import { sectors } from '../../../../domain/exercise.ts'
import { bestRole } from '../../../../domain/roleMatch.ts'
import type { RoleTemplate } from '../../../../domain/roleTemplate.ts'
import { addContact, type ContactEdit, changeContact } from '../../../../usecases/changeContact.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { PickField, TextField, useFields } from '../../../ui/form/fields.tsx'
import { type EditOutcome, useEdit } from '../../../ui/form/useEdit.ts'
import { PeopleSearchBox } from '../../../ui/PeopleSearchBox.tsx'
import { useServices } from '../../../ui/services.tsx'
import { withKeys } from '../../../ui/withKeys.ts'
import { emptyContact, readContactForm, startOf } from './contactForm.ts'
import { useDirectoryStyles } from './Directory.styles.ts'
import { actWords, fieldOfRefusal, sayEntry, sayRefusal, sectorNames } from './directoryWords.ts'
import type { Directory } from './useDirectory.ts'

export interface ContactDialogProps {
  readonly directory: Directory
  /** Null for a new entry. */
  readonly row: Stored<Contact> | null
  readonly onClose: () => void
}

const sectorChoices = sectors
  .filter((sector) => sector !== 'police')
  .map((sector) => [sector, sectorNames[sector]] as const)

/** One entry of the directory: who holds a role where, for which boroughs, and who comes in their place. */
export function ContactDialog({ directory, row, onClose }: ContactDialogProps) {
  const { contacts, clock } = useServices()
  const edit = useEdit<Contact>({
    what: row ? `partner ${row.id}` : 'new partner',
    row: row ?? { id: '', etag: '', value: emptyContact },
    start: startOf,
    save: async (values, base): Promise<EditOutcome<Contact>> => {
      const { words, problems } = readContactForm(values, directory.roles)
      if (Object.keys(problems).length > 0) return { ok: false, problems }
      const deps = { contacts, clock }
      const outcome = row
        ? await changeContact(deps, {
            ...directory.actor,
            ...{ id: base.id, etag: base.etag },
            deed: { does: 'change', words, why: values.why ?? '' },
          })
        : await addContact(deps, { ...directory.actor, words, from: 'typed in' })
      return outcomeOf(outcome)
    },
    saved: row ? 'Saved. The entry counts as confirmed today.' : 'Added to the directory.',
    onSaved: directory.list.replace,
    onClose,
  })
  return (
    <FormDialog
      {...edit}
      title={row ? `Change ${sayEntry(row.value)}` : 'Add a partner'}
      explanation="Kept to what an invitation needs. Saving counts as confirming the entry today."
      saveLabel={row ? 'Save' : 'Add'}
      bars={
        <>
          {edit.theirs && <TheirEntry entry={edit.theirs.value} />}
          <PeopleSearchBox
            label="Find a person you have written to"
            onChoose={(person) => {
              edit.set('name', person.name)
              edit.set('address', person.address)
              if (!edit.values.organisation) edit.set('organisation', person.organisation)
            }}
          />
        </>
      }
    >
      <TextField name="organisation" label="Organisation" required />
      <RoleField roles={directory.roles.filter(({ side }) => side === 'partner')} />
      <PickField name="sector" label="Sector" choices={sectorChoices} />
      <TextField name="name" label="Name" hint="Leave name and address empty while the role is vacant." />
      <TextField name="address" label="E-mail address" />
      <TextField
        name="boroughs"
        label="Boroughs they answer for"
        hint="Such as: Lambeth, Southwark. Empty means the whole of London."
      />
      <HeadquartersField roles={directory.roles} />
      <TextField name="deputyName" label="Deputy" />
      <TextField name="deputyAddress" label="E-mail address of the deputy" />
      {row && <History contact={row.value} />}
    </FormDialog>
  )
}

function outcomeOf(outcome: ContactEdit): EditOutcome<Contact> {
  if (outcome.ok) return { ok: true, row: outcome.row }
  if (outcome.code === 'changed-meanwhile') return { ok: false, theirs: outcome.theirs }
  return { ok: false, problems: { [fieldOfRefusal[outcome.code] ?? '']: sayRefusal(outcome.code) } }
}

/** A role as people call it, with those that the types of exercise ask for to choose from. */
function RoleField({ roles }: { roles: readonly RoleTemplate[] }) {
  const { values, problems, set } = useFields()
  const list = useId()
  const typed = values.role ?? ''
  const known = bestRole(typed, roles)
  const hint = known && known.role !== typed.trim() ? `Kept as: ${known.role}` : undefined
  return (
    <Field
      label="Role"
      required
      hint={hint}
      validationState={problems.role ? 'error' : 'none'}
      validationMessage={problems.role}
    >
      <Input
        value={typed}
        input={{ list }}
        onChange={(_event, data) => {
          set('role', data.value)
        }}
      />
      <datalist id={list}>
        {roles.map(({ role }) => (
          <option key={role} value={role} />
        ))}
      </datalist>
    </Field>
  )
}

/** Asked only for roles to which it matters. */
function HeadquartersField({ roles }: { roles: readonly RoleTemplate[] }) {
  const { values } = useFields()
  const matters = bestRole(values.role ?? '', roles)?.condition === 'headquarters-in-unit'
  if (!matters && (values.headquarters ?? '') === '') return null
  return (
    <TextField
      name="headquarters"
      label="Headquarters in"
      hint="The role is asked for only where the body has its headquarters in a borough of the unit."
    />
  )
}

function TheirEntry({ entry }: { entry: Contact }) {
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        Somebody saved this entry before you. It now says: {sayEntry(entry)}. What you typed stays below; Save
        puts it in place of theirs.
      </MessageBarBody>
    </MessageBar>
  )
}

function History({ contact }: { contact: Contact }) {
  const styles = useDirectoryStyles()
  const lines = [...(contact.history ?? [])].reverse()
  if (lines.length === 0) return null
  return (
    <section aria-label="History of the entry">
      <h3 className={styles.subhead}>History</h3>
      <ul className={styles.history}>
        {withKeys(lines, (line) => `${line.at} ${line.does}`).map(({ key, thing }) => (
          <li key={key}>
            {writeInstant(thing.at)}, {thing.by}: {actWords[thing.does]}
            {thing.what && ` (${thing.what})`}
            {thing.why && `. ${thing.why}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
