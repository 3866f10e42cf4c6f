import { isTrainingMessage, trainingSubject } from '../../src/domain/ownMessages.ts'

it.each([
  ['bulletin', 'Training bulletin'],
  ['feedback-at-once', 'Question about a course'],
  ['feedback-three-months', 'Question about a course'],
  ['place', 'A place on a course'],
  ['overdue', null],
])('an entry of the ledger under the rule “%s” is about: %s', (rule, about) => {
  expect(trainingSubject({ rule })).toBe(about)
  expect(isTrainingMessage({ rule })).toBe(about !== null)
})
