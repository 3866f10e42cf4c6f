import { type Borough, boroughNamed, londonBoroughs, readBoroughs } from './boroughs.ts'

/** A basic command unit: some boroughs policed together. */
export interface Unit {
  /** `Hammersmith, Westminster and Kensington`. */
  readonly name: string
  /** By their names, `Hammersmith and Fulham`. */
  readonly boroughs: readonly string[]
}

const inOneLine = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** What a unit of these boroughs is called when nobody has given it another name: by their short names. */
export function nameOfUnit(boroughs: readonly string[]): string {
  return inOneLine.format(boroughs.map((name) => boroughNamed(name)?.short ?? name))
}

/** The twelve units of London and the City, which has a force of its own. */
export const londonUnits: readonly Unit[] = [
  'Camden, Islington',
  'Barking and Dagenham, Havering, Redbridge',
  'Hounslow, Ealing, Hillingdon',
  'Richmond, Kingston, Wandsworth, Merton',
  'Waltham Forest, Newham',
  'Harrow, Brent, Barnet',
  'Hackney, Tower Hamlets',
  'Bexley, Greenwich, Lewisham',
  'Sutton, Croydon, Bromley',
  'Lambeth, Southwark',
  'Hammersmith, Westminster, Kensington',
  'Enfield, Haringey',
  'City of London',
].map((text) => unitOf(readBoroughs(text).boroughs))

function unitOf(boroughs: readonly Borough[]): Unit {
  const names = boroughs.map(({ name }) => name)
  return { name: names.length === 1 ? (names[0] ?? '') : nameOfUnit(names), boroughs: names }
}

/** The same boroughs in whatever order and by whatever names. */
export function unitMark(boroughs: readonly string[]): string {
  const names = boroughs.map((one) => boroughNamed(one)?.name ?? one.trim())
  return [...new Set(names)].sort().join('|').toLowerCase()
}

/**
 * The units that a force works with: those of its exercises, named as in the latest of them, in the order in which
 * they first come, and then those of London that share no borough with them.
 */
export function knownUnits(exercises: readonly UnitOnADay[]): readonly Unit[] {
  const units = new Map<string, Unit>()
  for (const { unit, boroughs, date } of [...exercises].sort((a, b) => a.date.localeCompare(b.date))) {
    if (date !== '') units.set(unitMark(boroughs), { name: unit, boroughs })
  }
  const taken = new Set([...units.values()].flatMap((one) => one.boroughs.map((name) => unitMark([name]))))
  const inLondon = [...taken].some((mark) => londonBoroughs.some(({ name }) => unitMark([name]) === mark))
  if (units.size > 0 && !inLondon) return [...units.values()]
  const rest = londonUnits.filter(({ boroughs }) => !boroughs.some((name) => taken.has(unitMark([name]))))
  return [...units.values(), ...rest]
}

interface UnitOnADay {
  readonly unit: string
  readonly boroughs: readonly string[]
  readonly date: string
}
