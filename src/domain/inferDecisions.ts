import type { Applies, Counterparty } from './decisions.ts'
import type { Recommendation } from './recommendation.ts'

/** What can be told of a new row from its own words. A person decides; this only saves typing. */
export interface InferredDecisions {
  readonly applies: Applies
  readonly addressees: readonly string[]
  readonly counterparty: Counterparty | null
}

type Source = Pick<Recommendation, 'status' | 'text' | 'progress' | 'due'>

const bodies: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Home Office', /\bHome Office\b/i],
  ["National Police Chiefs' Council", /\bNPCC\b|\bNational Police Chiefs[’']? Council\b/i],
  ['College of Policing', /\bCollege of Policing\b|\bthe College\b/i],
  ['National Crime Agency', /\bNCA\b|\bNational Crime Agency\b/i],
  ['National Police Coordination Centre', /\bNPoCC\b|\bNational Police Coordination Centre\b/i],
  ['Crown Prosecution Service', /\bCPS\b|\bCrown Prosecution Service\b/i],
  ['Association of Police and Crime Commissioners', /\bAPCC\b/],
  ['Transport for London', /\bTfL\b|\bTransport for London\b/i],
  ['Department for Transport', /\bDfT\b|\bDepartment (?:for|of) Transport\b/i],
  ['Ministry of Justice', /\bMoJ\b|\bMinistry of Justice\b/i],
  ['Cabinet Office', /\bCabinet Office\b/i],
  ['regional Niche group', /\bregional Niche group\b|\bNiche regional group\b/i],
]
const ownBodies: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Chief constables', /\bchief (?:constables?|officers?)\b/i],
  ['Forces', /\b(?:all |the )?(?:police )?forces?\b/i],
  ['Police and crime commissioners', /\bpolice and crime commissioners?\b/i],
]

const isFor =
  /\bthis (?:action|recommendation|area for improvement|AFI) is (?:for|addressed to) (?:the )?([^.\n;]{2,200})/i
/** Shorter ways of saying the same, where the comment says nothing of the force: "The Home Office will decide." */
const isTheirs = [
  /^for (?:the )?([^.\n;]{2,200}?)(?: to (?:deliver|do|decide|lead|take)[^.\n;]*)?(?:[.;\n]|$)/i,
  /^(?:the )?([^.\n;]{2,120}?) (?:will|is to|are to|have to|has to) (?:do|deliver|decide|lead|take|act|publish|write)\b/i,
]
const ours = /\b(?:we|our|us|forces?)\b/i
const waits =
  /\b(?:pending|awaiting|awaits|anticipated from|depend(?:s|ent|ant|ing)? (?:up)?on|not been (?:released|published)|initially for|is the lead|held at WHITE)\b/i
const product = /\b(?:pending|awaiting|awaits)\s+(?:the )?([^.;\n[\]]{3,160}?)(?=\s[–-]\s|[.;\n[\]]|$)/i

/**
 * Tells whether a row applies to the force, whom it addresses and, for a WHITE row, whom it waits for. A WHITE row
 * whose comment says that the action is for another body does not apply; one that only waits for a body does, and
 * so does every row of another colour.
 */
export function inferDecisions(row: Source): InferredDecisions {
  const addressed = addressedTo(row)
  return {
    applies: appliesOf(row, addressed),
    addressees: addressed === null ? subjectsOf(row.text) : [withoutEnd(addressed)],
    counterparty: row.status === 'WHITE' ? counterpartyOf(row, addressed) : null,
  }
}

/** Whom the comment says that the action is for; null where it says nothing of the kind. */
function addressedTo({ status, progress }: Source): string | null {
  const plainly = isFor.exec(progress)?.[1]?.trim()
  if (plainly !== undefined) return plainly
  if (status !== 'WHITE' || ours.test(progress) || waits.test(progress)) return null
  const found = isTheirs
    .map((pattern) => pattern.exec(progress.trim())?.[1])
    .find((name) => name !== undefined)
  return found?.trim() ?? null
}

function appliesOf(row: Source, addressed: string | null): Applies {
  if (row.status !== 'WHITE') return 'yes'
  if (addressed !== null) return namesOwn(addressed) ? 'yes' : 'no'
  const subjects = subjectsOf(row.text)
  const isForOthers = subjects.length > 0 && subjects.every((name) => bodies.some(([body]) => body === name))
  return row.progress.trim() === '' && isForOthers ? 'no' : 'yes'
}

/** "Chief officer with responsibility for SOC in each region" is somebody else; "the force" and "forces" are not. */
function namesOwn(addressed: string): boolean {
  return /^(?:all |the )?(?:police )?forces?\b|^(?:all )?chief constables\b/i.test(addressed)
}

/** The bodies named before the first "should", "must" or "we recommend that … take". */
function subjectsOf(text: string): readonly string[] {
  const subject = /^[\s\S]{0,600}?(?=\b(?:should|must|take steps|need to)\b)/i.exec(text)?.[0]
  return subject === undefined
    ? []
    : namesIn(subject.split(/[.\n]/).at(-1) ?? subject, [...bodies, ...ownBodies])
}

function namesIn(text: string, names: typeof bodies): readonly string[] {
  return names.filter(([, pattern]) => pattern.test(text)).map(([name]) => name)
}

function counterpartyOf(row: Source, addressed: string | null): Counterparty | null {
  const sentences = [...row.due.map((entry) => entry.text), ...row.progress.split(/(?<=[.!?])\s|\n/)].filter(
    (one) => waits.test(one),
  )
  const named = sentences.map((one) => namesIn(one, bodies).join(' and ')).find((names) => names !== '')
  const body = addressed ?? named ?? namesIn(row.progress, bodies)[0]
  if (body === undefined) return null
  const awaited = sentences.map((one) => product.exec(one)?.[1]).find((words) => words !== undefined)
  return {
    body: withoutEnd(body).slice(0, 255),
    product: withoutEnd(awaited ?? ''),
    lastChased: null,
    nextChase: null,
  }
}

function withoutEnd(words: string): string {
  return words.trim().replace(/[\s.,;:]+$/, '')
}
