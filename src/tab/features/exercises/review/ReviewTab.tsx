import { Field, Select } from '@fluentui/react-components'
import { typeNamed } from '../../../../domain/exerciseType.ts'
import { reviewYear } from '../../../../domain/yearReview.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { useExercisePlace } from '../exercisePlace.ts'
import { inOneSentence } from '../exerciseWords.ts'
import { useProgramme } from '../programme/useProgramme.ts'
import { YearBar } from '../programme/YearBar.tsx'
import { AttendanceTable } from './AttendanceTable.tsx'
import { useReviewStyles } from './Review.styles.ts'
import { reviewSentence, sectorWords } from './reviewWords.ts'
import { VerdictSection } from './VerdictSection.tsx'

/** What a year brought: attendance by sector and by unit, what was decided and learned, and whether it goes on. */
export function ReviewTab() {
  const styles = useReviewStyles()
  const programme = useProgramme()
  const place = useExercisePlace()
  const types = [...new Set(programme.ofYear.map(({ value }) => value.type))].sort()
  const type = types.find((one) => one === place.get('type')) ?? types[0]
  if (type === undefined) {
    return (
      <div className={styles.stack}>
        <YearBar programme={programme} />
        <Empty title={`Nothing to review for ${programme.year}`}>
          No exercise was planned in this year. Choose another one.
        </Empty>
      </div>
    )
  }
  const year = String(programme.year)
  const values = programme.ofYear.map(({ value }) => value)
  const review = reviewYear(values, type, year, programme.today, typeNamed(programme.types, type)?.roles)
  return (
    <div className={styles.stack}>
      <div className={styles.bar}>
        <YearBar programme={programme} />
        {types.length > 1 && (
          <Field label="Type" orientation="horizontal">
            <Select value={type} onChange={(_event, data) => place.set({ type: data.value })}>
              {types.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <p className={styles.says}>{reviewSentence(review)}</p>
      <AttendanceTable
        title="By sector"
        head="Sector"
        lines={review.sectors.map((one) => ({ ...one, key: one.sector, label: sectorWords[one.sector] }))}
      />
      <AttendanceTable
        title="By unit"
        head="Unit"
        lines={review.units.map((one) => ({
          ...one,
          key: one.exercise,
          label: one.unit,
          note: one.held ? '' : 'nobody was marked as there',
        }))}
      />
      {review.neverThere.length > 0 && (
        <section aria-labelledby="never-there">
          <h2 className={styles.heading} id="never-there">
            Required and never in the room
          </h2>
          <p className={styles.quiet}>{inOneSentence(review.neverThere)}.</p>
        </section>
      )}
      <VerdictSection
        key={`${type} ${year}`}
        type={type}
        year={year}
        settings={programme.settings}
        learned={review.learning}
        takenUp={review.takenUp}
      />
    </div>
  )
}
