import { mergeClasses, Switch, Tab, TabList } from '@fluentui/react-components'
import { useState } from 'react'
import { writeMonth } from '../../../../domain/calendarDays.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { RowsGate } from '../../../ui/rows.tsx'
import { SearchLine } from '../../../ui/SearchLine.tsx'
import { useToday } from '../../../ui/services.tsx'
import { UnreadableRows } from '../../../ui/UnreadableRows.tsx'
import { useWide } from '../../../ui/useWide.ts'
import { PlacesKey } from '../PlacesBar.tsx'
import { type DatedRun, findRuns } from './findRuns.ts'
import { NewRunDialog } from './NewRunDialog.tsx'
import { PartnerBookingDialog } from './PartnerBookingDialog.tsx'
import { RunCalendar } from './RunCalendar.tsx'
import { RunPage } from './RunPage.tsx'
import { RunRow } from './RunRow.tsx'
import { useRunsStyles } from './RunsPage.styles.ts'
import { type RunsData, useRuns } from './useRuns.ts'

/** The dates on which courses are held, as a list or a calendar, and the one that is open. */
export function RunsPage() {
  const data = useRuns()
  return (
    <RowsGate lists={data.lists} what="dates">
      {() => <Opened data={data} />}
    </RowsGate>
  )
}

function Opened({ data }: { data: RunsData }) {
  if (data.openKey === null) return <AllRuns data={data} />
  if (data.opened) return <RunPage key={data.openKey} data={data} dated={data.opened} />
  if (data.refreshing) return <Loading what="Looking for the date" />
  return (
    <Empty title="This date is not there" action={{ label: 'Show all dates', onClick: data.close }}>
      It may have been deleted, or the link to it is old.
    </Empty>
  )
}

function AllRuns({ data }: { data: RunsData }) {
  const styles = useRunsStyles()
  const today = useToday()
  const wide = useWide()
  const { view, show } = data
  const found = findRuns(data.all, view, today)
  const calendar = wide && view.look === 'calendar'
  return (
    <div className={styles.page}>
      <UnreadableRows rows={data.unreadable} of="the dates" />
      <Tools data={data} found={found.length} />
      {calendar && (
        <RunCalendar
          runs={data.all}
          month={view.month || today.slice(0, 7)}
          today={today}
          onMonth={(month) => show({ month })}
          onOpen={data.openRun}
        />
      )}
      {!calendar && <RunList data={data} found={found} />}
    </div>
  )
}

function Tools({ data, found }: { data: RunsData; found: number }) {
  const styles = useRunsStyles()
  const today = useToday()
  const wide = useWide()
  const [open, setOpen] = useState<'date' | 'partners' | null>(null)
  const { view, show } = data
  const total = data.all.filter(({ run }) => run.date < today === view.past).length
  return (
    <>
      <div className={styles.tools}>
        {wide && (
          <TabList
            size="small"
            selectedValue={view.look}
            onTabSelect={(_event, { value }) => show({ look: value === 'calendar' ? 'calendar' : 'list' })}
            aria-label="How dates are shown"
          >
            <Tab value="list">List</Tab>
            <Tab value="calendar">Calendar</Tab>
          </TabList>
        )}
        {!(wide && view.look === 'calendar') && (
          <>
            <Switch
              label="With free places"
              checked={view.free}
              onChange={(_event, { checked }) => show({ free: checked })}
            />
            <Switch
              label="Past dates"
              checked={view.past}
              onChange={(_event, { checked }) => show({ past: checked })}
            />
          </>
        )}
        {data.coordinates && (
          <span className={mergeClasses(styles.tools, styles.grow)}>
            <DialogButton onClick={() => setOpen('partners')}>Who books for partners</DialogButton>
            <DialogButton appearance="primary" onClick={() => setOpen('date')}>
              New date
            </DialogButton>
          </span>
        )}
      </div>
      {!(wide && view.look === 'calendar') && (
        <SearchLine
          label="Search courses, venues, trainers"
          search={view.search}
          onSearch={(search) => show({ search })}
          found={found}
          total={total}
          nouns={['date', 'dates']}
        />
      )}
      {open === 'date' && <NewRunDialog data={data} onClose={() => setOpen(null)} />}
      {open === 'partners' && <PartnerBookingDialog onClose={() => setOpen(null)} />}
    </>
  )
}

function RunList({ data, found }: { data: RunsData; found: readonly DatedRun[] }) {
  const styles = useRunsStyles()
  const today = useToday()
  if (found.length === 0) {
    return (
      <Empty
        title="No such date"
        action={{
          label: 'Show all coming dates',
          onClick: () => data.show({ search: '', free: false, past: false }),
        }}
      >
        {data.all.length === 0 ? 'No date has been entered yet.' : 'No date fits what you look for.'}
      </Empty>
    )
  }
  const months = [...new Set(found.map(({ run }) => run.date.slice(0, 7)))]
  return (
    <>
      <PlacesKey />
      {months.map((month) => (
        <section key={month}>
          <h2 className={styles.month}>{writeMonth(`${month}-01`)}</h2>
          <ul className={styles.list}>
            {found
              .filter(({ run }) => run.date.startsWith(month))
              .map((dated) => (
                <li key={dated.id}>
                  <RunRow dated={dated} today={today} coordinates={data.coordinates} onOpen={data.openRun} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
