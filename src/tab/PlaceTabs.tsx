import { placeLabels } from './placeLabels.ts'
import { places, useNavigation } from './ui/navigation.tsx'
import { OverflowTabs } from './ui/OverflowTabs.tsx'

/** The places on one line; those that find no room there stand in a menu at its end. The open one is never hidden. */
export function PlaceTabs() {
  const { place, open } = useNavigation()
  return (
    <OverflowTabs
      names={places}
      labels={placeLabels}
      selected={place}
      onSelect={(one) => open(one)}
      label="Places"
      idStart="tab-"
      controls="place"
      moreWords="more places"
    />
  )
}
