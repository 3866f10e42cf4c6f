import {
  answeredPlaceCard,
  placeCard,
  placeMail,
  placeTitle,
  readPlacePress,
} from '../../../src/bot/cards/placeCard.ts'
import type { PlaceNotice } from '../../../src/domain/placeNotices.ts'
import { findAll, hostileTexts, markdownTexts, runTexts } from '../../support/cards.ts'

const app = '8e3f5a70-2c4d-4b96-a7e1-0f9d8c7b6a53'
const notice = (changes: Partial<PlaceNotice> = {}): PlaceNotice => ({
  ...{ kind: 'place', bookingKey: 'r/o-1', state: 'offered', courseTitle: 'What to do if', runKey: 'r' },
  ...{ runDate: '2021-07-16', start: '09:00', end: '16:00', venue: 'Town Hall' },
  ...{ offerUntil: '2021-06-04T08:00:00.000Z', standing: 'A place is offered.', why: 'A place became free.' },
  ...{ onBehalfOf: '', link: '' },
  ...changes,
})
const titlesOf = (card: ReturnType<typeof placeCard>) =>
  findAll(card, 'Action.Execute').map(({ title }) => title)

test('an offer says what, when, where and until when, and can be taken or turned down', () => {
  const card = placeCard(notice(), app)
  expect(runTexts(card)).toContain('A place is offered: What to do if')
  expect(runTexts(card)).toContain('Where: Town Hall')
  expect(findAll(card, 'FactSet')[0]?.facts).toEqual([
    { title: 'When', value: '16 July 2021, 09:00 to 16:00 UK time' },
    { title: 'Kept until', value: '4 June 2021 at 09:00' },
  ])
  expect(titlesOf(card)).toEqual(['Take the place', 'Turn it down'])
})

test.each(['booked', 'waiting', 'declined', 'withdrawn'] as const)('%s has nothing to answer', (state) => {
  expect(titlesOf(placeCard(notice({ state, offerUntil: null }), app))).toEqual([])
})

test('whoever booked for somebody else is told for whom', () => {
  expect(runTexts(placeCard(notice({ onBehalfOf: 'Bea' }), app))).toContain('For Bea, for whom you booked.')
})

test.each(hostileTexts)('text of other people is shown as it was typed: %j', (text) => {
  const card = placeCard(notice({ courseTitle: text, venue: text, standing: text, onBehalfOf: text }), app)
  expect(markdownTexts(card)).not.toContain(text)
  expect(markdownTexts(answeredPlaceCard(notice({ courseTitle: text }), text, app))).not.toContain(text)
})

test('the one line of a notification names the course and nobody', () => {
  expect(placeTitle(notice({ onBehalfOf: 'Bea' }))).toBe('A place is offered: What to do if')
})

test('a mail holds the link of somebody without an account, and the tab for the others', () => {
  const link = 'https://service.example/offer/x/y'
  expect(placeMail(notice({ link }), app).text).toContain(`do not pass it on:\r\n${link}`)
  expect(placeMail(notice(), app).text).toContain('https://teams.microsoft.com/l/entity/')
})

test.each(['offered', 'booked', 'waiting', 'declined', 'withdrawn'] as const)(
  'a mail about a place that is %s leads nobody without an account into Teams',
  (state) => {
    const { text } = placeMail(notice({ state }), null)
    expect(text).not.toContain('teams.microsoft.com')
    expect(text).toContain('tell whoever books for your organisation')
  },
)

test.each([
  [
    { action: 'answerPlace', booking: 'r/o-1', take: true },
    { booking: 'r/o-1', take: true },
  ],
  [
    { action: 'answerPlace', booking: 'r/o-1', take: 'true' },
    { booking: 'r/o-1', take: false },
  ],
  [{ action: 'answerPlace', booking: 7, take: true }, null],
  [{ action: 'answerPlace', booking: '' }, null],
  [{ action: 'updateProgress', row: '7' }, null],
  [null, null],
])('a press %j is read as %j', (data, read) => {
  expect(readPlacePress(data)).toEqual(read)
})
