import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { Venue } from '../../../../domain/venue.ts'
import { addVenue, type ChangeVenueOutcome, editVenue } from '../../../../usecases/changeVenue.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { LongField, TextField } from '../../../ui/form/fields.tsx'
import { type EditOutcome, useEdit } from '../../../ui/form/useEdit.ts'
import { useServices } from '../../../ui/services.tsx'
import { emptyVenue, fieldOfVenueRefusal, sayVenueRefusal, venueFacts, venueValues } from './venueForm.ts'

export interface VenueDialogProps {
  /** The venue to change; a new one without it. */
  readonly row: Stored<Venue> | null
  readonly onSaved: (row: Stored<Venue>) => void
  readonly onClose: () => void
}

/** What the directory says of a venue. */
export function VenueDialog({ row, onSaved, onClose }: VenueDialogProps) {
  const services = useServices()
  const actor = services.me
  const edit = useEdit<Venue>({
    what: row ? `venue ${row.id}` : 'new venue',
    row: row ?? { id: 'new', etag: '', value: emptyVenue },
    start: venueValues,
    async save(values, { id, etag }) {
      const facts = venueFacts(values)
      const why = values.why ?? ''
      return outcomeOf(
        row
          ? await editVenue(services, { id, etag, edit: { does: 'change', facts }, why, actor })
          : await addVenue(services, { facts, why, actor }),
      )
    },
    saved: row ? 'The venue is saved.' : 'The venue is in the directory.',
    onSaved,
    onClose,
  })
  return (
    <FormDialog
      {...edit}
      title={row ? `Change ${row.value.name}` : 'New venue'}
      saveLabel="Save"
      bars={edit.theirs && <ChangedBar />}
    >
      <TextField name="name" label="Name" required />
      <LongField name="address" label="Address" rows={2} />
      <TextField name="borough" label="Borough" />
      <TextField name="capacity" label="Room for how many people" type="number" required />
      <LongField
        name="access"
        label="Access"
        hint="Step-free, hearing loop, parking: what somebody has to know before they come."
        rows={2}
      />
      <TextField name="contact" label="Whom to ask for the room" />
      <TextField name="roomAddress" label="Mailbox of the room" type="email" />
      <TextField name="why" label={row ? 'Why it changes' : 'Why it is added'} required={row !== null} />
    </FormDialog>
  )
}

/** Closes a venue to new dates, or opens it again, with the reason. */
export function CloseVenueDialog({ row, onSaved, onClose }: VenueDialogProps & { row: Stored<Venue> }) {
  const services = useServices()
  const closed = !row.value.closed
  const edit = useEdit<Venue>({
    what: `close venue ${row.id}`,
    row,
    start: () => ({ why: '' }),
    async save(values, { id, etag }) {
      const edited = { id, etag, edit: { does: 'close', closed }, actor: services.me } as const
      return outcomeOf(await editVenue(services, { ...edited, why: values.why ?? '' }))
    },
    saved: closed ? 'The venue is closed to new dates.' : 'The venue is used again.',
    onSaved,
    onClose,
  })
  return (
    <FormDialog
      {...edit}
      title={closed ? `Close ${row.value.name} to new dates` : `Use ${row.value.name} again`}
      explanation={closed ? 'Dates that are set there stay; move them where they have to go elsewhere.' : ''}
      saveLabel={closed ? 'Close it' : 'Use it again'}
    >
      <LongField name="why" label="Why" required />
    </FormDialog>
  )
}

function outcomeOf(outcome: ChangeVenueOutcome): EditOutcome<Venue> {
  if (outcome.ok) return { ok: true, row: outcome.row }
  if (outcome.code === 'changed-meanwhile') return { ok: false, theirs: outcome.theirs }
  return { ok: false, problems: { [fieldOfVenueRefusal[outcome.code] ?? '']: sayVenueRefusal(outcome.code) } }
}

function ChangedBar() {
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        Somebody else changed this venue before you; it is shown behind this window as it is now. What you
        typed stays below, and Save puts it in place of theirs.
      </MessageBarBody>
    </MessageBar>
  )
}
