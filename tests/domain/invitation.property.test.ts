import fc from 'fast-check'
import { writeDate } from '../../src/domain/calendarDays.ts'
import { dayEntryOf } from '../../src/domain/calendarEntry.ts'
import type { Exercise, Invitee } from '../../src/domain/exercise.ts'
import { planInvitation } from '../../src/domain/invitation.ts'
import { planChange } from '../../src/domain/invitationChanges.ts'
import {
  defaultInvitation,
  type InvitationTemplate,
  invitationFields,
} from '../../src/domain/invitationTemplate.ts'
import { findLeaks } from '../../src/domain/partnerSafe.ts'
import { anExercise, anInvitee, programme } from '../support/exercises.ts'

/** Names of which each is hard on somebody who splits, joins or marks up text. */
const hardNames = [
  ...programme.map(([, unit]) => unit),
  ...['Wandsworth', 'Barking & Dagenham', 'Kensington, Chelsea', 'O’Neill "and" Sons', "St. John's"],
  ...[
    '<b>Brent</b>',
    '<script>alert(1)</script>',
    'A and B and C',
    'Hammersmith/Fulham',
    '{unit}',
    'Ünit & Çité',
  ],
]
const name = fc.oneof(
  fc.constantFrom(...hardNames),
  fc.string({ unit: 'grapheme', minLength: 3, maxLength: 20 }).filter((text) => /\p{L}{3}/u.test(text)),
)
const day = fc
  .integer({ min: 0, max: 729 })
  .map((days) => new Date(Date.UTC(2018, 0, 1 + days)).toISOString().slice(0, 10))
