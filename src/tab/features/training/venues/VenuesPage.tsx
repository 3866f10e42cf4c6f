import { useState } from 'react'
import type { CourseRun } from '../../../../domain/course.ts'
import { mayRunCourses } from '../../../../domain/roles.ts'
import type { Venue } from '../../../../domain/venue.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { type Rows, RowsGate, useRows } from '../../../ui/rows.tsx'
import { SearchLine } from '../../../ui/SearchLine.tsx'
import { useServices } from '../../../ui/services.tsx'
import { UnreadableRows } from '../../../ui/UnreadableRows.tsx'
import { useTrainingPlace } from '../trainingPlace.ts'
import { VenueCard } from './VenueCard.tsx'
import { VenueDialog } from './VenueDialog.tsx'
import { useVenueStyles } from './VenuesPage.styles.ts'

/** Where courses and exercises are held: room, access, whom to ask, and what is held there next. */
export function VenuesPage() {
  const services = useServices()
  const venues = useRows('venues', services.venues)
  const runs = useRows('runs', services.runs)
  const courses = useRows('courses', services.courses)
  return (
    <RowsGate lists={[venues, runs, courses]} what="venues">
      {() => (
        <Directory
          venues={venues}
          runs={(runs.held?.rows ?? []).map(({ value }) => value)}
          titles={new Map((courses.held?.rows ?? []).map(({ value }) => [value.key, value.title]))}
        />
      )}
    </RowsGate>
  )
}

interface DirectoryProps {
  readonly venues: Rows<Venue>
  readonly runs: readonly CourseRun[]
  readonly titles: ReadonlyMap<string, string>
}

function Directory({ venues, runs, titles }: DirectoryProps) {
  const styles = useVenueStyles()
  const { me } = useServices()
  const { opened } = useTrainingPlace('venues')
  const [search, setSearch] = useState('')
  const [adding, setAdding] = useState(false)
  const rows = (venues.held?.rows ?? []).toSorted((one, other) =>
    one.value.name.localeCompare(other.value.name),
  )
  const wanted = search.trim().toLowerCase()
  const found = rows.filter(({ value: { name, borough, address, access } }) =>
    [name, borough, address, access].some((words) => words.toLowerCase().includes(wanted)),
  )
  const keeps = mayRunCourses(me)
  return (
    <div className={styles.page}>
      <UnreadableRows rows={venues.held?.unreadable ?? []} of="the venues" />
      {keeps && (
        <div>
          <DialogButton appearance="primary" onClick={() => setAdding(true)}>
            New venue
          </DialogButton>
        </div>
      )}
      <SearchLine
        label="Search venues, boroughs, access"
        search={search}
        onSearch={setSearch}
        found={found.length}
        total={rows.length}
        nouns={['venue', 'venues']}
      />
      {rows.length === 0 && (
        <Empty title="There is no venue yet">
          Venues appear here as soon as a training coordinator adds them.
        </Empty>
      )}
      {rows.length > 0 && found.length === 0 && (
        <Empty title="No such venue" action={{ label: 'Show all venues', onClick: () => setSearch('') }}>
          No name, borough or access contains “{search.trim()}”.
        </Empty>
      )}
      <ul className={styles.cards}>
        {found.map((row) => (
          <li key={row.id}>
            <VenueCard
              row={row}
              runs={runs.filter(({ venueKey }) => venueKey === row.value.key)}
              titles={titles}
              isOpened={row.value.key === opened}
              onSaved={keeps ? venues.replace : null}
            />
          </li>
        ))}
      </ul>
      {adding && <VenueDialog row={null} onSaved={venues.replace} onClose={() => setAdding(false)} />}
    </div>
  )
}
