import { RowsGate } from '../../../ui/rows.tsx'
import { UnreadableRows } from '../../../ui/UnreadableRows.tsx'
import { FinishedSection } from './FinishedSection.tsx'
import { useMineStyles } from './MyTraining.styles.ts'
import { NeedsSection } from './NeedsSection.tsx'
import { ArrangedSection, OwnPlaces } from './PlaceLists.tsx'
import { useMine } from './useMine.ts'

/** What a person needs and by when, where they have a place, and what they have finished. */
export function MyTraining() {
  const styles = useMineStyles()
  const mine = useMine()
  return (
    <RowsGate lists={mine.lists} what="your training">
      {() => (
        <div className={styles.page}>
          <UnreadableRows rows={mine.unreadable} of="what concerns you" />
          <OwnPlaces mine={mine} />
          <NeedsSection mine={mine} />
          <ArrangedSection mine={mine} />
          <FinishedSection mine={mine} />
        </div>
      )}
    </RowsGate>
  )
}
