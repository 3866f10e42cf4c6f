import type { IsoDate } from './calendarDays.ts'

/** A kind of body that the law has replaced: how it is recognised, by what, from which day and by which law. */
interface Replacement {
  readonly body: string
  readonly pattern: RegExp
  readonly on: IsoDate
  /** Name of the successor; areas with a name of their own are found by borough. */
  readonly by: string | ((boroughs: readonly string[]) => string)
  readonly source: string
}

/** What an organisation has become. */
export interface Successor {
  /** What kind of body it was: `clinical commissioning group`. */
  readonly was: string
  readonly becomes: string
  readonly on: IsoDate
  /** Where this is laid down. */
  readonly source: string
  /** The same for a role's name that still names the old body, or null. */
  readonly role: string | null
}

/**
 * The five integrated care boards of London and the boroughs of each, as set up on 1 July 2022 (The Integrated Care
 * Boards (Establishment) Order 2022).
 */
export const londonCareBoards: Readonly<Record<string, readonly string[]>> = {
  'North Central London Integrated Care Board': ['Barnet', 'Camden', 'Enfield', 'Haringey', 'Islington'],
  'North East London Integrated Care Board': [
    'Barking and Dagenham',
    'City of London',
    'Hackney',
    'Havering',
    'Newham',
    'Redbridge',
    'Tower Hamlets',
    'Waltham Forest',
  ],
  'North West London Integrated Care Board': [
    'Brent',
    'Ealing',
    'Hammersmith and Fulham',
    'Harrow',
    'Hillingdon',
    'Hounslow',
    'Kensington and Chelsea',
    'Westminster',
  ],
  'South East London Integrated Care Board': [
    'Bexley',
    'Bromley',
    'Greenwich',
    'Lambeth',
    'Lewisham',
    'Southwark',
  ],
  'South West London Integrated Care Board': [
    'Croydon',
    'Kingston upon Thames',
    'Merton',
    'Richmond upon Thames',
    'Sutton',
    'Wandsworth',
  ],
}

/** The integrated care boards of some boroughs, in the order of their names; none for boroughs outside London. */
export function careBoardsOf(boroughs: readonly string[]): readonly string[] {
  return Object.entries(londonCareBoards)
    .filter(([, area]) => boroughs.some((borough) => area.includes(borough)))
    .map(([name]) => name)
}

function careBoard(boroughs: readonly string[]): string {
  const [only, second] = careBoardsOf(boroughs)
  return only && !second ? only : 'Integrated Care Board'
}

const replacements: readonly Replacement[] = [
  {
    body: 'clinical commissioning group',
    pattern: /\bclinical commissioning groups?\b|\bccgs?\b/i,
    on: '2022-07-01',
    by: careBoard,
    source: 'Health and Care Act 2022',
  },
  {
    body: 'primary care trust',
    pattern: /\bprimary care trusts?\b|\bpcts?\b/i,
    on: '2013-04-01',
    by: careBoard,
    source: 'Health and Social Care Act 2012, then Health and Care Act 2022',
  },
  {
    body: 'NHS Improvement',
    pattern: /\bnhs improvement\b|\bnhsi\b/i,
    on: '2022-07-01',
    by: 'NHS England',
    source: 'Health and Care Act 2022',
  },
  {
    body: 'Public Health England',
    pattern: /\bpublic health england\b|\bphe\b/i,
    on: '2021-10-01',
    by: 'Office for Health Improvement and Disparities',
    source: 'Department of Health and Social Care',
  },
  {
    body: 'local safeguarding children board',
    pattern: /\blocal safeguarding children(?:['’]?s)? boards?\b|\blscbs?\b/i,
    on: '2019-09-29',
    by: 'Local safeguarding children partnership',
    source: 'Children and Social Work Act 2017',
  },
]

/** Kinds of body whose name stays part of a role that says itself that it is the former one. */
const saysFormer = /\bformer(?:ly)?\b|\bpreviously\b/i

/**
 * What an organisation has become, or null while it is what it was. The same answer is given before the day: it is
 * known by then, and whoever asks says it in the right tense.
 * @param boroughs by which an area's successor gets its name
 */
export function successorOf(
  organisation: string,
  boroughs: readonly string[] = [],
  role = '',
): Successor | null {
  const found = replacements.find(({ pattern }) => isStill(organisation, pattern) || isStill(role, pattern))
  if (!found) return null
  const becomes = typeof found.by === 'string' ? found.by : found.by(boroughs)
  const next = isStill(role, found.pattern) ? tidy(role.replace(found.pattern, short(becomes))) : null
  return { was: found.body, becomes, on: found.on, source: found.source, role: next }
}

function isStill(text: string, pattern: RegExp): boolean {
  return pattern.test(text) && !saysFormer.test(text)
}

/** In a role the kind of body is enough: the organisation stands beside it. */
function short(becomes: string): string {
  return becomes.endsWith('Integrated Care Board') ? 'integrated care board' : becomes
}

function tidy(text: string): string {
  return text
    .replace(/\bLA integrated/, 'Integrated')
    .replace(/\s+/g, ' ')
    .trim()
}
