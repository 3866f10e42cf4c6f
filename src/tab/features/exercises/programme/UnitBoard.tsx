import { mergeClasses } from '@fluentui/react-components'
import { useState } from 'react'
import { roleCover } from '../../../../domain/exercise.ts'
import { type Standing, standingOf, standings } from '../../../../domain/programme.ts'
import { missingWords } from '../exerciseWords.ts'
import { useProgrammeStyles } from './Programme.styles.ts'
import { standingWords, weekdayAndDay } from './programmeWords.ts'
import { StandingIcon, StandingWord } from './StandingWord.tsx'
import { useStandingLooks } from './standingLooks.styles.ts'
import { exerciseShown, isOnMap, UnitMap } from './UnitMap.tsx'
import type { Programme } from './useProgramme.ts'

/** The units on a map and in a list, each with its day and how far it has come. */
export function UnitBoard({ programme }: { programme: Programme }) {
  const styles = useProgrammeStyles()
  const { places, today, open } = programme
  const [pointed, setPointed] = useState<string | null>(null)
  const list = <UnitList programme={programme} pointed={pointed} onPoint={setPointed} />
  if (!isOnMap(places)) return list
  return (
    <div className={styles.board}>
      <div>
        <UnitMap places={places} today={today} pointed={pointed} onPoint={setPointed} onOpen={open} />
        <Legend programme={programme} />
      </div>
      {list}
    </div>
  )
}

function UnitList(props: {
  programme: Programme
  pointed: string | null
  onPoint: (unit: string | null) => void
}) {
  const { programme, pointed, onPoint } = props
  const styles = useProgrammeStyles()
  return (
    <ul className={styles.units} aria-label={`Units and their exercises in ${programme.year}`}>
      {programme.places.map((place) => (
        <li
          key={place.unit.name}
          onPointerEnter={() => onPoint(place.unit.name)}
          onPointerLeave={() => onPoint(null)}
        >
          <UnitCard place={place} programme={programme} pointed={pointed === place.unit.name} />
        </li>
      ))}
    </ul>
  )
}

function UnitCard(props: { place: Programme['places'][number]; programme: Programme; pointed: boolean }) {
  const { place, programme, pointed } = props
  const styles = useProgrammeStyles()
  const row = exerciseShown(place, programme.today)
  if (!row) {
    return (
      <div
        className={mergeClasses(styles.unit, styles.noDay, pointed && styles.pointed)}
        style={{ cursor: 'default' }}
      >
        <span className={styles.unitName}>{place.unit.name}</span>
        <span className={styles.unitFacts}>No date in {programme.year}</span>
      </div>
    )
  }
  const standing = standingOf(row.value, programme.today)
  const more = place.exercises.length - 1
  return (
    <button
      type="button"
      className={mergeClasses(styles.unit, pointed && styles.pointed)}
      data-row={row.id}
      onClick={() => programme.open(row.id)}
    >
      <span className={styles.unitName}>{row.value.unit}</span>
      <span className={styles.unitFacts}>
        <span>{weekdayAndDay(row.value.date)}</span>
        <StandingWord standing={standing} />
        {more > 0 && <span>and {more} more</span>}
      </span>
      <span className={styles.unitFacts}>{sayGap(row.value, standing)}</span>
    </button>
  )
}

function sayGap(exercise: Parameters<typeof roleCover>[0], standing: Standing): string {
  if (standing === 'held' || standing === 'cancelled') return ''
  const cover = roleCover(exercise)
  if (cover.required === 0) return 'Nobody is asked yet'
  if (cover.missing.length === 0) return `${cover.accepted} of ${cover.required} required roles accepted`
  return cover.missing.length > 2 ? `${cover.missing.length} required roles missing` : missingWords(cover)
}

function Legend({ programme }: { programme: Programme }) {
  const styles = useProgrammeStyles()
  const looks = useStandingLooks()
  const { today, ofYear } = programme
  const used = new Set(ofYear.map(({ value }) => standingOf(value, today)))
  const hasEmpty = programme.places.some(({ exercises }) => exercises.length === 0)
  return (
    <ul className={styles.legend} aria-hidden="true">
      {standings
        .filter((standing) => used.has(standing))
        .map((standing) => (
          <li key={standing}>
            <span className={mergeClasses(styles.swatch, looks[standing])} />
            <StandingIcon standing={standing} />
            {standingWords[standing]}
          </li>
        ))}
      {hasEmpty && (
        <li>
          <span className={mergeClasses(styles.swatch, looks.none)} />
          No date
        </li>
      )}
    </ul>
  )
}
