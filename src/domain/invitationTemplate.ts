import { keyOfName } from './keyOfName.ts'

/** The words of the invitations to one type of exercise. Fields in braces stand for what an exercise says. */
export interface InvitationTemplate {
  readonly subject: string
  readonly text: string
  /** Whether the invited see who else is invited; they do not unless somebody says so. */
  readonly showAttendees: boolean
}

/** What may stand in braces. Whatever is not in this list cannot reach an invitation. */
export const invitationFields = [
  'type',
  'unit',
  'boroughs',
  'date',
  'day',
  'start',
  'end',
  'venue',
  'agenda',
  'joining',
  'online',
] as const
export type InvitationField = (typeof invitationFields)[number]
export type InvitationFacts = Readonly<Record<InvitationField, string>>

/** The words that Follow-Through brings. */
export const defaultInvitation: InvitationTemplate = {
  subject: '{type}: {unit}, {date}',
  text: [
    'You are invited to the {type} exercise for {unit}.',
    'It takes place on {date}, {start} to {end} UK time, at {venue}.',
    'Boroughs taking part: {boroughs}.',
    'Police and partner leaders work through safeguarding scenarios side by side and decide together. It is not a test of anybody.',
    'Agenda:\n{agenda}',
    'How to join:\n{joining}',
    'The part from {online} can be joined online with the link below.',
    'Please accept or decline, so that we know which roles will be in the room.',
  ].join('\n\n'),
  showAttendees: false,
}

/** Characters that a template may have. */
const templateLimits = { subject: 200, text: 6_000 } as const

/** The key of the setting that holds the words for a type of exercise. */
export function invitationTemplateKey(type: string): string {
  return `invitation-template/${keyOfName(type, 'exercise')}`
}

export type TemplateProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly over: number }
  | { readonly code: 'unknown-field'; readonly name: string }
  | { readonly code: 'loose-brace' }
  | { readonly code: 'several-lines' }
  | { readonly code: 'internal-subject' }

const field = /\{([^{}\n]*)\}/g
const isField = (name: string): name is InvitationField => invitationFields.some((known) => known === name)

/** Why a part of a template cannot be used; null when it can. */
export function templateProblem(part: 'subject' | 'text', text: string): TemplateProblem | null {
  if (text.trim() === '') return { code: 'empty' }
  const over = [...text].length - templateLimits[part]
  if (over > 0) return { code: 'too-long', over }
  if (part === 'subject' && /[\r\n]/.test(text)) return { code: 'several-lines' }
  if (part === 'subject' && isInternalLine(text)) return { code: 'internal-subject' }
  const unknown = [...text.matchAll(field)].find(([, name = '']) => !isField(name))
  if (unknown) return { code: 'unknown-field', name: unknown[0] }
  return /[{}]/.test(text.replace(field, '')) ? { code: 'loose-brace' } : null
}

/** Reads a template from a setting; null when it cannot be used. What is left out is as it is by default. */
export function readTemplate(value: unknown): InvitationTemplate | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const read = { ...defaultInvitation, ...value }
  const { subject, text, showAttendees } = read
  if (typeof subject !== 'string' || typeof text !== 'string' || typeof showAttendees !== 'boolean')
    return null
  if (templateProblem('subject', subject) ?? templateProblem('text', text)) return null
  return { subject, text, showAttendees }
}

/** The template that stands for a type among all settings; what cannot be used gives way to the default. */
export function templateOf(
  settings: readonly { readonly key: string; readonly value: string }[],
  type: string,
): InvitationTemplate {
  const set = settings.find(({ key }) => key === invitationTemplateKey(type))
  if (!set) return defaultInvitation
  try {
    return readTemplate(JSON.parse(set.value)) ?? defaultInvitation
  } catch {
    return defaultInvitation
  }
}

const marks = [
  /^\W*internal(\s+(note|only|use))?\W*(:|\]|\)|-|–|—)/i,
  /\bdelete this line\b/i,
  /\bnot for partners\b/i,
]

/**
 * Says whether a line is marked as internal: it begins with `Internal:` or `[internal]`, or it says `delete this line`,
 * as the page of the first programme did, or `not for partners`.
 */
export function isInternalLine(line: string): boolean {
  return marks.some((mark) => mark.test(line))
}

/** A text without its internal lines. */
export function withoutInternalLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .filter((line) => !isInternalLine(line))
    .join('\n')
}

/**
 * The words of a template for an exercise: blocks of lines. A line all of whose fields are empty is left out, and so is
 * a heading that nothing follows. What a field brings is not read for fields again, and its internal lines stay behind.
 */
export function fillBlocks(text: string, facts: InvitationFacts): readonly (readonly string[])[] {
  const blocks = withoutInternalLines(text).split(/\n[^\S\n]*\n/)
  return blocks.map((block) => fillBlock(block, facts)).filter((lines) => lines.length > 0)
}

function fillBlock(block: string, facts: InvitationFacts): readonly string[] {
  const before = block.split('\n').filter((line) => line.trim() !== '')
  const lines = before.flatMap((line) => {
    const names = [...line.matchAll(field)].map(([, name = '']) => name)
    if (names.length > 0 && names.every((name) => !isField(name) || facts[name].trim() === '')) return []
    return withoutInternalLines(fillLine(line, facts)).split('\n')
  })
  const told = lines.map((line) => line.trim()).filter((line) => line !== '')
  // A heading alone, whose lines were left out, says nothing.
  return told.length === 1 && before.length > 1 && told[0]?.endsWith(':') ? [] : told
}

/** One line, such as the subject. */
export function fillLine(line: string, facts: InvitationFacts): string {
  return line.replace(field, (whole, name: string) => (isField(name) ? facts[name] : whole))
}
