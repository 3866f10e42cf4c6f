import { findLeaks } from '../../src/domain/partnerSafe.ts'
import { anExercise } from '../support/exercises.ts'

const own = anExercise({ internalNote: 'Catering is 4,200 pounds\nshort' })
const others = [
  anExercise({ key: 'hackney', unit: 'Hackney and Tower Hamlets', date: '2018-09-12' }),
  anExercise({ key: 'later', unit: 'Camden and Islington', date: '2019-04-18' }),
  anExercise({ key: 'same-day', unit: 'Hounslow', date: '2018-04-18' }),
]
const found = (text: string) =>
  findLeaks({ subject: '', text, place: '' }, own, others).map((leak) => `${leak.what} ${leak.found}`)

describe('another exercise’s day is found', () => {
  it.each([
    ...[
      '12 September 2018',
      '12 September',
      '12th Sept 2018',
      '12th of September',
      '12 Sep.',
      '12 sept, 2018',
    ],
    ...[
      '2018-09-12',
      '12/09/2018',
      '12.9.18',
      '12-09-2018',
      'September 12, 2018',
      'Sept the 12th',
      '12 SEPTEMBER',
    ],
    ...['(12 September)', '12 September 10:00', '12\u00a0September 2018', '１２ September'],
  ])('written as %s', (day) => {
    expect(found(`The next one is on ${day}; see you.`)).toEqual(['date 2018-09-12'])
  })

  it.each(['18 April 2019', '18/04/2019'])('in another year when it says so: %s', (day) => {
    expect(found(`Again on ${day}.`)).toEqual(['date 2019-04-18'])
  })
})

describe('what is nobody else’s is left alone', () => {
  it.each([
    ['the own day', '18 April 2018'],
    ['the own day without its year, though another year has the same', '18 April'],
    ['a day on which nothing is', '13 September 2018'],
    ['a day of another year', '12 September 2017'],
    ['a number in a number', '112 Septembers, 2018-09-123'],
    ['the own unit, also where another year has it', 'Camden & Islington'],
    ['a word that only begins like a name', 'Hounslows'],
  ])('%s', (_what, text) => {
    expect(found(text)).toEqual([])
  })
})

describe('another unit is found', () => {
  it.each([
    'Hackney and Tower Hamlets',
    'HACKNEY & TOWER HAMLETS',
    'hackney  and\ntower-hamlets',
    '“Hounslow”',
  ])('written as %s', (name) => {
    expect(found(`After ${name}, lunch`)).toHaveLength(1)
  })

  it('wherever it stands', () => {
    const words = { subject: 'Hounslow', text: 'Hounslow', place: 'Hounslow' }
    expect(findLeaks(words, own, others).map((leak) => leak.where)).toEqual(['subject', 'text', 'place'])
  })

  it('but not where the exercise’s own facts say it', () => {
    const there = { ...own, venue: 'Hounslow Civic Centre' }
    expect(findLeaks({ subject: '', text: '', place: there.venue }, there, others)).toEqual([])
  })
})

describe('the internal note', () => {
  it('is found line by line, in any case', () => {
    expect(found('catering is 4,200 pounds')).toEqual(['note Catering is 4,200 pounds'])
  })
  it('leaves short lines alone: they are found by chance', () => {
    expect(found('in short')).toEqual([])
  })
})
