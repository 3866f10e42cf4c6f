import { bulletinCard } from '../../src/bot/cards/bulletinCard.ts'
import { sizeOf } from '../../src/bot/cards/deadlineCard.ts'
import { answeredCard, feedbackCard } from '../../src/bot/cards/feedbackCard.ts'
import { composeBulletin } from '../../src/domain/bulletin.ts'
import { hostileTexts } from '../support/cards.ts'
import { describeWithShared } from '../support/shared.ts'
import { aCourse, aRun } from '../support/training.ts'
import { validator } from './cardSchema.ts'

const link = 'https://follow-through.example/feedback/0'
const ask = { stage: 'at-once', runDate: '2021-05-03', word: '0'.repeat(40) } as const
const given = { useful: 5, applied: null, recommend: 1, comment: 'x' }

describeWithShared('cards about training against the Adaptive Cards 1.5 schema', (shared) => {
  const errorsOf = validator(shared)

  it.each(hostileTexts.map((text, index) => [index, text] as const))(
    'hold whatever a course is called (%i)',
    (_index, text) => {
      const bulletin = composeBulletin(
        {
          courses: [aCourse({ title: text, audience: [text] })],
          runs: Array.from({ length: 40 }, (_, day) =>
            aRun({ key: `${day}`, date: '2021-06-14', venue: text }),
          ),
        },
        { day: '2021-06-01', since: '2021-05-01', editorial: text },
      )
      const cards = [
        bulletinCard(bulletin, 'app'),
        feedbackCard({ ...ask, courseTitle: text }, link),
        feedbackCard({ ...ask, courseTitle: text }, link, { notice: 'Nothing was saved yet.', given }),
        answeredCard({ stage: 'three-months', courseTitle: text }),
      ]
      for (const card of cards) {
        expect(errorsOf(card)).toEqual([])
        expect(sizeOf(card)).toBeLessThan(25_000)
      }
    },
  )
})
