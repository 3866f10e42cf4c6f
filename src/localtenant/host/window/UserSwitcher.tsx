import {
  Avatar,
  Button,
  Caption1,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import type { SignedIn } from '../roster.ts'
import type { Mailbox, Person } from '../tenantApi.ts'

// Read out but not seen.
const unseen = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const

const useStyles = makeStyles({
  popover: { maxHeight: '80vh', maxWidth: '340px', overflowY: 'auto' },
  button: { minWidth: 0, gap: tokens.spacingHorizontalS },
  unseen,
  name: { '@media (max-width: 640px)': unseen },
  item: { display: 'flex', flexDirection: 'column' },
  about: { color: tokens.colorNeutralForeground2 },
})

interface UserSwitcherProps {
  readonly who: SignedIn
  readonly people: readonly Person[]
  readonly mailboxes: readonly Mailbox[]
  readonly onSwitch: (key: string) => void
  readonly keyOf: (person: Person) => string
}

/** The account menu: everybody in the tenant, the five of the story first, then mailboxes outside it. */
export function UserSwitcher({ who, people, mailboxes, onSwitch, keyOf }: UserSwitcherProps) {
  const styles = useStyles()
  const item = (key: string, name: string, about: string | undefined) => (
    <MenuItemRadio key={key} name="user" value={key}>
      <span className={styles.item}>
        {name}
        {about && <Caption1 className={styles.about}>{about}</Caption1>}
      </span>
    </MenuItemRadio>
  )
  const group = (header: string, items: readonly Person[]) => (
    <MenuGroup>
      <MenuGroupHeader>{header}</MenuGroupHeader>
      {items.map((person) => item(keyOf(person), person.displayName, person.jobTitle))}
    </MenuGroup>
  )
  const mailboxGroup = (header: string, ...kinds: Mailbox['kind'][]) => {
    const shown = mailboxes.filter(({ kind }) => kinds.includes(kind))
    if (shown.length === 0) return null
    return (
      <MenuGroup>
        <MenuDivider />
        <MenuGroupHeader>{header}</MenuGroupHeader>
        {shown.map(({ address, name }) => item(address, name, name === address ? undefined : address))}
      </MenuGroup>
    )
  }
  return (
    <Menu
      checkedValues={{ user: [who.key] }}
      onCheckedValueChange={(_event, { checkedItems }) => checkedItems[0] && onSwitch(checkedItems[0])}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button className={styles.button} appearance="subtle">
          <span className={styles.unseen}>Signed in as </span>
          <span className={styles.name}>{who.name}</span>
          <Avatar name={who.name} size={28} color="colorful" aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          {group(
            'Sign in as',
            people.filter((person) => person.offeredAs),
          )}
          <MenuDivider />
          {group(
            'Others in the tenant',
            people.filter((person) => !person.offeredAs),
          )}
          {mailboxGroup('Outside the force', 'outside')}
          {mailboxGroup('Shared mailboxes', 'service', 'room')}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
