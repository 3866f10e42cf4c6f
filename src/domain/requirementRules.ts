import { type Instant, type IsoDate, isIsoDate, writeDate } from './calendarDays.ts'
import type { Change } from './recommendation.ts'
import type { Exemption, Requirement, RequirementKind } from './requirement.ts'
import { mayRunCourses, type Person } from './roles.ts'

/** What a person says of a requirement; its exemptions and its history are not typed. */
export type RequirementDraft = Pick<
  Requirement,
  'title' | 'courseKey' | 'roles' | 'kind' | 'everyMonths' | 'from' | 'graceDays' | 'because'
>

export const requirementRefusals = [
  'coordinators-only',
  'no-title',
  'no-course',
  'no-roles',
  'no-months',
  'bad-months',
  'bad-grace',
  'not-a-date',
  'no-reason',
  'no-person',
  'nothing-changed',
  'not-exempt',
  'too-many-exemptions',
] as const
export type RequirementRefusal = (typeof requirementRefusals)[number]

/** One thing that somebody decides about a requirement. */
export type RequirementChange =
  | { readonly does: 'change'; readonly draft: RequirementDraft; readonly why: string }
  | { readonly does: 'retire' | 'revive'; readonly why: string }
  | {
      readonly does: 'exempt'
      readonly person: string
      readonly personName: string
      readonly until: IsoDate | null
      readonly why: string
    }
  | { readonly does: 'exempt-no-more'; readonly person: string; readonly why: string }

export interface RequirementContext {
  readonly actor: Person
  readonly at: Instant
}

export type RequirementOutcome =
  | { readonly ok: true; readonly next: Requirement }
  | { readonly ok: false; readonly code: RequirementRefusal }

/** Room for exemptions in one note of SharePoint. */
const mostExemptions = 250

/** Why a draft cannot stand; null when it can. */
export function draftRefusal(draft: RequirementDraft): RequirementRefusal | null {
  if (draft.title.trim() === '') return 'no-title'
  if (draft.courseKey === '') return 'no-course'
  if (draft.roles.length === 0) return 'no-roles'
  if (!isIsoDate(draft.from)) return 'not-a-date'
  if (draft.kind !== 'once' && draft.everyMonths === null) return 'no-months'
  const months = draft.everyMonths
  if (months !== null && (!Number.isInteger(months) || months < 1 || months > 120)) return 'bad-months'
  if (!Number.isInteger(draft.graceDays) || draft.graceDays < 0 || draft.graceDays > 730) return 'bad-grace'
  return null
}

/** A new requirement, with the line of history that says who asked for it. */
export function newRequirement(
  key: string,
  draft: RequirementDraft,
  why: string,
  { actor, at }: RequirementContext,
): RequirementOutcome {
  if (!mayRunCourses(actor)) return { ok: false, code: 'coordinators-only' }
  const refused = draftRefusal(draft)
  if (refused) return { ok: false, code: refused }
  const history = [line({ actor, at }, '', writeRequirement(draft), why)]
  return { ok: true, next: { key, ...clean(draft), exemptions: [], retired: false, history } }
}

/** Changes a requirement by the rules, with who, when and why. */
export function changeRequirement(
  requirement: Requirement,
  change: RequirementChange,
  context: RequirementContext,
): RequirementOutcome {
  if (!mayRunCourses(context.actor)) return { ok: false, code: 'coordinators-only' }
  if (change.why.trim() === '') return { ok: false, code: 'no-reason' }
  const step = stepOf(requirement, change, context)
  if (typeof step === 'string') return { ok: false, code: step }
  const { set, from, to } = step
  const history = [...requirement.history, line(context, from, to, change.why)]
  return { ok: true, next: { ...requirement, ...set, history } }
}

type Step = { readonly set: Partial<Requirement>; readonly from: string; readonly to: string }

function stepOf(
  requirement: Requirement,
  change: RequirementChange,
  { actor, at }: RequirementContext,
): Step | RequirementRefusal {
  switch (change.does) {
    case 'change': {
      const refused = draftRefusal(change.draft)
      if (refused) return refused
      const set = clean(change.draft)
      const [from, to] = [writeRequirement(requirement), writeRequirement(set)]
      return from === to ? 'nothing-changed' : { set, from, to }
    }
    case 'retire':
    case 'revive': {
      const retired = change.does === 'retire'
      if (requirement.retired === retired) return 'nothing-changed'
      return { set: { retired }, from: retired ? 'asked for' : 'over', to: retired ? 'over' : 'asked for' }
    }
    case 'exempt': {
      if (change.person === '') return 'no-person'
      if (change.until !== null && !isIsoDate(change.until)) return 'not-a-date'
      const { person, personName, until } = change
      const exemption: Exemption = { person, personName, until, why: change.why.trim(), at, by: actor.name }
      const others = requirement.exemptions.filter((one) => one.person !== person)
      if (others.length >= mostExemptions) return 'too-many-exemptions'
      const to = `${personName} is exempt${until === null ? '' : ` until ${writeDate(until)}`}`
      return { set: { exemptions: [...others, exemption] }, from: '', to }
    }
    case 'exempt-no-more': {
      const gone = requirement.exemptions.find(({ person }) => person === change.person)
      if (!gone) return 'not-exempt'
      const exemptions = requirement.exemptions.filter((one) => one !== gone)
      return { set: { exemptions }, from: `${gone.personName} was exempt`, to: '' }
    }
  }
}

function clean(draft: RequirementDraft): RequirementDraft {
  const roles = [...new Set(draft.roles.map((role) => role.trim()).filter(Boolean))]
  const everyMonths = draft.kind === 'once' ? null : draft.everyMonths
  const { courseKey, kind, from, graceDays } = draft
  return {
    courseKey,
    kind,
    from,
    graceDays,
    title: draft.title.trim(),
    because: draft.because.trim(),
    roles,
    everyMonths,
  }
}

function line({ actor, at }: RequirementContext, from: string, to: string, why: string): Change {
  const said = why.trim()
  return {
    ...{ at, by: actor.name, byObject: actor.objectId, field: 'requirement', from, to, via: 'tab' },
    ...(said !== '' && { why: said }),
  }
}

const kindWords: Readonly<Record<RequirementKind, (months: number) => string>> = {
  once: () => 'once',
  every: (months) => (months === 12 ? 'every year' : `every ${months} months`),
  rotational: (months) => `visits of the team, newcomers within ${months} months`,
  certificate: (months) => `a certificate for ${months} months`,
}

/** How often it is asked for: `every year`. */
export function writeFrequency({ kind, everyMonths }: Pick<Requirement, 'kind' | 'everyMonths'>): string {
  return kindWords[kind](everyMonths ?? 0)
}

/** All that is asked, in one line: for histories. */
export function writeRequirement(draft: RequirementDraft): string {
  const grace = draft.graceDays === 0 ? 'no grace' : `${draft.graceDays} days of grace`
  const because = draft.because === '' ? '' : `, because of ${draft.because}`
  return `${draft.title}: ${draft.courseKey} for ${draft.roles.join(', ')}, ${writeFrequency(draft)}, from ${writeDate(draft.from)}, ${grace}${because}`
}
