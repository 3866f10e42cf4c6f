import {
  exerciseCard,
  exerciseMail,
  exercisePress,
  readExercisePress,
  settledAskCard,
} from '../../../src/bot/cards/exerciseCards.ts'
import type { ExerciseFacts, ExerciseMessage } from '../../../src/domain/exerciseMessages.ts'
import { hostileTexts, markdownTexts } from '../../support/cards.ts'

const app = '8e3f5a70-2c4d-4b96-a7e1-0f9d8c7b6a53'
const exercise: ExerciseFacts = {
  ...{ ref: '7', key: 'lambeth', type: 'SPASE', unit: 'Lambeth and Southwark', date: '2018-11-07' },
  ...{ start: '09:30', end: '16:30', venue: 'Hydra Suite' },
}
const chase: ExerciseMessage = {
  ...{
    kind: 'exercise-chase',
    exercise: { ...exercise, ref: '' },
    roles: ['Nurse'],
    required: true,
    daysLeft: 9,
  },
  ...{
    organiser: 'Ruth Mbeki',
    why: 'You were invited on 1 October 2018, 28 days ago, and have not answered.',
  },
}
const asked: ExerciseMessage = {
  ...{ kind: 'exercise-asked', exercise, person: 'amira', personName: 'Amira Hassan', note: 'Please.' },
  at: '2018-10-08T08:00:00.000Z',
}
const answered: ExerciseMessage = {
  ...{ kind: 'exercise-answered', exercise, agreed: false, answer: 'It is full.', by: 'Ruth Mbeki' },
}

describe('a card about an exercise', () => {
  it.each([chase, asked, answered])('names the unit and its day: $kind', (message) => {
    const text = JSON.stringify(exerciseCard(message, app))
    expect(text).toContain('Lambeth and Southwark')
    expect(text).toContain('7 November 2018, Wednesday, 09:30 to 16:30 UK time')
  })

  it.each([
    ['Markdown', '[click](https://evil.example) **bold**'],
    ['a date to be worked out', '{{DATE(2018-01-01)}}'],
    ['lines', 'one\r\ntwo'],
  ])('shows what an officer typed as it was typed, without %s', (_what, note) => {
    const card = exerciseCard({ ...asked, note } as ExerciseMessage, app)
    const blocks = card.body.filter((one) => one.type === 'TextBlock')
    expect(JSON.stringify(blocks)).not.toContain('evil')
    expect(JSON.stringify(card)).not.toContain('{{DATE')
  })

  it.each(hostileTexts)('reads no Markdown in what somebody typed of an exercise or a role: %j', (text) => {
    const typed = { ...exercise, type: text, unit: text, venue: text }
    for (const message of [{ ...chase, roles: [text] }, asked, answered])
      expect(
        markdownTexts(exerciseCard({ ...message, exercise: typed } as ExerciseMessage, app)),
      ).not.toContain(text)
    expect(markdownTexts(settledAskCard(text, '7', app))).not.toContain(text)
  })

  it('carries the two answers and comes back as they were', () => {
    const text = JSON.stringify(exerciseCard(asked, app))
    expect(text.match(/"Action\.Execute"/g)).toHaveLength(2)
    expect(
      readExercisePress({ action: exercisePress, exercise: '7', person: 'amira', agreed: true }),
    ).toEqual({
      ...{ exercise: '7', person: 'amira', agreed: true, answer: '' },
    })
  })

  it.each([
    [{ action: 'somethingElse', exercise: '7', person: 'amira' }],
    [{ action: exercisePress, exercise: '7/../8', person: 'amira' }],
    [{ action: exercisePress, exercise: '7' }],
    ['text'],
    [null],
  ])('takes nothing that is no press of its own: %j', (data) => {
    expect(readExercisePress(data)).toBeNull()
  })
})

describe('the mail to a partner', () => {
  it('says why, for which role and whom to turn to, and has no link into the tab', () => {
    const { subject, text } = exerciseMail(chase, app)
    expect(subject).toBe('Will you come? SPASE, Lambeth and Southwark, 9 days left')
    for (const words of ['28 days ago', 'Your role: Nurse (needed)', 'tell Ruth Mbeki'])
      expect(text).toContain(words)
    expect(text).not.toContain('teams.microsoft.com')
  })

  it('is for somebody of the force when it leads into the tab', () => {
    expect(exerciseMail(answered, app).text).toContain('teams.microsoft.com')
  })
})
