import {
  type CourseFacts,
  type CourseRefusal,
  changeCourse,
  newCourse,
  withdrawCourse,
} from '../../src/domain/courseChange.ts'
import { gapsOf } from '../../src/domain/courseGaps.ts'
import { aCourse, signedInAs, theCoordinator } from '../support/places.ts'

const at = '2021-06-01T09:00:00.000Z'
const made = { actor: theCoordinator, at, why: 'The programme was rewritten.' }

function factsOf(changes: Partial<CourseFacts> = {}): CourseFacts {
  const { key: _key, withdrawn: _withdrawn, history: _history, ...facts } = aCourse()
  return { ...facts, ...changes }
}

describe('a course that is changed', () => {
  it('keeps a line for each fact, with what it said before, who changed it and why', () => {
    const changed = changeCourse(aCourse(), factsOf({ length: 'two days', hours: 14 }), made)
    if (!changed.ok) throw new Error(changed.code)
    expect(changed.next.history).toEqual([
      expect.objectContaining({
        from: 'Length: a day',
        to: 'Length: two days',
        why: made.why,
        by: 'Ruth Mbeki',
      }),
      expect.objectContaining({ from: 'Hours: not stated', to: 'Hours: 14', why: made.why }),
    ])
  })

  it('keeps its key whatever its title becomes', () => {
    const changed = changeCourse(aCourse(), factsOf({ title: 'Another name' }), made)
    expect(changed).toMatchObject({ ok: true, next: { key: 'what-to-do-if', title: 'Another name' } })
  })

  it('may be mandatory and still be applied for', () => {
    const changed = changeCourse(aCourse(), factsOf({ mandatory: true, selfApply: true }), made)
    expect(changed).toMatchObject({ ok: true, next: { mandatory: true, selfApply: true } })
  })

  it('forgets what follows a failure once it cannot be failed', () => {
    const before = aCourse({ assessed: true, canFail: true, ifFailed: 'Taken again' })
    const changed = changeCourse(before, factsOf({ assessed: true, ifFailed: 'Taken again' }), made)
    expect(changed).toMatchObject({ ok: true, next: { canFail: false, ifFailed: '' } })
  })
})

test.each<[string, Partial<CourseFacts>, CourseRefusal | null]>([
  ['with a title of spaces', { title: '  ' }, 'no-title'],
  ['that can be failed and is not assessed', { canFail: true }, 'fail-unassessed'],
  ['that can be failed and is assessed', { canFail: true, assessed: true }, null],
  ['every so often, without how often', { frequencyKind: 'every' }, 'no-months'],
  ['every 0 months', { frequencyKind: 'every', everyMonths: 0 }, 'months-range'],
  ['every month', { frequencyKind: 'every', everyMonths: 1 }, null],
  ['every 120 months', { frequencyKind: 'every', everyMonths: 120 }, null],
  ['every 121 months', { frequencyKind: 'every', everyMonths: 121 }, 'months-range'],
  ['of 2,000 hours', { hours: 2_000 }, null],
  ['of 2,000.5 hours', { hours: 2_000.5 }, 'hours-range'],
  ['of no number of hours', { hours: Number.NaN }, 'hours-range'],
  ['with a material that has no title', { materials: [material('', '')] }, 'material-title'],
  ['with a link that runs a script', { materials: [material('M', 'javascript:alert(1)')] }, 'material-link'],
  ['with a link to the web', { materials: [material('M', 'https://m.example/x')] }, null],
  ['as it is already', {}, 'nothing-changed'],
])('a course %s: %p gives %p', (_case, changes, code) => {
  const decided = changeCourse(aCourse(), factsOf(changes), made)
  expect(decided.ok ? null : decided.code).toBe(code)
})

function material(title: string, link: string) {
  return { title, owner: '', copyright: '', link }
}

describe('whoever changes the catalogue', () => {
  it('is a coordinator', () => {
    const officer = { ...made, actor: signedInAs(1) }
    expect(changeCourse(aCourse(), factsOf({ title: 'X' }), officer)).toEqual({
      ok: false,
      code: 'not-yours',
    })
    expect(newCourse(factsOf(), officer)).toEqual({ ok: false, code: 'not-yours' })
  })

  it('says why, except for a new course', () => {
    const silent = { ...made, why: ' ' }
    expect(changeCourse(aCourse(), factsOf({ title: 'X' }), silent)).toEqual({ ok: false, code: 'no-why' })
    expect(withdrawCourse(aCourse(), true, silent)).toEqual({ ok: false, code: 'no-why' })
    expect(newCourse(factsOf({ title: 'Joint Investigation' }), silent)).toMatchObject({
      ok: true,
      next: { key: 'joint-investigation', history: [{ to: 'Added to the catalogue: Joint Investigation' }] },
    })
  })

  it('can take a course out of the catalogue once, and put it back', () => {
    const gone = withdrawCourse(aCourse(), true, made)
    if (!gone.ok) throw new Error(gone.code)
    expect(withdrawCourse(gone.next, true, made)).toEqual({ ok: false, code: 'nothing-changed' })
    expect(withdrawCourse(gone.next, false, made)).toMatchObject({ ok: true, next: { withdrawn: false } })
  })
})

describe('what is still to be filled in', () => {
  const full = aCourse({
    ...{
      audience: ['All'],
      hours: 7,
      groupSize: '12',
      provider: 'P',
      trainers: 'T',
      trainerQualification: 'Q',
    },
    ...{ materials: [material('M', '')], scenarios: ['S'], themes: ['domestic abuse'] },
  })

  it('is nothing where every question can be answered', () => {
    expect(gapsOf(full)).toEqual([])
  })

  it('asks what follows a failure only where there can be one', () => {
    expect(gapsOf({ ...full, canFail: true })).toEqual(['if-failed'])
    expect(gapsOf({ ...full, canFail: true, ifFailed: 'Taken again' })).toEqual([])
  })

  it('counts nothing but a number as hours: none at all is an answer, too', () => {
    expect(gapsOf({ ...full, hours: null })).toEqual(['hours'])
    expect(gapsOf({ ...full, hours: 0 })).toEqual([])
  })
})
