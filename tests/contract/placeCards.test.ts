import { answeredPlaceCard, placeCard } from '../../src/bot/cards/placeCard.ts'
import type { PlaceNotice } from '../../src/domain/placeNotices.ts'
import { hostileTexts } from '../support/cards.ts'
import { describeWithShared } from '../support/shared.ts'
import { validator } from './cardSchema.ts'

const states = ['offered', 'booked', 'waiting', 'declined', 'withdrawn'] as const
const notice = (state: PlaceNotice['state'], words: string): PlaceNotice => ({
  ...{ kind: 'place', bookingKey: 'r/o-1', state, courseTitle: words, runKey: 'r', runDate: '2021-07-16' },
  ...{ start: '09:00', end: '16:00', venue: words, standing: words, why: words, onBehalfOf: words, link: '' },
  offerUntil: state === 'offered' ? '2021-06-04T08:00:00.000Z' : null,
})

describeWithShared('cards about places against the Adaptive Cards 1.5 schema', (shared) => {
  const errorsOf = validator(shared)

  test.each(states)('%s', (state) => {
    expect(errorsOf(placeCard(notice(state, 'Words'), 'app'))).toEqual([])
    expect(errorsOf(answeredPlaceCard(notice(state, 'Words'), 'Words', 'app'))).toEqual([])
  })

  test.each([...hostileTexts, 'long '.repeat(2_000)])('whatever others wrote: %#', (words) => {
    expect(errorsOf(placeCard(notice('offered', words), 'app'))).toEqual([])
  })
})
