import { deadlineCard } from '../../../src/bot/cards/deadlineCard.ts'
import { cardRowOfLine } from '../../../src/usecases/cardRows.ts'
import type { DeadlineLine } from '../../../src/usecases/ports.ts'
import { aPost, aRecommendation, owner } from '../../support/register.ts'

const today = '2021-06-16'
const standing = { reached: false, on: today, covered: 18, needed: 20 }
const rests = { requirement: 'pclo', title: 'Conference liaison', atLeast: 95, note: '', standing }

function cardOf(reached: boolean): string {
  const row = aRecommendation({
    status: 'GREEN',
    restsOn: [{ ...rests, standing: { ...standing, reached } }],
  })
  const line: DeadlineLine = {
    ...{
      key: 'k',
      rule: 'cover-lapsed',
      occurrence: 1,
      recommendation: row.key,
      rowRef: '1',
      row,
      clock: null,
    },
    ...{ deadline: today, daysLeft: 0, extended: 0, reportTitle: 'A report' },
    reason: {
      ...{ person: owner.name, rung: 'holder', postTitle: 'T/DCI Crime', because: 'owns', other: '' },
      silence: 0,
    },
  }
  const context = { person: owner, posts: [aPost({})], today }
  return JSON.stringify(deadlineCard({ rows: [cardRowOfLine(line, context)], more: 0 }, 'app'))
}

test('a card about a green row whose training fell gives the figure, and that a person decides', () => {
  const card = cardOf(false)
  expect(card).toContain('Training has fallen under a green row')
  expect(card).toContain('at 90 % (18 of 20) on 16 June 2021; it has to be at least 95 %.')
  expect(card).toContain('It stays green until somebody decides otherwise')
})

test('a card about a green row whose training holds says nothing of it', () => {
  expect(cardOf(true)).not.toContain('fallen')
})
