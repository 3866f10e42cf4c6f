/** What a column of a table of partners may hold. */
export const contactMeanings = [
  'organisation',
  'role',
  'name',
  'first-name',
  'last-name',
  'address',
  'boroughs',
  'sector',
  'headquarters',
  'deputy-name',
  'deputy-address',
  'last-confirmed',
  'ignored',
] as const
export type ContactMeaning = (typeof contactMeanings)[number]

/** A column and what its heading seems to say. */
export interface ColumnGuess {
  readonly heading: string
  readonly meaning: ContactMeaning
}

/** Headings by their words, most telling first: the first that fits counts. */
const headings: readonly (readonly [pattern: RegExp, meaning: ContactMeaning])[] = [
  [/\b(?:deputy|substitute|stand in|alternate)\b.*\b(?:e ?mail|address)\b/, 'deputy-address'],
  [/\b(?:e ?mail|address)\b.*\b(?:deputy|substitute|stand in|alternate)\b/, 'deputy-address'],
  [/\b(?:deputy|substitute|stand in|alternate)\b/, 'deputy-name'],
  [/\b(?:postal|street|home|office|ip) address\b|\baddress line\b|\bphone\b|\bmobile\b|\btel/, 'ignored'],
  [/\be ?mail\b|\baddress\b/, 'address'],
  [/\b(?:head quarters?|headquarters?|hq|main site|registered office)\b/, 'headquarters'],
  [
    /\b(?:last )?(?:confirmed|checked|verified|reviewed|updated)\b|\b(?:correct|valid) (?:as )?(?:at|on)\b/,
    'last-confirmed',
  ],
  [/\b(?:first|given|fore) ?names?\b/, 'first-name'],
  [/\b(?:last|family|second) ?names?\b|\bsurname\b/, 'last-name'],
  [
    /\b(?:boroughs?|areas?|localit(?:y|ies)|bcu|ocu|unit|district|serves|covers|local authorit(?:y|ies))\b/,
    'boroughs',
  ],
  [/\b(?:sector|category|agency type|kind of (?:agency|partner))\b/, 'sector'],
  [
    /\b(?:organi[sz]ations?|company|agency|employer|trust|council|body|institution)\b(?: name)?/,
    'organisation',
  ],
  [/\b(?:role|post|position|job title|title|designation|job)\b/, 'role'],
  [/\bname\b|\bcontact\b|\bperson\b|\bwho\b/, 'name'],
]

/** Meanings that only one column can have; the first heading that says so has it. */
const sameTwice: ReadonlySet<ContactMeaning> = new Set(['ignored', 'boroughs'])

/** What the headings of a table seem to say. A heading that says nothing is ignored. */
export function guessContactColumns(titles: readonly string[]): readonly ColumnGuess[] {
  const taken = new Set<ContactMeaning>()
  return titles.map((heading) => {
    const meaning = meaningOf(heading)
    if (taken.has(meaning) && !sameTwice.has(meaning)) return { heading, meaning: 'ignored' }
    taken.add(meaning)
    return { heading, meaning }
  })
}

function meaningOf(heading: string): ContactMeaning {
  const key = heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return headings.find(([pattern]) => pattern.test(key))?.[1] ?? 'ignored'
}

/** What a table needs before a line of it can become an entry; empty when nothing is missing. */
export function missingMeanings(meanings: readonly ContactMeaning[]): readonly ContactMeaning[] {
  const has = (meaning: ContactMeaning) => meanings.includes(meaning)
  const missing: ContactMeaning[] = []
  if (!has('organisation')) missing.push('organisation')
  if (!has('role')) missing.push('role')
  if (!has('address')) missing.push('address')
  if (!has('name') && !(has('first-name') && has('last-name'))) missing.push('name')
  return missing
}
