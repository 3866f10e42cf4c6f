import { checkDay, type PlannedDay, type RuleContext } from '../../src/domain/programmeRules.ts'
import { anExercise } from '../support/exercises.ts'

const jo = { name: 'Jo Bell', address: 'jo.bell@thameside.example' }
const day: PlannedDay = anExercise({ date: '2018-06-13', facilitators: [jo] })
const alone: RuleContext = { today: '2018-01-08', others: [] }
const beside = anExercise({
  ...{ date: '2018-06-13', unit: 'Enfield and Haringey', boroughs: ['Enfield', 'Haringey'] },
  facilitators: [],
})

const codes = (changes: Partial<PlannedDay>, context: Partial<RuleContext> = {}) =>
  checkDay({ ...day, ...changes }, { ...alone, ...context }).map(({ code }) => code)

describe('a day of the programme', () => {
  it('against which nothing speaks has no findings', () => {
    expect(codes({})).toEqual([])
  })

  it.each([
    ['no type', { type: ' ' }, 'no-type'],
    ['no unit', { unit: '' }, 'no-unit'],
    ['no borough', { boroughs: [] }, 'no-boroughs'],
    ['no day', { date: '' }, 'not-a-date'],
    ['a day that is none', { date: '2018-02-30' }, 'not-a-date'],
    ['no time', { start: '' }, 'not-a-time'],
    ['an hour that is none', { end: '25:00' }, 'not-a-time'],
    ['an end before its start', { start: '12:00', end: '11:59' }, 'ends-before-start'],
    ['an end at its start', { start: '12:00', end: '12:00' }, 'ends-before-start'],
    ['no place', { venue: '' }, 'no-venue'],
    ['a part online before it starts', { onlinePart: { start: '09:59', end: '11:00' } }, 'online-outside'],
    ['a part online without an end', { onlinePart: { start: '10:00', end: '' } }, 'online-outside'],
    ['a bank holiday', { date: '2018-05-07' }, 'bank-holiday'],
  ])('is stopped by %s', (_what, changes, code) => {
    expect(codes(changes)).toContain(code)
  })

  it.each([
    ['a school holiday', { date: '2018-08-15' }, 'school-holiday'],
    ['a Saturday', { date: '2018-06-16' }, 'weekend'],
    ['a day that is past', { date: '2018-01-05' }, 'in-the-past'],
  ])('is warned of for %s, and not stopped', (_what, changes, code) => {
    const found = checkDay({ ...day, ...changes }, alone)
    expect(found.map((one) => one.code)).toContain(code)
    expect(found.some(({ stops }) => stops)).toBe(false)
  })

  it('today is not in the past', () => {
    expect(codes({}, { today: '2018-06-13' })).toEqual([])
    expect(codes({}, { today: '2018-06-14' })).toEqual(['in-the-past'])
  })
})

describe('one exercise a day in a suite', () => {
  it('stops a second one, and names whose it is', () => {
    expect(checkDay(day, { ...alone, others: [beside] })[0]).toEqual({
      ...{ stops: true, code: 'suite-taken', about: 'Enfield and Haringey' },
    })
  })

  it.each([
    ['is on the next day', { date: '2018-06-14' }],
    ['is in another suite', { roomAddress: 'other@thameside.example' }],
    ['was called off', { status: 'cancelled' as const }],
  ])('lets it be when the other %s', (_what, changes) => {
    expect(codes({}, { others: [{ ...beside, ...changes }] })).toEqual([])
  })

  it('goes by the name where a place has no calendar', () => {
    const hall = { venue: 'Town Hall', roomAddress: '' }
    expect(codes(hall, { others: [{ ...beside, ...hall }] })).toEqual(['suite-taken'])
  })
})

describe('who runs the day', () => {
  it('runs no other on the same day', () => {
    const other = { ...beside, venue: 'Town Hall', roomAddress: '', facilitators: [jo] }
    expect(codes({}, { others: [other] })).toEqual(['facilitator-taken'])
  })
})

describe('what calendars say', () => {
  const entry = {
    address: jo.address,
    date: '2018-06-13',
    start: '15:30',
    end: '17:00',
    status: 'busy' as const,
  }
  const asked = (changes: Partial<typeof entry> | { status: 'tentative' }) => ({
    free: { busy: [{ ...entry, ...changes }], unknown: [] },
  })

  it.each([
    ['stops when it begins before the end', { start: '15:59' }, ['facilitator-busy']],
    ['is let be when it begins at the end', { start: '16:00' }, []],
    ['is let be when it ends at the start', { start: '08:00', end: '10:00' }, []],
    ['stops when it ends after the start', { start: '08:00', end: '10:01' }, ['facilitator-busy']],
    ['of another day is let be', { date: '2018-06-14' }, []],
    ['that is tentative is warned of', { status: 'tentative' as const }, ['tentative']],
    ['of the room stops', { address: 'hydra.suite@thameside.example' }, ['room-busy']],
  ])('an entry %s', (_what, changes, expected) => {
    expect(codes({}, asked(changes))).toEqual(expected)
  })

  it('the entry that the invitation itself made in the room is no clash', () => {
    const own = { date: '2018-06-13', start: '10:00', end: '16:00' }
    const room = asked({ address: 'hydra.suite@thameside.example', ...own })
    expect(codes({}, room)).toEqual(['room-busy'])
    expect(codes({}, { ...room, own })).toEqual([])
  })

  it('a calendar that could not be asked is said', () => {
    expect(codes({}, { free: { busy: [], unknown: ['JO.BELL@thameside.example'] } })).toEqual([
      'free-unknown',
    ])
  })
})

describe('a unit', () => {
  it('with a second exercise in the year is warned of, with the day of the first', () => {
    const first = anExercise({ date: '2018-04-18' })
    expect(checkDay(day, { ...alone, others: [first] })).toEqual([
      { stops: false, code: 'unit-twice', about: '2018-04-18' },
    ])
    expect(codes({}, { others: [{ ...first, date: '2017-04-19' }] })).toEqual([])
    expect(codes({}, { others: [{ ...first, type: 'Table-top exercise' }] })).toEqual([])
  })

  it('that shares one borough with another of the year is warned of by name', () => {
    const other = anExercise({ date: '2018-04-18', boroughs: ['Camden', 'Barnet'], unit: 'Other' })
    expect(checkDay(day, { ...alone, others: [other] })).toEqual([
      { stops: false, code: 'borough-twice', about: 'Camden' },
    ])
  })
})
