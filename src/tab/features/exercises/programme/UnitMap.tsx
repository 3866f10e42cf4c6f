import { mergeClasses } from '@fluentui/react-components'
import type { CSSProperties } from 'react'
import { type Borough, boroughNamed, londonBoroughs } from '../../../../domain/boroughs.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import { type Standing, standingOf, type UnitPlace } from '../../../../domain/programme.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { shortDay } from './programmeWords.ts'
import { StandingIcon } from './StandingWord.tsx'
import { useStandingLooks } from './standingLooks.styles.ts'
import { useMapStyles } from './UnitMap.styles.ts'

type Place = UnitPlace<Stored<Exercise>>

export interface UnitMapProps {
  readonly places: readonly Place[]
  readonly today: string
  /** Name of the unit that is pointed at, here or in the list beside; null for none. */
  readonly pointed: string | null
  readonly onPoint: (unit: string | null) => void
  readonly onOpen: (id: string) => void
}

/**
 * The boroughs as a map of equal squares; the squares of a unit are joined. It is a drawing for people who look and
 * point: the list beside it says the same for everybody else, so that no key has to walk over 33 squares.
 */
export function UnitMap(props: UnitMapProps) {
  const styles = useMapStyles()
  const unitOf = unitsByBorough(props.places)
  return (
    <div className={styles.map} aria-hidden="true" data-testid="unit-map">
      {londonBoroughs.map((borough) => (
        <Square key={borough.code} borough={borough} unitOf={unitOf} {...props} />
      ))}
    </div>
  )
}

/** Whether any unit has a borough that the map shows. */
export function isOnMap(places: readonly Place[]): boolean {
  return unitsByBorough(places).size > 0
}

function unitsByBorough(places: readonly Place[]): ReadonlyMap<string, Place> {
  return new Map(
    places.flatMap((place) =>
      place.unit.boroughs.flatMap((name) => {
        const borough = boroughNamed(name)
        return borough ? [[borough.name, place] as const] : []
      }),
    ),
  )
}

/** The exercise that a square stands for: the next one, or where all are over the last. */
export function exerciseShown(place: Place | undefined, today: string): Stored<Exercise> | null {
  const standing = place?.exercises.filter(({ value }) => value.status !== 'cancelled') ?? []
  return (
    standing.find(({ value }) => value.date >= today) ?? standing.at(-1) ?? place?.exercises.at(-1) ?? null
  )
}

function Square(props: UnitMapProps & { borough: Borough; unitOf: ReadonlyMap<string, Place> }) {
  const { borough, unitOf, today, pointed, onPoint, onOpen } = props
  const styles = useMapStyles()
  const looks = useStandingLooks()
  const place = unitOf.get(borough.name)
  const row = exerciseShown(place, today)
  const standing: Standing | null = row ? standingOf(row.value, today) : null
  const [column, line] = borough.square
  const joined = joinedSides(borough, place, unitOf)
  return (
    <div className={styles.cell} style={{ gridColumn: column + 1, gridRow: line + 1, ...withoutGap(joined) }}>
      <button
        type="button"
        tabIndex={-1}
        className={mergeClasses(
          styles.square,
          row === null && styles.alone,
          looks[standing ?? 'none'],
          pointed !== null && pointed === place?.unit.name && styles.pointed,
        )}
        title={`${borough.name}${place && place.unit.name !== borough.name ? ` (${place.unit.name})` : ''}`}
        onClick={() => row && onOpen(row.id)}
        onPointerEnter={() => onPoint(place?.unit.name ?? null)}
        onPointerLeave={() => onPoint(null)}
      >
        {standing && <StandingIcon standing={standing} size={14} />}
        <span className={styles.name}>{borough.short}</span>
        <span className={styles.code}>{borough.code}</span>
        {row && <span className={styles.day}>{shortDay(row.value.date)}</span>}
      </button>
    </div>
  )
}

interface Sides {
  readonly top: boolean
  readonly right: boolean
  readonly bottom: boolean
  readonly left: boolean
}

/** The sides on which a square meets another of its unit. */
function joinedSides(borough: Borough, place: Place | undefined, unitOf: ReadonlyMap<string, Place>): Sides {
  const [column, line] = borough.square
  const meets = (x: number, y: number) => {
    const beside = londonBoroughs.find(({ square }) => square[0] === column + x && square[1] === line + y)
    return place !== undefined && beside !== undefined && unitOf.get(beside.name) === place
  }
  return { top: meets(0, -1), right: meets(1, 0), bottom: meets(0, 1), left: meets(-1, 0) }
}

function withoutGap({ top, right, bottom, left }: Sides): CSSProperties {
  return {
    ...(top && { paddingTop: 0 }),
    ...(right && { paddingRight: 0 }),
    ...(bottom && { paddingBottom: 0 }),
    ...(left && { paddingLeft: 0 }),
  }
}
