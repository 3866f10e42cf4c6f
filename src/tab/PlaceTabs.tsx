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
import { placeLabels } from './placeLabels.ts'
import { type Place, places, useNavigation } from './ui/navigation.tsx'

const useStyles = makeStyles({
  // Wide enough for its words and no wider than the window, so that the day stands beside it where there is room.
  bar: { display: 'flex', flexGrow: 1, flexBasis: '18rem', minWidth: 0, overflow: 'hidden' },
  tabs: {
    flexWrap: 'nowrap',
    minWidth: 0,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
    '@media (max-width: 480px)': { '& > button': { paddingLeft: '6px', paddingRight: '6px' } },
  },
  more: { alignSelf: 'center', flexShrink: 0, minWidth: '32px' },
})

/** The places on one line; those that find no room there stand in a menu at its end. The open one is never hidden. */
export function PlaceTabs() {
  const styles = useStyles()
  const { place, open } = useNavigation()
  return (
    <Overflow minimumVisible={1} padding={4}>
      <div className={styles.bar}>
        <TabList
          className={styles.tabs}
          selectedValue={place}
          onTabSelect={(_event, data) => open(places.find((one) => one === data.value) ?? 'mywork')}
          aria-label="Places"
        >
          {places.map((one) => (
            <OverflowItem key={one} id={one} priority={one === place ? 2 : 1}>
              <Tab value={one} id={`tab-${one}`} aria-controls="place">
                {placeLabels[one]}
              </Tab>
            </OverflowItem>
          ))}
        </TabList>
        <MorePlaces onOpen={open} />
      </div>
    </Overflow>
  )
}

function MorePlaces({ onOpen }: { onOpen: (place: Place) => void }) {
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
          aria-label={`${overflowCount} more places`}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {places.map((one) => (
            <HiddenPlace key={one} place={one} onOpen={onOpen} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function HiddenPlace({ place, onOpen }: { place: Place; onOpen: (place: Place) => void }) {
  const visible = useIsOverflowItemVisible(place)
  return visible ? null : <MenuItem onClick={() => onOpen(place)}>{placeLabels[place]}</MenuItem>
}
