import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { CalendarEvent } from '../tenantApi.ts'
import { addDays, clockTime, fromGraph, fullDay, noonOf } from '../ukTime.ts'
import { subjectOf } from './eventWords.ts'
import { daysOf } from './when.ts'

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
  },
  wrap: { overflowX: 'auto', padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}` },
  grid: { width: '100%', minWidth: '560px', tableLayout: 'fixed', borderCollapse: 'collapse' },
  dayName: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    padding: '4px',
    textAlign: 'left',
  },
  cell: {
    height: '84px',
    verticalAlign: 'top',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '4px',
  },
  elsewhere: { backgroundColor: tokens.colorNeutralBackground3 },
  today: { boxShadow: `inset 0 3px 0 ${tokens.colorCompoundBrandBackground}` },
  event: {
    display: 'block',
    width: '100%',
    marginTop: '2px',
    padding: '1px 4px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'left',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusSmall,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  struck: { textDecorationLine: 'line-through' },
})

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

function weeksOf(month: string): string[][] {
  const first = `${month}-01`
  const monday = addDays(first, -((noonOf(first).getUTCDay() + 6) % 7))
  const weeks: string[][] = []
  for (
    let day = monday;
    weeks.length < 6 && (weeks.length === 0 || day.slice(0, 7) <= month);
    day = addDays(day, 7)
  ) {
    weeks.push(weekdays.map((_name, index) => addDays(day, index)))
  }
  return weeks
}

interface MonthGridProps {
  readonly events: readonly CalendarEvent[]
  readonly today: string
  readonly onOpen: (id: string) => void
}

/** A month of the calendar, weeks from Monday. */
export function MonthGrid({ events, today, onOpen }: MonthGridProps) {
  const styles = useStyles()
  const [month, setMonth] = useState(today.slice(0, 7))
  const onDay = (day: string) => events.filter((event) => daysOf(event).includes(day))
  const turn = (days: number) => setMonth(addDays(`${month}-15`, days).slice(0, 7))
  return (
    <>
      <div className={styles.head}>
        <Button
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label="Month before"
          onClick={() => turn(-30)}
        />
        <Button
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label="Next month"
          onClick={() => turn(30)}
        />
        <Text as="h3" weight="semibold" aria-live="polite">
          {monthName.format(noonOf(`${month}-15`))}
        </Text>
      </div>
      <div className={styles.wrap}>
        <table className={styles.grid}>
          <thead>
            <tr>
              {weekdays.map((name) => (
                <th key={name} scope="col" className={styles.dayName} abbr={name}>
                  {name.slice(0, 3)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((week) => (
              <tr key={week[0]}>
                {week.map((day) => (
                  <td
                    key={day}
                    className={mergeClasses(
                      styles.cell,
                      !day.startsWith(month) && styles.elsewhere,
                      day === today && styles.today,
                    )}
                  >
                    <span title={fullDay(noonOf(day))}>{Number(day.slice(8))}</span>
                    {onDay(day).map((event) => (
                      <button
                        key={event.id}
                        type="button"
                        className={mergeClasses(styles.event, event.isCancelled === true && styles.struck)}
                        title={subjectOf(event)}
                        onClick={() => onOpen(event.id ?? '')}
                      >
                        {event.isAllDay ? '' : `${clockTime(fromGraph(event.start))} `}
                        {subjectOf(event)}
                      </button>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
