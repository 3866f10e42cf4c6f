import { exerciseTypesOf } from '../../src/domain/exerciseType.ts'
import {
  defaultInvitation,
  type InvitationTemplate,
  invitationTemplateKey,
  isInternalLine,
  readTemplate,
  templateOf,
  templateProblem,
} from '../../src/domain/invitationTemplate.ts'
import { htmlOf, invitationWords, plainText } from '../../src/domain/invitationText.ts'
import { anExercise } from '../support/exercises.ts'

const read = (text: string, changes: Parameters<typeof anExercise>[0] = {}) =>
  plainText(invitationWords(anExercise(changes), { ...defaultInvitation, text }))

describe('the words of an invitation', () => {
  it('hold what the exercise says in their fields', () => {
    const exercise = anExercise({ agenda: '10:00 Welcome\n10:30 Scenario', joining: 'Parking at the gate' })
    const words = invitationWords(exercise, defaultInvitation)
    expect(words.subject).toBe('SPASE: Camden and Islington, 18 April 2018')
    expect(plainText(words)).toContain('18 April 2018, 10:00 to 16:00 UK time, at Hydra Suite')
    expect(plainText(words)).toContain('Agenda:\n10:00 Welcome\n10:30 Scenario')
    expect(plainText(words)).toContain('How to join:\nParking at the gate')
  })

  it('leave out a block whose field is empty, with its heading', () => {
    const text = plainText(invitationWords(anExercise(), defaultInvitation))
    expect(text).not.toMatch(/Agenda|How to join|online/)
  })

  it('speak of the online part only where there is one', () => {
    const onlinePart = { start: '14:00', end: '15:00' }
    const text = plainText(invitationWords(anExercise({ onlinePart }), defaultInvitation))
    expect(text).toContain('The part from 14:00 to 15:00 can be joined online')
  })

  it('do not read fields inside what a field brings', () => {
    expect(read('At {venue}.', { venue: '{unit} {joining}', joining: 'secret' })).toBe('At {unit} {joining}.')
  })

  it('are text in HTML, with lists where lines begin with a dash', () => {
    const html = htmlOf(
      invitationWords(anExercise({ agenda: '- <b>One</b>\n- Two & three' }), {
        ...defaultInvitation,
        text: '{agenda}',
      }),
    )
    expect(html).toBe('<ul><li>&#60;b&#62;One&#60;/b&#62;</li><li>Two &#38; three</li></ul>')
  })
})

describe('an internal line', () => {
  it.each([
    'Internal: ask finance',
    '[internal] ask finance',
    '  INTERNAL – ask finance',
    'Internal note: x',
    '(If sharing to partners, please delete this line)',
    'Costs, not for partners',
  ])('is %s', (line) => {
    expect(isInternalLine(line)).toBe(true)
    expect(read(`Before\n${line}\nAfter`)).toBe('Before\nAfter')
    expect(read('{agenda}', { agenda: `Before\r\n${line}\u2028After` })).toBe('Before\nAfter')
  })

  it.each(['Internal doors are locked at six', 'International guests', 'We delete lines'])(
    'is not %s',
    (line) => {
      expect(isInternalLine(line)).toBe(false)
    },
  )
})

describe('a template', () => {
  it.each([
    ['subject', '', 'empty'],
    ['subject', 'x'.repeat(200), null],
    ['subject', 'x'.repeat(201), 'too-long'],
    ['subject', 'one\ntwo', 'several-lines'],
    ['subject', 'Internal: {unit}', 'internal-subject'],
    ['text', 'x'.repeat(6_000), null],
    ['text', 'x'.repeat(6_001), 'too-long'],
    ['text', 'for {internalNote}', 'unknown-field'],
    ['text', 'for {unit', 'loose-brace'],
    ['text', 'for {unit}', null],
  ] as const)('%s “%.20s”: %s', (part, text, code) => {
    expect(templateProblem(part, text)?.code ?? null).toBe(code)
  })

  it('of a setting that cannot be used gives way to the built-in one', () => {
    const key = invitationTemplateKey('SPASE')
    const set = (value: unknown) => templateOf([{ key, value: JSON.stringify(value) }], 'SPASE')
    expect(set({ text: 'Come to {venue}' })).toEqual({ ...defaultInvitation, text: 'Come to {venue}' })
    expect(set({ text: 'Come to {internalNote}' })).toBe(defaultInvitation)
    expect(templateOf([{ key, value: 'no json' }], 'SPASE')).toBe(defaultInvitation)
    expect(templateOf([{ key, value: '{}' }], 'Another')).toBe(defaultInvitation)
    expect(readTemplate(['x'])).toBeNull()
  })

  it('belongs to each type that there is by a key of its own', () => {
    const keys = exerciseTypesOf([]).map(({ name }) => invitationTemplateKey(name))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('that hides nothing still holds no field for the internal note', () => {
    const all: InvitationTemplate = {
      ...defaultInvitation,
      text: '{type}{unit}{boroughs}{date}{day}{start}{end}{venue}{agenda}{joining}{online}',
    }
    expect(plainText(invitationWords(anExercise({ internalNote: 'hush' }), all))).not.toContain('hush')
  })
})
