import { mergeClasses, Spinner, Subtitle2, Tab, TabList, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { scrollRegion } from '../scrollRegion.ts'
import { tenantApi } from '../tenantApi.ts'
import { isoDay } from '../ukTime.ts'
import { useLoaded } from '../useLoaded.ts'
import { Agenda } from './Agenda.tsx'
import { EventView } from './EventView.tsx'
import { MonthGrid } from './MonthGrid.tsx'
import { useOutlookStyles } from './Outlook.styles.ts'

interface CalendarPlaceProps {
  readonly address: string
  readonly now: Date
  readonly revision: string | undefined
  readonly onLink: (link: string) => boolean
  readonly onChanged: () => Promise<void>
}

/** Outlook's calendar of one mailbox: an agenda or a month, and the open event beside it. */
export function CalendarPlace({ address, now, revision, onLink, onChanged }: CalendarPlaceProps) {
  const styles = useOutlookStyles()
  const [shape, setShape] = useState<'agenda' | 'month'>('agenda')
  const [openId, setOpenId] = useState<string>()
  const { value, trouble } = useLoaded(address, revision, () => tenantApi.calendar(address))
  const events = value?.value ?? []
  const open = events.find((event) => event.id === openId)
  const today = isoDay(now)

  return (
    <div className={styles.place}>
      <section
        className={mergeClasses(
          styles.list,
          shape === 'month' && !open && styles.wideList,
          open && styles.hiddenWhenNarrow,
        )}
        aria-label="Calendar"
        {...scrollRegion}
      >
        <div className={styles.head}>
          <Subtitle2 as="h2">Calendar</Subtitle2>
          <TabList
            size="small"
            selectedValue={shape}
            onTabSelect={(_event, data) => {
              setShape(data.value === 'month' ? 'month' : 'agenda')
              setOpenId(undefined)
            }}
          >
            <Tab value="agenda">Agenda</Tab>
            <Tab value="month">Month</Tab>
          </TabList>
        </div>
        {trouble && <div role="alert">{trouble}</div>}
        {!value && !trouble && <Spinner label="Opening the calendar" />}
        {value && shape === 'agenda' && (
          <Agenda events={events} today={today} openId={openId} onOpen={setOpenId} />
        )}
        {value && shape === 'month' && <MonthGrid events={events} today={today} onOpen={setOpenId} />}
      </section>
      {(open || shape === 'agenda') && (
        <section
          className={mergeClasses(styles.pane, !open && styles.hiddenWhenNarrow)}
          aria-label="Open event"
          {...scrollRegion}
        >
          {open ? (
            <EventView
              key={open.id}
              event={open}
              address={address}
              onBack={() => setOpenId(undefined)}
              onLink={onLink}
              onChanged={onChanged}
            />
          ) : (
            <Text className={styles.quiet}>{events.length > 0 ? 'Choose an event to read it.' : ''}</Text>
          )}
        </section>
      )}
    </div>
  )
}
