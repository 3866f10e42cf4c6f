import { Button, Select } from '@fluentui/react-components'
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { useProgrammeStyles } from './Programme.styles.ts'
import type { Programme } from './useProgramme.ts'

/** The year that is shown, with the one before and the one after. */
export function YearBar({ programme }: { programme: Programme }) {
  const styles = useProgrammeStyles()
  const { year, years, setYear } = programme
  const shown = [...new Set([...years, year, (years[0] ?? year) + 1])].sort((a, b) => b - a)
  return (
    <div className={styles.yearBar}>
      <Button
        appearance="subtle"
        icon={<ChevronLeftRegular />}
        aria-label={`Programme of ${year - 1}`}
        onClick={() => setYear(year - 1)}
      />
      <Select
        aria-label="Year of the programme"
        className={styles.year}
        value={String(year)}
        onChange={(_event, { value }) => setYear(Number(value))}
      >
        {shown.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Select>
      <Button
        appearance="subtle"
        icon={<ChevronRightRegular />}
        aria-label={`Programme of ${year + 1}`}
        onClick={() => setYear(year + 1)}
      />
    </div>
  )
}
