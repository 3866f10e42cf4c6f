/** A London borough, or the City. */
export interface Borough {
  /** As addresses and most papers write it: `Hammersmith and Fulham`. */
  readonly name: string
  /** As people say it: `Hammersmith`. The same as the name where nobody shortens it. */
  readonly short: string
  /** As its council signs. */
  readonly formal: string
  /** Column and row on a map of equal squares, from the north-west corner, counted from 0. */
  readonly square: readonly [column: number, row: number]
}

const of = 'London Borough of'
const royal = 'Royal Borough of'

/** The 32 boroughs and the City, in alphabetical order. Units of neighbours are neighbours on the map too. */
export const londonBoroughs: readonly Borough[] = [
  borough('Barking and Dagenham', [7, 3]),
  borough('Barnet', [3, 1]),
  borough('Bexley', [7, 4]),
  borough('Brent', [2, 2]),
  borough('Bromley', [5, 5]),
  borough('Camden', [3, 2]),
  borough('City of London', [4, 3], 'City', 'City of London'),
  borough('Croydon', [4, 5]),
  borough('Ealing', [1, 2]),
  borough('Enfield', [4, 0]),
  borough('Greenwich', [6, 4], 'Greenwich', `${royal} Greenwich`),
  borough('Hackney', [5, 2]),
  borough('Hammersmith and Fulham', [1, 3], 'Hammersmith'),
  borough('Haringey', [4, 1]),
  borough('Harrow', [2, 1]),
  borough('Havering', [7, 2]),
  borough('Hillingdon', [0, 2]),
  borough('Hounslow', [0, 3]),
  borough('Islington', [4, 2]),
  borough('Kensington and Chelsea', [2, 3], 'Kensington', `${royal} Kensington and Chelsea`),
  borough('Kingston upon Thames', [1, 5], 'Kingston', `${royal} Kingston upon Thames`),
  borough('Lambeth', [3, 4]),
  borough('Lewisham', [5, 4]),
  borough('Merton', [2, 5]),
  borough('Newham', [6, 3]),
  borough('Redbridge', [7, 1]),
  borough('Richmond upon Thames', [1, 4], 'Richmond'),
  borough('Southwark', [4, 4]),
  borough('Sutton', [3, 5]),
  borough('Tower Hamlets', [5, 3]),
  borough('Waltham Forest', [6, 2]),
  borough('Wandsworth', [2, 4]),
  borough('Westminster', [3, 3], 'Westminster', 'City of Westminster'),
]

function borough(name: string, square: Borough['square'], short = name, formal = `${of} ${name}`): Borough {
  return { name, short, formal, square }
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
