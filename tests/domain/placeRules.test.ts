import { placeRules } from '../../src/domain/placeRules.ts'

test('the rules that people read say for how long an offer is kept', () => {
  expect(placeRules.join(' ')).toContain(
    'An offer is kept for 72 hours while the date is 14 days or more away, 24 hours while the date is 3 days or more away and 4 hours after that, and never later than 2 hours before the start.',
  )
})
