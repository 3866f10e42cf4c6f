import { usualEffort } from '../../src/domain/foiEffort.ts'
import { differingFigures, foiFiguresOf } from '../../src/domain/foiFigures.ts'
import { foiPackOf } from '../../src/domain/foiPack.ts'
import { leaveOutNames, trainersNamed } from '../../src/domain/namesLeftOut.ts'
import { aCompletion, aCourse } from '../support/training.ts'

const scope = { courseKeys: ['pip2'], fromYear: 2019, toYear: 2021, asAt: '2021-06-01' }
const finishedIn = (year: number, count: number, given = {}) =>
  Array.from({ length: count }, (_, index) =>
    aCompletion({
      ...{ key: `${year}/${index}`, person: `p${index}`, completedOn: `${year}-05-01` },
      ...{ recordedOn: `${year}-05-02`, ...given },
    }),
  )

function packOf(completions = finishedIn(2020, 12), course = aCourse(), names: readonly string[] = []) {
  const figures = foiFiguresOf(completions, scope)
  return foiPackOf(
    { courses: [course], figures, lateAnswers: 0, names },
    { reference: '', theme: 'domestic abuse', scope, effort: usualEffort, madeOn: '2021-06-01' },
  )
}
const answer = (pack: ReturnType<typeof packOf>, number: number) => {
  const found = pack.answers.find((one) => one.number === number)
  if (!found) throw new Error(`no answer ${number}`)
  return found
}

it('answers all eighteen questions in their order', () => {
  expect(packOf().answers.map(({ number }) => number)).toEqual(
    Array.from({ length: 18 }, (_, index) => index + 1),
  )
})

it('says of a year before the first record that nothing is held, and of a year without anybody that it is 0', () => {
  const [row] = answer(packOf(), 16).table?.rows ?? []
  expect(row?.counts).toEqual([null, { shown: 12 }, { shown: 0 }])
})

it('hides how many finished where they were fewer than five', () => {
  const [row] = answer(packOf([...finishedIn(2019, 30), ...finishedIn(2020, 3)]), 16).table?.rows ?? []
  expect(row?.counts).toEqual([{ hidden: 'withheld' }, { hidden: 'fewer-than-5' }, { shown: 0 }])
})

it('reckons the personal files of a year of which nothing is recorded: 12 people, 10 minutes each', () => {
  expect(answer(packOf(), 16)).toMatchObject({ grade: 'partly', hours: 2 })
})

it('says how many failed in the twelve months before the day, and hides a few', () => {
  const failed = finishedIn(2021, 2, { result: 'failed' })
  expect(answer(packOf([...finishedIn(2020, 6), ...failed]), 9).lines.at(-1)).toBe(
    'Failed in the year to 1 June 2021: fewer than 5.',
  )
  expect(answer(packOf(), 9).lines.at(-1)).toBe('Failed in the year to 1 June 2021: 0.')
})

it('names what the catalogue does not say, with the time to find out', () => {
  expect(answer(packOf(), 3)).toMatchObject({ grade: 'not-held', lines: [], hours: 0.25 })
  expect(answer(packOf(), 5)).toMatchObject({ grade: 'answered', hours: null })
})

it('keeps mandatory courses for which people apply themselves as what they are', () => {
  expect(answer(packOf(), 12).lines).toEqual([
    'From constable to detective: mandatory, and people apply themselves',
  ])
})

it('proposes to leave out the dearest question once eighteen hours are passed, and nothing before', () => {
  expect(packOf().leaveOut).toEqual([])
  expect(packOf(finishedIn(2020, 200)).leaveOut).toEqual([16])
})

it('holds nobody by name', () => {
  const course = aCourse({ trainers: 'Detectives, led by Amira Hassan', about: 'Written by Amira Hassan' })
  const text = JSON.stringify(packOf(finishedIn(2020, 12), course, ['Amira Hassan']).answers)
  expect(text).not.toContain('Amira')
  expect(text).toContain('[name left out]')
})

it('says where figures of an earlier pack are not those of now, and nothing where they are', () => {
  const before = foiFiguresOf(finishedIn(2020, 12), scope)
  const title = () => 'PIP2'
  expect(differingFigures(before, foiFiguresOf(finishedIn(2020, 12), scope), title)).toEqual([])
  expect(differingFigures(before, foiFiguresOf(finishedIn(2020, 11), scope), title)).toEqual([
    'PIP2, 2020: 12 then, 11 now',
  ])
})

describe('names', () => {
  it('leave a text as whole names, and organisations stay', () => {
    const names = ['Amira Hassan', 'SafeLives', 'Ann']
    expect(leaveOutNames('SafeLives, Amira Hassan and Anna', names)).toBe(
      'SafeLives, [name left out] and Anna',
    )
  })

  it.each([
    ['Fiona Grant and a social worker of Camden Council', ['Fiona Grant']],
    ['Karen Whitlock, Camden Council', ['Karen Whitlock']],
    ['SafeLives', []],
    ['Experienced detectives', []],
  ])('of trainers are found in “%s”', (trainer, found) => {
    expect(trainersNamed(trainer)).toEqual(found)
  })
})
