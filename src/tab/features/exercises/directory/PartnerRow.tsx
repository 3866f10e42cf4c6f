import {
  Badge,
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
} from '@fluentui/react-components'
import { InfoRegular } from '@fluentui/react-icons/svg/info'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { writeDate } from '../../../../domain/calendarDays.ts'
import type { Contact } from '../../../../domain/contact.ts'
import { wordsOf } from '../../../../domain/contactChange.ts'
import { succeeded } from '../../../../domain/contactImport.ts'
import { type ContactNote, pressingNotes } from '../../../../domain/partnerDirectory.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { useToday } from '../../../ui/services.tsx'
import { useDirectoryStyles } from './Directory.styles.ts'
import { sayArea, sayEntry, sayNote, sectorNames } from './directoryWords.ts'
import type { OpenWindow } from './PartnersView.tsx'
import { useDeed } from './useDeed.ts'
import type { Directory } from './useDirectory.ts'

interface RowProps {
  readonly row: Stored<Contact>
  readonly directory: Directory
  readonly onOpen: (window: OpenWindow) => void
}

/** One entry: the role, who holds it, where it counts, and what is to be put right in it. */
export function PartnerRow({ row, directory, onOpen }: RowProps) {
  const styles = useDirectoryStyles()
  const deed = useDeed(row, directory)
  const contact = row.value
  const notes = (directory.notes.get(contact.key) ?? []).filter(({ code }) => code !== 'no-deputy')
  const pressing = notes.some(({ code }) => pressingNotes.includes(code))
  return (
    <li className={mergeClasses(styles.entry, pressing && styles.pressing)}>
      <div className={styles.cell}>
        <span className={styles.strong}>{contact.role}</span>
        <span>{contact.organisation}</span>
        <span className={styles.small}>{sectorNames[contact.sector ?? 'other']}</span>
      </div>
      <Person contact={contact} />
      <div className={mergeClasses(styles.cell, styles.wide)}>
        <span>{sayArea(contact)}</span>
        <span className={styles.small}>
          {contact.lastConfirmed ? `Confirmed ${writeDate(contact.lastConfirmed)}` : 'Never confirmed'}
        </span>
        {contact.keepUntil && <span className={styles.small}>Kept until {writeDate(contact.keepUntil)}</span>}
      </div>
      <RowMenu row={row} onOpen={onOpen} deed={deed} />
      {(notes.length > 0 || deed.failure) && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <NoteLine
              key={`${note.code} ${'kind' in note ? note.kind : ''}`}
              {...{ note, row, directory, onOpen, deed }}
            />
          ))}
          {deed.failure && (
            <li className={styles.note} role="alert">
              <WarningRegular className={styles.noteIcon} fontSize={18} aria-hidden="true" />
              <span className={styles.noteText}>{deed.failure}</span>
            </li>
          )}
        </ul>
      )}
    </li>
  )
}

function Person({ contact }: { contact: Contact }) {
  const styles = useDirectoryStyles()
  if (contact.name === '')
    return (
      <div className={mergeClasses(styles.cell, styles.wide)}>
        <span>
          <Badge appearance="outline" color="informative">
            Vacant
          </Badge>
        </span>
      </div>
    )
  const deputy = contact.deputyName || contact.deputyAddress
  return (
    <div className={mergeClasses(styles.cell, styles.wide)}>
      <span>{contact.name}</span>
      <span className={styles.small}>{contact.address}</span>
      {deputy && <span className={styles.small}>Deputy: {deputy}</span>}
    </div>
  )
}

type Deed = ReturnType<typeof useDeed>

function RowMenu({ row, onOpen, deed }: Pick<RowProps, 'row' | 'onOpen'> & { deed: Deed }) {
  const styles = useDirectoryStyles()
  const held = row.value.address !== ''
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={styles.menu}
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={`What to do with ${sayEntry(row.value)}`}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => onOpen({ what: 'entry', row })}>
            {held ? 'Change' : 'Enter who follows'}
          </MenuItem>
          {held && <MenuItem onClick={() => void deed.confirm()}>Still right</MenuItem>}
          {held && <MenuItem onClick={() => onOpen({ what: 'left', row })}>The person has left</MenuItem>}
          <MenuItem onClick={() => onOpen({ what: 'forget', rows: [row] })}>Take away</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function NoteLine(props: RowProps & { note: ContactNote; deed: Deed }) {
  const { note, row, directory, onOpen, deed } = props
  const styles = useDirectoryStyles()
  const today = useToday()
  const nameOf = (key: string) => {
    const other = directory.rows.find(({ value }) => value.key === key)
    return other ? sayEntry(other.value) : key
  }
  const Icon = note.code === 'vacant' ? InfoRegular : WarningRegular
  return (
    <li className={styles.note}>
      <Icon className={styles.noteIcon} fontSize={18} aria-hidden="true" />
      <span className={styles.noteText}>{sayNote(note, today, nameOf)}</span>
      <Remedy note={note} row={row} directory={directory} onOpen={onOpen} deed={deed} />
    </li>
  )
}

/** The one press that settles a note. */
function Remedy(props: RowProps & { note: ContactNote; deed: Deed }) {
  const { note, row, directory, onOpen, deed } = props
  switch (note.code) {
    case 'past-retention':
      return (
        <>
          <StillRight deed={deed} of={row.value} />
          <DialogButton size="small" onClick={() => onOpen({ what: 'forget', rows: [row] })}>
            Take away
          </DialogButton>
        </>
      )
    case 'stale':
    case 'never-confirmed':
      return <StillRight deed={deed} of={row.value} />
    case 'replaced-body': {
      const words = succeeded(wordsOf(row.value), note.successor)
      return (
        <Button
          size="small"
          disabledFocusable={deed.busy}
          onClick={() => void deed.change(words, `The ${note.successor.was} was replaced`)}
        >
          Use the new name
        </Button>
      )
    }
    case 'duplicate': {
      const others = directory.rows.filter(({ value }) => note.others.includes(value.key))
      return (
        <DialogButton size="small" onClick={() => onOpen({ what: 'merge', rows: [row, ...others] })}>
          Make them one
        </DialogButton>
      )
    }
    default:
      return (
        <DialogButton size="small" onClick={() => onOpen({ what: 'entry', row })}>
          {note.code === 'vacant' ? 'Enter who follows' : 'Change'}
        </DialogButton>
      )
  }
}

function StillRight({ deed, of }: { deed: Deed; of: Contact }) {
  return (
    <Button
      size="small"
      disabledFocusable={deed.busy}
      aria-label={`Still right: ${sayEntry(of)}`}
      onClick={() => void deed.confirm()}
    >
      Still right
    </Button>
  )
}
