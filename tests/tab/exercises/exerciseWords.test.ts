import type { Exercise } from '../../../src/domain/exercise.ts'
import { stateWords } from '../../../src/tab/features/exercises/exerciseWords.ts'
import { callOffWords, leakWords } from '../../../src/tab/features/exercises/invitation/outcomeWords.ts'

const today = '2021-06-01'
const sent = { state: 'sent', at: '2021-05-20T09:00:00.000Z' } as Exercise['invitation']

describe('how far an exercise has come', () => {
  test.each([
    ['the day after tomorrow', '2021-06-03', null, 'Planned'],
    ['today', '2021-06-01', null, 'Planned'],
    ['yesterday', '2021-05-31', null, 'Planned for a date now past, nobody invited'],
    ['years ago', '2018-11-07', null, 'Planned for a date now past, nobody invited'],
    ['yesterday, and people were invited', '2021-05-31', sent, 'Invited on 20 May 2021'],
  ] as const)('%s', (_when, date, invitation, words) => {
    expect(stateWords({ date, invitation }, today)).toBe(words)
  })
})

it('says of a reason that names another unit that the reason has to change', () => {
  const leak = { what: 'unit', where: 'text', found: 'Enfield and Haringey' } as const
  const { sentence } = callOffWords({ state: 'not-partner-safe', leaks: [leak] })
  expect(sentence).toContain('names Enfield and Haringey')
  expect(sentence).toContain('say why in other words')
})

it('keeps what an invitation gives away apart', () => {
  const unit = { what: 'unit', where: 'text', found: 'Enfield and Haringey' } as const
  const date = { what: 'date', where: 'subject', found: '2018-12-12' } as const
  expect(leakWords([unit, date])).toMatch(
    /^The text names Enfield and Haringey, another unit; the subject names 12 December 2018, the day of another/,
  )
})
