import {
  Button,
  Field,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components'
import { CalendarDayRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { tenantApi } from '../tenantApi.ts'
import { addDays, clockTime, isoDay, longDay, nineOn } from '../ukTime.ts'

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, width: '240px' },
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'end' },
  grow: { flexGrow: 1, minWidth: 0 },
  trouble: { color: tokens.colorPaletteRedForeground1 },
  button: { whiteSpace: 'nowrap' },
})

interface TodayControlProps {
  readonly now: Date
  readonly onMoved: () => void
}

/** The tenant's date, and the way to move it forward. Time never goes back: what has happened has happened. */
export function TodayControl({ now, onMoved }: TodayControlProps) {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const today = isoDay(now)
  const [picked, setPicked] = useState('')
  const [trouble, setTrouble] = useState('')

  const move = async (day: string) => {
    try {
      setTrouble('')
      await tenantApi.moveClock(nineOn(day).toISOString())
      setPicked('')
      setOpen(false)
      onMoved()
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <Popover open={open} onOpenChange={(_event, data) => setOpen(data.open)} trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button
          className={styles.button}
          appearance="subtle"
          size="small"
          icon={<CalendarDayRegular />}
          aria-label={`Today is ${longDay(now)}`}
        >
          {longDay(now)}
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label="Date of the local tenant">
        <div className={styles.panel}>
          <Text>
            It is {clockTime(now)} on {longDay(now)} here. Moving the date forward makes things due.
          </Text>
          <div className={styles.row}>
            <Button className={styles.grow} onClick={() => void move(addDays(today, 1))}>
              Next day
            </Button>
            <Button className={styles.grow} onClick={() => void move(addDays(today, 7))}>
              Next week
            </Button>
          </div>
          <div className={styles.row}>
            <Field label="Move to" className={styles.grow}>
              <Input
                type="date"
                min={addDays(today, 1)}
                value={picked}
                onChange={(_event, data) => setPicked(data.value)}
              />
            </Field>
            <Button appearance="primary" disabled={picked <= today} onClick={() => void move(picked)}>
              Move
            </Button>
          </div>
          {trouble && (
            <Text role="alert" className={styles.trouble}>
              {trouble}
            </Text>
          )}
        </div>
      </PopoverSurface>
    </Popover>
  )
}
