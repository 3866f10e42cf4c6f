/** A London borough, or the City. */
export interface Borough {
  /** As addresses and most papers write it: `Hammersmith and Fulham`. */
  readonly name: string
  /** As people say it: `Hammersmith`. The same as the name where nobody shortens it. */
  readonly short: string
  /** As its council signs. */
  readonly formal: string
  /** Three letters, for maps too small for words. */
  readonly code: string
  /** Column and row on a map of equal squares, from the north-west corner, counted from 0. */
  readonly square: readonly [column: number, row: number]
}

const of = 'London Borough of'
const royal = 'Royal Borough of'

/** The 32 boroughs and the City, in alphabetical order. Units of neighbours are neighbours on the map too. */
export const londonBoroughs: readonly Borough[] = [
  borough('Barking and Dagenham', 'BDG', [7, 3]),
  borough('Barnet', 'BNT', [3, 1]),
  borough('Bexley', 'BEX', [7, 4]),
  borough('Brent', 'BRE', [2, 2]),
  borough('Bromley', 'BRM', [5, 5]),
  borough('Camden', 'CMD', [3, 2]),
  borough('City of London', 'CTY', [4, 3], 'City', 'City of London'),
  borough('Croydon', 'CRO', [4, 5]),
  borough('Ealing', 'EAL', [1, 2]),
  borough('Enfield', 'ENF', [4, 0]),
  borough('Greenwich', 'GRN', [6, 4], 'Greenwich', `${royal} Greenwich`),
  borough('Hackney', 'HCK', [5, 2]),
  borough('Hammersmith and Fulham', 'HMF', [1, 3], 'Hammersmith'),
  borough('Haringey', 'HGY', [4, 1]),
  borough('Harrow', 'HRW', [2, 1]),
  borough('Havering', 'HVG', [7, 2]),
  borough('Hillingdon', 'HIL', [0, 2]),
  borough('Hounslow', 'HNS', [0, 3]),
  borough('Islington', 'ISL', [4, 2]),
  borough('Kensington and Chelsea', 'KNS', [2, 3], 'Kensington', `${royal} Kensington and Chelsea`),
  borough('Kingston upon Thames', 'KNG', [1, 5], 'Kingston', `${royal} Kingston upon Thames`),
  borough('Lambeth', 'LAM', [3, 4]),
  borough('Lewisham', 'LEW', [5, 4]),
  borough('Merton', 'MER', [2, 5]),
  borough('Newham', 'NWM', [6, 3]),
  borough('Redbridge', 'RDB', [7, 1]),
  borough('Richmond upon Thames', 'RCH', [1, 4], 'Richmond'),
  borough('Southwark', 'SWK', [4, 4]),
  borough('Sutton', 'SUT', [3, 5]),
  borough('Tower Hamlets', 'TWH', [5, 3]),
  borough('Waltham Forest', 'WFO', [6, 2]),
  borough('Wandsworth', 'WNS', [2, 4]),
  borough('Westminster', 'WST', [3, 3], 'Westminster', 'City of Westminster'),
]

function borough(
  name: string,
  code: string,
  square: Borough['square'],
  short = name,
  formal = `${of} ${name}`,
): Borough {
  return { name, short, formal, code, square }
}

/** Boroughs that a text names, in its order and each once; and what it names that is no borough. */
export interface BoroughsRead {
  readonly boroughs: readonly Borough[]
  readonly unknown: readonly string[]
}

/** Halves of a name by which people mean the whole. */
const half: Readonly<Record<string, readonly string[]>> = {
  'Barking and Dagenham': ['Barking', 'Dagenham'],
  'Hammersmith and Fulham': ['Fulham'],
  'Kensington and Chelsea': ['Chelsea'],
}

const separators = new Set(['and', 'bcu', 'ocu', ',', ';', '/', '+', '|'])

/** Words and separators. `&` is the word `and`; hyphens inside names and spaces that do not break do not count. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/&/g, ' and ')
      .replace(/[-\u2010-\u2015]/g, ' ')
      .match(/[,;/+|]|[^\s,;/+|]+/g) ?? []
  )
}

function same(one: string | undefined, other: string): boolean {
  return one?.replace(/[.:]+$/, '').toLowerCase() === other.toLowerCase()
}

/** Every way to write a borough, the longest first, so that `Kensington and Chelsea` is not read as `Kensington`. */
const written: readonly (readonly [words: readonly string[], borough: Borough])[] = londonBoroughs
  .flatMap((one) =>
    [one.name, one.short, one.formal, ...(half[one.name] ?? [])].map(
      (words) => [wordsOf(words), one] as const,
    ),
  )
  .sort(([a], [b]) => b.length - a.length)

/**
 * Reads the boroughs of a text such as `Camden & Islington` or `Barking and Dagenham, Havering, Redbridge`. The word
 * `and` is a separator only where it is no part of a borough's name; short, full and formal names are all known.
 */
export function readBoroughs(text: string): BoroughsRead {
  const words = wordsOf(text)
  const found: Borough[] = []
  const unknown: string[][] = []
  let stray: string[] | null = null
  for (let at = 0; at < words.length; ) {
    const hit = written.find(([name]) => name.every((word, place) => same(words[at + place], word)))
    const word = words[at] ?? ''
    at += hit ? hit[0].length : 1
    if (hit) {
      if (!found.includes(hit[1])) found.push(hit[1])
      stray = null
    } else if (separators.has(word.toLowerCase())) stray = null
    else if (stray) stray.push(word)
    else {
      stray = [word]
      unknown.push(stray)
    }
  }
  return { boroughs: found, unknown: unknown.map((words) => words.join(' ')) }
}

/** The borough of a name, however it is written; null when there is none. */
export function boroughNamed(name: string): Borough | null {
  const { boroughs, unknown } = readBoroughs(name)
  return boroughs.length === 1 && unknown.length === 0 ? (boroughs[0] ?? null) : null
}
