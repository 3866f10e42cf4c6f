import { sampleContacts } from '../../src/admin/sample/contacts.ts'
import { sampleCourses } from '../../src/admin/sample/courses.ts'
import { sampleExercises, sampleExercisesIn, sampleProgrammeFor } from '../../src/admin/sample/exercises.ts'
import { sampleRuns } from '../../src/admin/sample/runs.ts'
import { isIsoDate } from '../../src/domain/calendarDays.ts'
import { roleCover } from '../../src/domain/exercise.ts'
import { planInvitation } from '../../src/domain/invitation.ts'
import { firstRules, notesOf } from '../../src/domain/partnerDirectory.ts'

const keysTwice = (rows: readonly { key: string }[]) =>
  rows.map((row) => row.key).filter((key, index, all) => all.indexOf(key) !== index)
const camden = sampleExercises[0]
if (!camden) throw new Error('the sample has no exercises')

describe('the SPASE programme of the sample', () => {
  it('has twelve Wednesdays with different keys', () => {
    expect(sampleExercises).toHaveLength(12)
    expect(sampleExercises.filter((one) => new Date(one.date).getUTCDay() !== 3)).toEqual([])
    expect(keysTwice(sampleExercises)).toEqual([])
    expect(camden.key).toBe('spase-2018-04-18-camden-and-islington')
  })

  it('lies in the year of the tenant, on the same weekdays, and stays where it was loaded first', () => {
    expect(sampleExercisesIn(2018)).toEqual(sampleExercises)
    const now = sampleProgrammeFor('2021-06-01', [])
    expect(now.map(({ date }) => date).slice(0, 4)).toEqual([
      '2021-04-21',
      '2021-04-28',
      '2021-05-19',
      '2021-06-09',
    ])
    expect(now.filter((one) => new Date(one.date).getUTCDay() !== 3)).toEqual([])
    expect(sampleProgrammeFor('2022-01-10', [{ key: 'other', date: '2020-05-06' }, ...now])).toEqual(now)
  })

  it('covers 32 boroughs once each, by their full names', () => {
    const boroughs = sampleExercises.flatMap((one) => one.boroughs)
    expect(boroughs).toHaveLength(32)
    expect(new Set(boroughs).size).toBe(32)
    expect(boroughs).toEqual(
      expect.arrayContaining(['Barking and Dagenham', 'Hammersmith and Fulham', 'Kensington and Chelsea']),
    )
  })

  it('knows everybody for Camden and Islington but the doctor, whose post is vacant', () => {
    expect(roleCover(camden)).toMatchObject({
      required: 9,
      known: 8,
      missing: ['Designated safeguarding doctor'],
    })
    expect(camden.invitees.filter((one) => one.state === 'unknown')).toEqual([])
  })

  it('asks only the nursing directors of trusts as optional', () => {
    const optional = new Set(
      sampleExercises
        .flatMap((one) => one.invitees.filter((invitee) => !invitee.required))
        .map((one) => one.role),
    )
    expect([...optional]).toEqual(['Director of Nursing of an NHS trust'])
  })

  it('knows some people for three other units and nobody for the rest', () => {
    const known = sampleExercises.filter((one) => one.invitees.some((invitee) => invitee.state === 'known'))
    expect(known.map((one) => one.unit)).toEqual([
      'Camden and Islington',
      'Richmond, Kingston, Wandsworth and Merton',
      'Harrow, Brent and Barnet',
      'Lambeth and Southwark',
    ])
  })

  it('has an address for everybody who is known and for nobody else', () => {
    const wrong = sampleExercises
      .flatMap((one) => one.invitees)
      .filter((invitee) => (invitee.state === 'known') !== (invitee.address !== ''))
    expect(wrong).toEqual([])
  })

  it('keeps every internal note out of what is sent', () => {
    for (const exercise of sampleExercises) {
      expect(exercise.internalNote).toMatch(/^Internal: /)
      const planned = planInvitation(exercise, 1, '2018-01-02')
      if (planned.ok)
        expect(JSON.stringify(planned.plan.draft)).not.toContain(exercise.internalNote.slice(10))
    }
  })
})

describe('the partners of the sample', () => {
  const held = sampleContacts.filter((one) => one.vacantSince === null)

  it('are outside the force and addressed once each', () => {
    expect(keysTwice(sampleContacts)).toEqual([])
    const inside = held.filter((one) => !/@[a-z-]+\.example$/.test(one.address))
    expect(inside).toEqual([])
    expect(held.filter((one) => one.address.endsWith('@thameside.example'))).toEqual([])
  })

  it('show on the first day of the tenant everything that a directory has to be asked about', () => {
    const notes = notesOf(sampleContacts, firstRules, '2021-06-01', 'thameside.example')
    const codes = new Set([...notes.values()].flat().map(({ code }) => code))
    expect([...codes].sort()).toEqual([
      'duplicate',
      'no-deputy',
      'past-retention',
      'replaced-body',
      'stale',
      'vacant',
    ])
  })
})

describe('the courses of the sample', () => {
  it('have different keys, and so have their dates', () => {
    expect(keysTwice(sampleCourses)).toEqual([])
    expect(keysTwice(sampleRuns)).toEqual([])
  })

  it('have a course for every date, on a day that exists', () => {
    const keys = new Set(sampleCourses.map((course) => course.key))
    expect(sampleRuns.filter((run) => !keys.has(run.courseKey) || !isIsoDate(run.date))).toEqual([])
  })

  it('include one that is mandatory although people apply for it themselves', () => {
    const course = sampleCourses.find((one) => one.key === 'community-safety-unit')
    expect(course).toMatchObject({ mandatory: true, selfApply: true, assessed: false })
    expect(course?.externalInputs).toEqual(['Refuge (about 3 hours)'])
  })

  it('have no date yet for the course that is still being designed', () => {
    expect(sampleRuns.filter((run) => run.courseKey === 'conference-liaison')).toEqual([])
  })
})
