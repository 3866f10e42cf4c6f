import { Button, Select, ToggleButton } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { Contact } from '../../../../domain/contact.ts'
import { type Sector, sectors } from '../../../../domain/exercise.ts'
import { type ContactNote, pressingNotes } from '../../../../domain/partnerDirectory.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { SearchLine } from '../../../ui/SearchLine.tsx'
import { UnreadableRows } from '../../../ui/UnreadableRows.tsx'
import { useExercisePlace } from '../exercisePlace.ts'
import { ContactDialog } from './ContactDialog.tsx'
import { useDirectoryStyles } from './Directory.styles.ts'
import { noteNames, sectorNames } from './directoryWords.ts'
import { ForgetDialog } from './ForgetDialog.tsx'
import { LeftDialog } from './LeftDialog.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { PartnerRow } from './PartnerRow.tsx'
import type { Directory } from './useDirectory.ts'

/** The window that is open over the list. */
export type OpenWindow =
  | { readonly what: 'entry'; readonly row: Stored<Contact> | null }
  | { readonly what: 'left'; readonly row: Stored<Contact> }
  | { readonly what: 'merge'; readonly rows: readonly Stored<Contact>[] }
  | { readonly what: 'forget'; readonly rows: readonly Stored<Contact>[] }

/** Every partner, the search, and what is to be put right among them. */
export function PartnersView({ directory }: { directory: Directory }) {
  const styles = useDirectoryStyles()
  const [window, setWindow] = useState<OpenWindow | null>(null)
  const shown = useShown(directory)
  if (directory.rows.length === 0 && directory.unreadable.length === 0)
    return (
      <>
        <Empty
          title="No partner is known yet"
          action={{ label: 'Add a partner', onClick: () => setWindow({ what: 'entry', row: null }) }}
        >
          Add them one by one, or bring them in from a file of your own.
        </Empty>
        <Windows window={window} directory={directory} onClose={() => setWindow(null)} />
      </>
    )
  return (
    <div className={styles.stack}>
      <UnreadableRows rows={directory.unreadable} of="the directory" />
      <Filters directory={directory} shown={shown} onOpen={setWindow} />
      {shown.groups.length === 0 && <p className={styles.text}>Nobody fits what you look for.</p>}
      {shown.groups.map(([title, rows]) => (
        <section key={title} aria-label={title}>
          <h2 className={styles.organisation}>
            {title} ({rows.length})
          </h2>
          <ul className={styles.list}>
            {rows.map((row) => (
              <PartnerRow key={row.id} row={row} directory={directory} onOpen={setWindow} />
            ))}
          </ul>
        </section>
      ))}
      <Windows window={window} directory={directory} onClose={() => setWindow(null)} />
    </div>
  )
}

function Windows(props: { window: OpenWindow | null; directory: Directory; onClose: () => void }) {
  const { window, directory, onClose } = props
  switch (window?.what) {
    case 'entry':
      return <ContactDialog directory={directory} row={window.row} onClose={onClose} />
    case 'left':
      return <LeftDialog directory={directory} row={window.row} onClose={onClose} />
    case 'merge':
      return <MergeDialog directory={directory} rows={window.rows} onClose={onClose} />
    case 'forget':
      return <ForgetDialog directory={directory} rows={window.rows} onClose={onClose} />
    default:
      return null
  }
}

type Note = ContactNote['code']
type Shown = ReturnType<typeof useShown>

function useShown(directory: Directory) {
  const place = useExercisePlace()
  const [search, setSearch] = useState('')
  const note = pressingNotes.find((code) => code === place.get('note')) ?? null
  const sector = sectors.find((one) => one === place.get('sector')) ?? null
  const { rows, notes } = directory
  const found = useMemo(() => {
    const wanted = search.trim().toLowerCase()
    return rows.filter(({ value }) => {
      if (sector !== null && (value.sector ?? 'other') !== sector) return false
      if (note !== null && !notes.get(value.key)?.some(({ code }) => code === note)) return false
      const words = [value.organisation, value.role, value.name, value.address, ...value.boroughs]
      return words.some((text) => text.toLowerCase().includes(wanted))
    })
  }, [rows, notes, search, note, sector])
  return {
    ...{ search, setSearch, note, sector, found },
    groups: groupsOf(directory, found),
    setNote: (next: Note | null) => place.set({ note: next ?? '' }),
    setSector: (next: Sector | null) => place.set({ sector: next ?? '' }),
    clear: () => place.set({ note: '', sector: '' }),
  }
}

/** What asks for somebody first, then the rest; each by organisation. */
function groupsOf(directory: Directory, found: readonly Stored<Contact>[]) {
  const asks = ({ value }: Stored<Contact>) => pressingNotes.some((code) => has(directory, value, code))
  const groups = [
    ['To be looked at', found.filter(asks)],
    ['In order', found.filter((row) => !asks(row))],
  ] as const
  return groups.filter(([, rows]) => rows.length > 0)
}

function Filters(props: { directory: Directory; shown: Shown; onOpen: (window: OpenWindow) => void }) {
  const { directory, shown, onOpen } = props
  const styles = useDirectoryStyles()
  const over = directory.rows.filter(({ value }) => has(directory, value, 'past-retention'))
  return (
    <>
      <div className={styles.head}>
        <SearchLine
          label="Search partners"
          search={shown.search}
          onSearch={shown.setSearch}
          found={shown.found.length}
          total={directory.rows.length}
          nouns={['entry', 'entries']}
        />
        <div className={styles.actions}>
          <DialogButton appearance="primary" onClick={() => onOpen({ what: 'entry', row: null })}>
            Add a partner
          </DialogButton>
          {over.length > 0 && (
            <DialogButton onClick={() => onOpen({ what: 'forget', rows: over })}>
              {over.length === 1
                ? 'Take away the one kept too long'
                : `Take away the ${over.length} kept too long`}
            </DialogButton>
          )}
        </div>
      </div>
      <fieldset className={styles.filters} aria-label="Show only">
        <NoteFilters directory={directory} shown={shown} />
        <Select
          aria-label="Sector"
          value={shown.sector ?? ''}
          onChange={(_event, data) => shown.setSector(sectors.find((one) => one === data.value) ?? null)}
        >
          <option value="">Every sector</option>
          {sectors
            .filter((sector) => sector !== 'police')
            .map((sector) => (
              <option key={sector} value={sector}>
                {sectorNames[sector]}
              </option>
            ))}
        </Select>
        {(shown.note !== null || shown.sector !== null || shown.search !== '') && (
          <Button
            appearance="subtle"
            onClick={() => {
              shown.setSearch('')
              shown.clear()
            }}
          >
            Show all
          </Button>
        )}
      </fieldset>
    </>
  )
}

function NoteFilters({ directory, shown }: { directory: Directory; shown: Shown }) {
  return pressingNotes.map((code) => {
    const count = directory.rows.filter(({ value }) => has(directory, value, code)).length
    if (count === 0) return null
    return (
      <ToggleButton
        key={code}
        size="small"
        checked={shown.note === code}
        onClick={() => shown.setNote(shown.note === code ? null : code)}
      >
        {noteNames[code]} ({count})
      </ToggleButton>
    )
  })
}

function has({ notes }: Directory, contact: Contact, wanted: Note): boolean {
  return notes.get(contact.key)?.some(({ code }) => code === wanted) ?? false
}