const words = fc.oneof(
  fc.constant(''),
  fc.string({ maxLength: 60 }),
  fc.constantFrom('10:00 Welcome\n- Scenario', 'Internal: no lunch'),
)
const piece = fc.oneof(
  fc.constantFrom(...invitationFields.map((field) => `{${field}}`)),
  fc.string({ maxLength: 12 }).map((text) => text.replace(/[{}\r\n]/g, '')),
)
const template: fc.Arbitrary<InvitationTemplate> = fc.oneof(
  fc.constant(defaultInvitation),
  fc.record({
    subject: fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => `x ${parts.join(' ')}`),
    text: fc
      .array(fc.tuple(piece, fc.constantFrom(' ', '\n', '\n\n')), { minLength: 1, maxLength: 12 })
      .map((parts) => parts.flat().join('')),
    showAttendees: fc.boolean(),
  }),
)
const roster: fc.Arbitrary<readonly Invitee[]> = fc
  .array(fc.record({ role: name, name, organisation: name, required: fc.boolean() }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((people) => people.map((one, index) => anInvitee({ ...one, address: `p${index}@partner.example` })))
const exercise = (index: number) =>
  fc
    .record({ unit: name, date: day, agenda: words, joining: words, invitees: roster, internalNote: words })
    .map((facts): Exercise => anExercise({ ...facts, key: `exercise-${index}`, boroughs: [facts.unit] }))
const year = fc
  .integer({ min: 2, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => exercise(index))))

/** What a reader of the mail sees, by a way of its own: markup away, entities read, spaces and "and" alike. */
function asRead(html: string): string {
  const text = html
    .replace(/<(?:br|\/p|\/li)[^>]*>/g, ' \n ')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
  return flat(text)
}
const flat = (text: string) =>
  ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

describe('whatever the template, the roster and the names', () => {
  it('an invitation that may be sent holds no other unit’s name and no other exercise’s day', () => {
    fc.assert(
      fc.property(year, template, ([own, ...others], words) => {
        const planned = planInvitation(own as Exercise, 1, '2018-01-01', words)
        if (!planned.ok || !own) return
        const { draft, text } = planned.plan
        const leaves = { subject: draft.subject, text, place: draft.location }
        if (findLeaks(leaves, own, others).length > 0) return
        const told = `${flat(draft.subject)}|${asRead(draft.bodyHtml)}|${flat(draft.location)}`
        const ours = flat([own.type, own.unit, own.venue].join(' | '))
        for (const other of others) {
          if (!ours.includes(flat(other.unit))) expect(told).not.toContain(flat(other.unit))
          if (other.date !== own.date) expect(told).not.toContain(flat(writeDate(other.date)))
        }
      }),
      { numRuns: 400 },
    )
  })

  it('a calendar file holds what the invitation may hold, and no internal line', () => {
    fc.assert(
      fc.property(year, ([own, ...others]) => {
        if (!own) return
        const { subject, text, location } = dayEntryOf(own, '2021-06-01T08:00:00.000Z')
        expect(text).not.toContain('no lunch')
        if (findLeaks({ subject, text, place: location }, own, others).length > 0) return
        const told = flat(`${subject} | ${text} | ${location}`)
        const ours = flat([own.type, own.unit, own.venue].join(' | '))
        for (const other of others) {
          if (!ours.includes(flat(other.unit))) expect(told).not.toContain(flat(other.unit))
          if (other.date !== own.date) expect(told).not.toContain(flat(writeDate(other.date)))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('an agenda that names another unit or its day keeps the invitation back', () => {
    fc.assert(
      fc.property(year, fc.nat(), ([own, ...others], choice) => {
        const other = others[choice % others.length] as Exercise
        if (!own) return
        for (const agenda of [`After ${other.unit}.`, `As on ${writeDate(other.date)}.`]) {
          const planned = planInvitation({ ...own, agenda }, 1, '2018-01-01')
          if (!planned.ok) throw new Error(planned.code)
          const { draft, text } = planned.plan
          const leaks = findLeaks({ subject: draft.subject, text, place: draft.location }, own, others)
          const ours = flat([own.type, own.unit, own.venue].join(' | ')).includes(flat(other.unit))
          const mayStand = agenda.startsWith('After') ? ours : other.date === own.date
          expect(leaks.length > 0 || mayStand).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('the note changes nothing that leaves, and markup in names stays text', () => {
    fc.assert(
      fc.property(exercise(1), template, fc.string({ minLength: 4 }), (own, words, note) => {
        const plans = [own, { ...own, internalNote: note }].map((one) =>
          planInvitation(one, 1, '2018-01-01', words),
        )
        expect(plans[1]).toEqual(plans[0])
        const draft = plans[0]?.ok ? plans[0].plan.draft : null
        const tags = [...(draft?.bodyHtml ?? '').matchAll(/<\/?([^\s>]+)/g)].map(([, tag]) => tag)
        expect(tags.filter((tag) => !['p', 'ul', 'li', 'br'].includes(tag ?? ''))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('a change of the roster alone e-mails exactly those who join, leave or are asked otherwise', () => {
    fc.assert(
      fc.property(exercise(1), roster, (own, after) => {
        const planned = planInvitation(own, 1, '2018-01-01')
        if (!planned.ok) return
        const invitation = {
          state: 'sent',
          revision: 1,
          organiser: 'o',
          organiserName: 'O',
          eventRef: 'e',
          at: '',
          invited: 1,
        } as const
        const now: Exercise = { ...own, invitees: after, invitation }
        const changed = planChange(now, planned.plan.told, '', '2018-01-01', defaultInvitation)
        const were = new Map(own.invitees.map((one) => [one.address, one.required]))
        const are = new Map(after.map((one) => [one.address, one.required]))
        const concerned = [...new Set([...were.keys(), ...are.keys()])].filter(
          (one) => were.get(one) !== are.get(one),
        )
        const tells = changed.ok ? changed.plan.tells.map((one) => one.address) : []
        expect([...tells].sort()).toEqual(concerned.sort())
        if (changed.ok) expect(Object.keys(changed.plan.change)).toEqual(['attendees'])
      }),
      { numRuns: 300 },
    )
  })
})
