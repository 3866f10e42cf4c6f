import type { Debrief } from '../../src/domain/exercisePlan.ts'
import { courseRequestsOf } from '../../src/domain/learningPoints.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Report } from '../../src/domain/report.ts'
import type { Setting } from '../../src/domain/setting.ts'
import { reviewYear, yearDecisionKey, yearDecisionOf } from '../../src/domain/yearReview.ts'
import { takeUpLearning } from '../../src/usecases/takeUpLearning.ts'
import { amira, anExercise, anInvitee, exerciseShelf, june, ruth } from '../support/exercises.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'

const debrief: Debrief = {
  ...{ notes: '', decisions: [], at: '2018-04-18T15:00:00.000Z', by: 'Ruth Mbeki' },
  learning: ['Call the school first', 'Train the night shift'].map((text) => ({ text, became: null })),
}

function scene() {
  const exercises = exerciseShelf(anExercise({ debrief }))
  const deps = {
    ...{ exercises, clock: june, reports: new MemoryListStore<Report>() },
    ...{ recommendations: new MemoryListStore<Recommendation>(), settings: new MemoryListStore<Setting>() },
  }
  const take = (text: string, as: 'recommendation' | 'course-request', actor = ruth) =>
    takeUpLearning(deps, { row: exercises.current('1'), text, as, actor })
  return { ...deps, take }
}

describe('a learning point', () => {
  it('becomes a recommendation in one step, under a report of the year, with where it comes from', async () => {
    const { take, recommendations, reports, exercises } = scene()
    expect(await take('Call the school first', 'recommendation')).toMatchObject({ ok: true })
    expect(await take('Train the night shift', 'recommendation')).toMatchObject({ ok: true })
    expect((await reports.all()).rows.map(({ value }) => value.key)).toEqual(['spase-debriefs-2018'])
    const rows = (await recommendations.all()).rows.map(({ value }) => value)
    expect(rows.map(({ key, text, status }) => [key, text, status])).toEqual([
      ['spase-debriefs-2018/1', 'Call the school first', 'AMBER'],
      ['spase-debriefs-2018/2', 'Train the night shift', 'AMBER'],
    ])
    expect(rows[0]?.history[0]?.why).toBe('Learned at SPASE, Camden and Islington, 2018-04-18')
    expect(exercises.current('1').value.debrief?.learning[0]?.became?.key).toBe('spase-debriefs-2018/1')
  })

  it('becomes one recommendation where the mark on the exercise failed the first time', async () => {
    const { take, recommendations, exercises } = scene()
    exercises.beforeSave(() => {
      throw new Error('the site is away')
    })
    await expect(take('Call the school first', 'recommendation')).rejects.toThrow()
    expect(await take('Call the school first', 'recommendation')).toMatchObject({ ok: true })
    expect((await recommendations.all()).rows).toHaveLength(1)
  })

  it('becomes a request for a course, once', async () => {
    const { take, settings } = scene()
    await take('Train the night shift', 'course-request')
    expect(await take('Train the night shift', 'course-request')).toMatchObject({ code: 'became-already' })
    const kept = (await settings.all()).rows.map(({ value }) => value)
    expect(courseRequestsOf(kept)).toMatchObject([
      { text: 'Train the night shift', unit: 'Camden and Islington', by: 'Ruth Mbeki' },
    ])
  })

  it('is taken up by coordinators only', async () => {
    const { take } = scene()
    expect(await take('Train the night shift', 'course-request', amira)).toMatchObject({
      code: 'not-a-coordinator',
    })
    expect(await take('Nobody said this', 'course-request')).toMatchObject({ code: 'no-such-point' })
  })
})

describe('the review of a year', () => {
  const held = anExercise({
    key: 'held',
    debrief,
    invitees: [
      anInvitee({ response: 'accepted', attended: 'attended' }),
      anInvitee({
        role: 'Nurse',
        side: 'partner',
        sector: 'health',
        attended: 'substitute',
        substitute: 'Ann',
      }),
      anInvitee({ role: 'Head teacher', side: 'partner', sector: 'education', attended: 'absent' }),
      anInvitee({ role: 'Doctor', side: 'partner', state: 'vacant', name: '', address: '' }),
    ],
    invitation: {
      ...{ state: 'sent', revision: 1, organiser: '', organiserName: '', eventRef: '', at: '', invited: 3 },
    },
  })
  const review = reviewYear(
    [
      held,
      anExercise({ key: 'off', date: '2018-06-13', status: 'cancelled' }),
      anExercise({ key: 'next', date: '2018-12-12' }),
    ],
    'SPASE',
    '2018',
    '2018-11-01',
  )

  it('counts days, places and sectors, and nothing of days that are off or to come', () => {
    expect(review).toMatchObject({ planned: 3, held: 1, cancelled: 1, toCome: 1, learning: 2, takenUp: 0 })
    expect(review.all).toMatchObject({
      places: 4,
      invited: 3,
      attended: 1,
      substitutes: 1,
      absent: 1,
      unmarked: 0,
    })
    const of = (sector: string) => review.sectors.find((one) => one.sector === sector)
    expect([of('health')?.substitutes, of('education')?.absent, of('adult services')?.places]).toEqual([
      1, 1, 0,
    ])
  })

  it('adds up: sectors and units come to the same as the whole', () => {
    for (const name of [
      'places',
      'invited',
      'accepted',
      'attended',
      'substitutes',
      'absent',
      'unmarked',
    ] as const) {
      const sum = (parts: readonly { readonly [key in typeof name]: number }[]) =>
        parts.reduce((total, one) => total + one[name], 0)
      expect([sum(review.sectors), sum(review.units)]).toEqual([review.all[name], review.all[name]])
    }
  })

  it('names the required roles that were in no room', () => {
    expect(review.neverThere).toEqual(['Head teacher', 'Doctor'])
  })

  it('says what was decided, and nothing where it cannot be read', () => {
    const setting = (value: string): Setting => ({
      ...{ key: yearDecisionKey('SPASE', '2018'), value, changedBy: '', changedByName: '' },
    })
    const kept = { verdict: 'change', why: 'Fewer days.', at: '2018-12-20T09:00:00.000Z', by: 'Ruth Mbeki' }
    expect(yearDecisionOf([setting(JSON.stringify(kept))], 'SPASE', '2018')).toEqual(kept)
    expect(yearDecisionOf([setting('{"verdict":"perhaps"}')], 'SPASE', '2018')).toBeNull()
    expect(yearDecisionOf([setting('nonsense')], 'SPASE', '2018')).toBeNull()
  })
})
