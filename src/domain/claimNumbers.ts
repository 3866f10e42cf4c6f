/** The nouns under which papers count. */
export type CountedKind = 'recommendation' | 'area-for-improvement' | 'either'

/** The numbers that one sentence, or several together, claim. Null where they give none. */
export interface ClaimNumbers {
  /** All recommendations of the report, whoever they are for. */
  readonly total: number | null
  readonly forForce: number | null
  readonly complete: number | null
  readonly closed: number | null
  readonly open: number | null
  /** How many of those for the force are of which kind, where the sentence counts by kind. */
  readonly kinds: Readonly<Partial<Record<CountedKind, number>>>
  /** A sub-divided recommendation makes it unclear what was counted; nothing is concluded from such a sentence. */
  readonly subdivided: boolean
  /** "All are complete", without saying how many that is. */
  readonly isAllComplete: boolean
}

type State = 'complete' | 'closed' | 'open'

/** A number with the words up to the next one. */
interface Segment {
  readonly number: number | 'all'
  readonly words: string
  readonly before: string
}

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const numbers = new RegExp(
  `(?<![\\p{L}\\d./-])(\\d{1,3}|none|all|both|${numberWords.join('|')})(?![\\p{L}\\d/]|[.,]\\d| (?:${months})\\b)`,
  'giu',
)
const states: readonly (readonly [State, RegExp])[] = [
  ['complete', /\b(?:completed?|implemented|delivered)\b/i],
  ['closed', /\bclosed\b/i],
  [
    'open',
    /\b(?:in progress|be progressed|being progressed|pending|held at|considered|ongoing|outstanding)\b/i,
  ],
]
const forForce = /\b(?:for|to) (?:the |all )?(?:forces?|police)\b/i
const nouns: readonly (readonly [CountedKind, RegExp])[] = [
  [
    'either',
    /\b(?:AFIs?|areas? for improvement) (?:and|or) recommendations?\b|\brecommendations? (?:and|or) (?:AFIs?|areas? for improvement)\b/i,
  ],
  ['area-for-improvement', /\b(?:areas? for improvement|AFIs?)\b/i],
  ['recommendation', /\b(?:recommendations?|actions?|causes? of concern)\b/i],
]

/** Reads the numbers of a sentence such as "10 for the force, 4 complete, 1 closed and 5 in progress". */
export function readClaim(sentence: string): ClaimNumbers {
  const segments = segmentsOf(sentence)
  const sums: Sums = {
    total: null,
    forForce: null,
    counts: {},
    kinds: {},
    all: null,
    isWholeOnly: false,
    pending: null,
  }
  for (const [index, segment] of segments.entries()) add(sums, segment, segments[index + 1] ?? null)
  const { total, forForce, counts, kinds } = sums
  if (sums.all !== null) counts[sums.all] = forForce ?? total
  return {
    ...{ total, forForce, kinds },
    complete: counts.complete ?? null,
    closed: counts.closed ?? null,
    open: counts.open ?? null,
    subdivided: /\bsub-?divided\b/i.test(withoutAsides(sentence)),
    isAllComplete: sums.all === 'complete' && forForce === null && total === null,
  }
}

/** What has been added up so far. */
interface Sums {
  total: number | null
  forForce: number | null
  readonly counts: Partial<Record<State, number | null>>
  readonly kinds: Partial<Record<CountedKind, number>>
  /** The state that "all" of them have. */
  all: State | null
  /** The next number is what the last one was a part of: "4 of the 5 are complete". */
  isWholeOnly: boolean
  /** A count that goes on with another noun: "1 recommendation and 21 areas for improvement". */
  pending: { readonly number: number; readonly kind: CountedKind; readonly state: State | null } | null
}

function add(sums: Sums, { number, words, before }: Segment, next: Segment | null): void {
  const state = stateBefore(before) ?? stateOf(words)
  if (number === 'all') {
    sums.all = state ?? sums.all
    return
  }
  if (/^\s*(?:out )?of (?:the )?$/i.test(words) && next !== null) {
    count(sums, stateOf(next.words), number)
    sums.isWholeOnly = true
    return
  }
  const kind = nounIn(words)
  const goesOn =
    kind !== null && next !== null && /(?:\band|,)\s*$/i.test(words) && nounIn(next.words) !== null
  if (goesOn && !forForce.test(words) && nounIn(next.words) !== kind) {
    sums.pending = { number, kind, state }
    return
  }
  addWhole(sums, { number, kind, state: sums.isWholeOnly ? null : state, isForce: forForce.test(words) })
  sums.isWholeOnly = false
}

function addWhole(
  sums: Sums,
  one: { number: number; kind: CountedKind | null; state: State | null; isForce: boolean },
): void {
  const { pending } = sums
  sums.pending = null
  const whole = one.number + (pending?.number ?? 0)
  if (one.isForce) {
    sums.forForce = whole
    if (one.kind !== null) sums.kinds[one.kind] = one.number
    if (pending) sums.kinds[pending.kind] = pending.number
  } else if (one.kind !== null && one.state === null) sums.total ??= whole
  if (pending?.state) {
    count(sums, pending.state, pending.number)
    count(sums, one.state, one.number)
  } else count(sums, one.state, whole)
}

function count(sums: Sums, state: State | null, number: number): void {
  if (state !== null) sums.counts[state] = (sums.counts[state] ?? 0) + number
}

function nounIn(words: string): CountedKind | null {
  return nouns.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** "has completed 2 actions and closed 1": the state stands before the number. "4 are completed 1 closed" has it after. */
function stateBefore(before: string): State | null {
  const isActive = /(?<!\b(?:is|are|was|were|be)\s)\b(?:completed|closed)\s+$/i.test(before)
  return isActive ? stateOf(before.slice(-12)) : null
}

/** What several sentences claim together: each number from the first that gives it. */
export function joinClaims(claims: readonly ClaimNumbers[]): ClaimNumbers {
  const first = (name: 'total' | 'forForce' | State) =>
    claims.find((claim) => claim[name] !== null)?.[name] ?? null
  return {
    total: first('total'),
    forForce: first('forForce'),
    complete: first('complete'),
    closed: first('closed'),
    open: first('open'),
    kinds: claims.find(({ kinds }) => Object.keys(kinds).length > 0)?.kinds ?? {},
    subdivided: claims.some(({ subdivided }) => subdivided),
    isAllComplete: claims.some(({ isAllComplete }) => isAllComplete),
  }
}

/** Asides in brackets hold numbers of their own; only "[complete]" says something of the number before it. */
function withoutAsides(sentence: string): string {
  return sentence
    .replace(/\[(completed?|closed)\]/gi, ' $1 ')
    .replace(/\[[^[\]]{0,200}\]|\([^()]{0,200}\)/g, ' ')
}

function segmentsOf(sentence: string): readonly Segment[] {
  const text = withoutAsides(sentence)
  const found = [...text.matchAll(numbers)]
  return found.map((match, index) => {
    const start = match.index + match[0].length
    return {
      number: toNumber(match[0].toLowerCase()),
      words: text.slice(start, found[index + 1]?.index),
      before: text.slice(0, match.index),
    }
  })
}

function toNumber(word: string): number | 'all' {
  if (word === 'all' || word === 'both') return 'all'
  if (word === 'none') return 0
  const index = numberWords.indexOf(word)
  return index >= 0 ? index : Number(word)
}

function stateOf(words: string): State | null {
  return (
    states
      .map(([state, pattern]) => ({ state, at: words.search(pattern) }))
      .filter(({ at }) => at >= 0)
      .sort((one, other) => one.at - other.at)[0]?.state ?? null
  )
}
