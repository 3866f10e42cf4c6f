import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Overflow,
  OverflowItem,
  Tab,
  TabList,
  tokens,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'

const useStyles = makeStyles({
  // Wide enough for its words and no wider than the window.
  bar: { display: 'flex', flexGrow: 1, flexBasis: '18rem', minWidth: 0, overflow: 'hidden' },
  tabs: {
    flexWrap: 'nowrap',
    minWidth: 0,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
    '@media (max-width: 480px)': { '& > button': { paddingLeft: '6px', paddingRight: '6px' } },
  },
  more: { alignSelf: 'center', flexShrink: 0, minWidth: '32px' },
})

export interface OverflowTabsProps<Name extends string> {
  readonly names: readonly Name[]
  readonly labels: Readonly<Record<Name, string>>
  readonly selected: Name
  readonly onSelect: (name: Name) => void
  /** Names the tabs for screen readers: `Places`. */
  readonly label: string
  /** Begins the id of each tab, so that what it controls can be named after it. */
  readonly idStart: string
  /** Id of what the tabs control. */
  readonly controls: string
  /** What stands in the menu at the end, after its number: `more places`. */
  readonly moreWords: string
}

/** Tabs on one line; those that find no room there stand in a menu at its end. The open one is never hidden. */
export function OverflowTabs<Name extends string>(props: OverflowTabsProps<Name>) {
  const { names, labels, selected, onSelect, label, idStart, controls } = props
  const styles = useStyles()
  const select = (value: unknown) => {
    const name = names.find((one) => one === value)
    if (name !== undefined) onSelect(name)
  }
  return (
    <Overflow minimumVisible={1} padding={4}>
      <div className={styles.bar}>
        <TabList
          className={styles.tabs}
          selectedValue={selected}
          onTabSelect={(_event, data) => select(data.value)}
          aria-label={label}
        >
          {names.map((one) => (
            <OverflowItem key={one} id={one} priority={one === selected ? 2 : 1}>
              <Tab value={one} id={`${idStart}${one}`} aria-controls={controls}>
                {labels[one]}
              </Tab>
            </OverflowItem>
          ))}
        </TabList>
        <More {...props} />
      </div>
    </Overflow>
  )
}

function More<Name extends string>({ names, labels, onSelect, moreWords }: OverflowTabsProps<Name>) {
  const styles = useStyles()
  const { ref, isOverflowing, overflowCount } = useOverflowMenu<HTMLButtonElement>()
  if (!isOverflowing) return null
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          ref={ref}
          className={styles.more}
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={`${overflowCount} ${moreWords}`}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {names.map((one) => (
            <Hidden key={one} name={one} label={labels[one]} onSelect={() => onSelect(one)} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function Hidden({ name, label, onSelect }: { name: string; label: string; onSelect: () => void }) {
  const visible = useIsOverflowItemVisible(name)
  return visible ? null : <MenuItem onClick={onSelect}>{label}</MenuItem>
}
