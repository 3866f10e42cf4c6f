import { feedbackDue, fillIn, summariseFeedback, summariseRuns } from '../../src/domain/feedbackRules.ts'
import { anAnswer, aRun } from '../support/training.ts'

const answers = (count: number) => Array.from({ length: count }, (_, index) => anAnswer({ key: `${index}` }))
const empty = anAnswer({ answeredOn: null, useful: null, applied: null, recommend: null })
const given = { useful: 5, applied: null, recommend: null, comment: ' Good. ' }

describe('what is shown of answers', () => {
  it('is nothing but their number while there are four', () => {
    expect(summariseFeedback(answers(4))).toEqual({ shown: false, answers: 4 })
  })

  it('is means, spreads and comments from the fifth', () => {
    const five = answers(5).map((one, index) => ({
      ...one,
      useful: index + 1,
      comment: ['b', 'a', '', '', ''][index] ?? '',
    }))
    expect(summariseFeedback(five)).toMatchObject({
      shown: true,
      answers: 5,
      comments: ['a', 'b'],
      ratings: [{ question: 'useful', mean: 3, spread: [1, 1, 1, 1, 1] }, {}, {}],
    })
  })

  it('does not count sheets that nobody filled in', () => {
    expect(summariseFeedback([...answers(4), empty]).answers).toBe(4)
  })

  it('leaves a small run out of the whole, so that it cannot be taken from it', () => {
    expect(summariseRuns([answers(6), answers(2)]).answers).toBe(6)
    expect(summariseRuns([answers(6), answers(2), answers(3)]).answers).toBe(11)
  })
})

it('counts the answers of runs that are all too small, and shows them together from the fifth', () => {
  expect(summariseRuns([answers(1), answers(2)])).toEqual({ shown: false, answers: 3 })
  expect(summariseRuns([answers(3), answers(2)])).toMatchObject({ shown: true, answers: 5 })
})

describe('filling in a sheet', () => {
  it('keeps the answer and the day', () => {
    expect(fillIn(empty, given, '2021-05-04')).toMatchObject({
      ok: true,
      next: { useful: 5, applied: null, comment: 'Good.', answeredOn: '2021-05-04' },
    })
  })

  it.each([
    ['answered-already', anAnswer(), given],
    ['nothing-said', empty, { ...given, useful: null, comment: '  ' }],
    ['not-a-rating', empty, { ...given, useful: 6 }],
    ['not-a-rating', empty, { ...given, useful: 2.5 }],
    ['too-long', empty, { ...given, comment: 'x'.repeat(2_001) }],
  ])('is refused: %s', (code, sheet, said) => {
    expect(fillIn(sheet, said, '2021-05-04')).toEqual({ ok: false, code })
  })
})

describe('when people are asked', () => {
  const stagesOn = (today: string, run = aRun({ date: '2021-03-01' })) =>
    feedbackDue([run], today).map(({ stage }) => stage)

  it.each([
    ['not on the day itself', '2021-03-01', []],
    ['on the day after', '2021-03-02', ['at-once']],
    ['still a fortnight later, when the service was away', '2021-03-16', ['at-once']],
    ['not after that', '2021-03-17', []],
    ['not the day before three months have passed', '2021-05-31', []],
    ['when three months have passed', '2021-06-01', ['three-months']],
    ['not when that is more than a fortnight ago', '2021-06-16', []],
  ])('%s', (_label, today, stages) => {
    expect(stagesOn(today)).toEqual(stages)
  })

  it('nobody is asked about a run that was cancelled', () => {
    expect(stagesOn('2021-03-02', aRun({ date: '2021-03-01', status: 'cancelled' }))).toEqual([])
  })
})
