import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { addDays, type IsoDate } from '../../../../domain/calendarDays.ts'
import type { CourseRun } from '../../../../domain/course.ts'
import type { Allotment } from '../../../../domain/runPlaces.ts'
import type { Venue } from '../../../../domain/venue.ts'
import { DayField, PickField, TextField, useFields } from '../../../ui/form/fields.tsx'
import { type Values, wordsOf } from '../../../ui/form/formValues.ts'
import { wholeNumber } from './runForm.ts'

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 9rem), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  line: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 12rem), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    '& > *': { minWidth: 0 },
    '& input': { minWidth: 0, width: '100%' },
    '& .fui-Input': { minWidth: 0 },
    margin: 0,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  empty: { justifySelf: 'start', alignSelf: 'end' },
})

/** When and where: a day, UK times, and a venue of the directory or the name of another place. */
export function WhenAndWhere({ venues }: { venues: readonly Venue[] }) {
  const styles = useStyles()
  const { values } = useFields()
  const chosen = venues.find(({ key }) => key === values.venueKey)
  const open = venues.filter((venue) => !venue.closed || venue.key === values.venueKey)
  const choices = [
    ['', 'Another place, named below'] as const,
    ...open
      .toSorted((one, other) => one.name.localeCompare(other.name))
      .map(({ key, name, capacity }) => [key, `${name} (room for ${capacity})`] as const),
  ]
  return (
    <>
      <DayField name="date" label="Day" required />
      <div className={styles.pair}>
        <TextField name="start" label="From" type="time" required />
        <TextField name="end" label="To (UK time)" type="time" required />
      </div>
      <PickField name="venueKey" label="Venue" choices={choices} hint={chosen?.access} />
      {!chosen && (
        <TextField
          name="venue"
          label="Name of the place"
          hint="Online: say on what, such as Microsoft Teams."
        />
      )}
    </>
  )
}

/** What the fields of an allotment begin with. */
export function allotmentValues(allotments: readonly Allotment[]): Values {
  const lines = allotments.map(({ agency, borough, places, releaseOn }, index) => ({
    [`agency-${index}`]: agency,
    [`borough-${index}`]: borough,
    [`places-${index}`]: String(places),
    [`release-${index}`]: releaseOn,
  }))
  return Object.assign({ lines: String(allotments.length) }, ...lines) as Values
}

/** The allotments as they were typed; a line without agency and places is none. */
export function readAllotments(values: Values): readonly Allotment[] {
  return lineNumbers(values)
    .map((index) => ({
      agency: wordsOf(values, `agency-${index}`),
      borough: wordsOf(values, `borough-${index}`),
      places: wholeNumber(values, `places-${index}`),
      releaseOn: wordsOf(values, `release-${index}`),
    }))
    .filter(({ agency, places }) => agency !== '' || !Number.isNaN(places))
}

const lineNumbers = (values: Values) => Array.from({ length: Number(values.lines ?? 0) }, (_, index) => index)

/** Days before a date on which places that nobody took are given to everybody, unless somebody says another day. */
const usualRelease = 14

/** For whom places are kept, and until when. */
export function AllotmentFields({ run, today }: { run: CourseRun | null; today: IsoDate }) {
  const styles = useStyles()
  const { values, set } = useFields()
  const lines = lineNumbers(values)
  const usual = run ? addDays(run.date, -usualRelease) : today
  const add = () => {
    set('lines', String(lines.length + 1))
    set(`release-${lines.length}`, usual > today ? usual : (run?.date ?? today))
  }
  return (
    <>
      {lines.map((index) => (
        <fieldset key={index} className={styles.line} aria-label={`Places kept, line ${index + 1}`}>
          <TextField name={`agency-${index}`} label="Agency" />
          <TextField name={`borough-${index}`} label="Borough" hint="Empty: the whole agency" />
          <TextField name={`places-${index}`} label="Places" type="number" />
          <DayField name={`release-${index}`} label="Kept until" />
          <Button
            className={styles.empty}
            onClick={() => {
              set(`agency-${index}`, '')
              set(`places-${index}`, '')
            }}
          >
            Empty this line
          </Button>
        </fieldset>
      ))}
      <div>
        <Button onClick={add}>Keep places for another agency</Button>
      </div>
    </>
  )
}
