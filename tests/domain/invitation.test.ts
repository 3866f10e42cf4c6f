import fc from 'fast-check'
import { sampleExercises } from '../../src/admin/sample/exercises.ts'
import { ukClock, writeDate, writeDateAndWeekday } from '../../src/domain/calendarDays.ts'
import type { EventDraft } from '../../src/domain/eventDraft.ts'
import type { Exercise } from '../../src/domain/exercise.ts'
import { type InvitationPlan, planInvitation } from '../../src/domain/invitation.ts'
import { allTwelve, anExercise, anInvitee } from '../support/exercises.ts'

const today = '2018-01-08'

function planned(exercise: Exercise, day = today): InvitationPlan {
  const result = planInvitation(exercise, 1, day)
  if (!result.ok) throw new Error(result.code)
  return result.plan
}

describe('the draft of an invitation', () => {
  it.each([
    ['2018-04-18', 'BST'],
    ['2018-11-07', 'GMT'],
  ])('says 10:00 on the wall in the UK on %s (%s), with no offset', (date, clock) => {
    const { draft } = planned(anExercise({ date }))
    expect(ukClock(date)).toBe(clock)
    expect([draft.date, draft.start, draft.end, draft.timeZone]).toEqual([
      date,
      '10:00',
      '16:00',
      'GMT Standard Time',
    ])
    expect(JSON.stringify(draft)).not.toMatch(/\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2})/)
  })

  it.each([
    ['2018-03-24', 'GMT'],
    ['2018-03-25', 'BST'],
    ['2018-10-27', 'BST'],
    ['2018-10-28', 'GMT'],
  ])('knows that %s is %s at noon', (date, clock) => {
    expect(ukClock(date)).toBe(clock)
  })

  it('asks people as required or optional by their role, and books the room as a resource', () => {
    const { draft } = planned(anExercise())
    expect(draft.attendees.map(({ type, address }) => [type, address])).toEqual([
      ['required', 'oliver.webb@thameside.example'],
      ['required', 'public.health@partner.example'],
      ['optional', 'safeguarding.nurse@thameside.example'],
      ['resource', 'hydra.suite@thameside.example'],
    ])
  })

  it('books no room where none is named', () => {
    const { draft } = planned(anExercise({ roomAddress: '' }))
    expect(draft.attendees.some((one) => one.type === 'resource')).toBe(false)
  })

  it('asks a person with two roles once, as required when either role is', () => {
    const address = 'both@partner.example'
    const { draft, required, optional } = planned(
      anExercise({
        roomAddress: '',
        invitees: [
          anInvitee({ role: 'Nurse', address, required: false }),
          anInvitee({ role: 'Doctor', address: address.toUpperCase(), required: true }),
        ],
      }),
    )
    expect(draft.attendees.map((one) => one.type)).toEqual(['required'])
    expect([required.length, optional.length]).toEqual([1, 0])
  })

  it('names the roles that get nothing, a person without an address among them', () => {
    const { notInvited } = planned(
      anExercise({ invitees: [anInvitee({ role: 'Nurse' }), anInvitee({ role: 'Doctor', address: '' })] }),
    )
    expect(notInvited.map((one) => one.role)).toEqual(['Doctor'])
  })

  it('keeps its transaction id for a revision and takes another for the next', () => {
    const ids = [1, 1, 2].map((revision) => {
      const result = planInvitation(anExercise(), revision, today)
      return result.ok ? result.plan.draft.transactionId : ''
    })
    expect(ids[0]).toBe(ids[1])
    expect(ids[2]).not.toBe(ids[0])
  })

  it('gives each of the twelve exercises a transaction id of its own', () => {
    expect(new Set(allTwelve().map((one) => planned(one).draft.transactionId)).size).toBe(12)
  })

  it.each([
    ['2018-04-18', false],
    ['2018-04-19', true],
  ])('on %s says that 18 April 2018 is past: %s', (day, past) => {
    expect(planned(anExercise(), day).inThePast).toBe(past)
  })

  it('refuses when nobody is known', () => {
    const nobody = anExercise({ invitees: [anInvitee({ state: 'vacant', address: '' })] })
    expect(planInvitation(nobody, 1, today)).toEqual({ ok: false, code: 'nobody-to-invite' })
  })

  it('treats names as text, never as markup', () => {
    const { draft } = planned(anExercise({ venue: '<img src=x onerror=alert(1)>' }))
    expect(draft.bodyHtml).not.toContain('<img')
  })
})

describe('what stays behind', () => {
  const everything = (draft: EventDraft) => JSON.stringify(draft)

  it.each([
    ['the programme', allTwelve()],
    ['the sample', sampleExercises],
  ])('in %s no exercise names another unit, borough or date, nor its own note', (_name, all) => {
    for (const exercise of all) {
      const result = planInvitation(exercise, 1, today)
      const sent = result.ok ? everything(result.plan.draft) : ''
      expect(
        sent.includes('Internal') || (exercise.internalNote !== '' && sent.includes(exercise.internalNote)),
      ).toBe(false)
      for (const other of all.filter((one) => one !== exercise)) {
        const foreign = [other.unit, ...other.boroughs, other.date, writeDate(other.date)]
        expect(foreign.filter((text) => sent.includes(text))).toEqual([])
      }
    }
  })

  it('no internal note is ever in it, whatever the note says', () => {
    const strangers = fc.string({ minLength: 4, maxLength: 60, unit: 'grapheme' })
    const poison = fc.oneof(
      strangers.map((text) => `INTERNAL ${text} DELETE THIS LINE`),
      fc.constantFrom(
        'Sharing to partners: delete this line',
        '</p><p>Facilitator fee 4,200</p>',
        '{{subject}}',
      ),
    )
    fc.assert(
      fc.property(fc.constantFrom(...allTwelve()), poison, (exercise, internalNote) => {
        const clean = everything(planned({ ...exercise, internalNote: '' }).draft)
        const poisoned = everything(planned({ ...exercise, internalNote }).draft)
        expect(poisoned).toBe(clean)
        expect(poisoned).not.toContain('INTERNAL')
      }),
      { numRuns: 200 },
    )
  })
})

describe('days in words', () => {
  it('carry their weekday', () => {
    expect(writeDateAndWeekday('2018-04-18')).toBe('18 April 2018, Wednesday')
  })
  it('are all Wednesdays in the programme', () => {
    expect(allTwelve().filter((one) => !writeDateAndWeekday(one.date).endsWith(', Wednesday'))).toEqual([])
  })
})
