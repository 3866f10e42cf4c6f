import { isM365Error } from '../../domain/m365Error.ts'
import { sayStanding } from '../../domain/placeStanding.ts'
import { type AnswerDeps, answerOffer } from '../../usecases/answerOffer.ts'
import { answeredPlaceCard, readPlacePress } from '../cards/placeCard.ts'
import { sayAnswerRefusal } from '../cards/placeWords.ts'
import { failureFacts, type Logger } from '../log.ts'
import type { OtherPress, PressReply } from './answerPress.ts'

/**
 * Takes the answer to an offer from a card. Who pressed is whom the channel vouches for; whether they may is decided
 * anew. Pressing again is safe: an answer counts once.
 * @param settled is told that places have moved, so that the next person hears of it at once
 */
export function placePressOf(
  deps: () => Promise<AnswerDeps>,
  teamsAppId: string,
  log: Logger,
  settled: () => void,
): OtherPress {
  return async (person, data) => {
    const pressed = readPlacePress(data)
    if (pressed === null) return null
    if (person === null)
      return refused('Teams did not say who you are. Nothing was saved: sign in to Teams again.')
    try {
      const reply = await take(await deps(), pressed, { ...person, roles: [] }, teamsAppId)
      settled()
      return reply
    } catch (thrown) {
      log.error(failureFacts(thrown), 'an answer to an offer could not be taken')
      const why = isM365Error(thrown) ? thrown.message : 'Something went wrong in Follow-Through.'
      return {
        ...{ kind: 'error', status: 500 },
        sentence: `${why} Press again in a minute: an answer counts once.`,
      }
    }
  }
}

async function take(
  deps: AnswerDeps,
  { booking: bookingKey, take: accept }: NonNullable<ReturnType<typeof readPlacePress>>,
  actor: { readonly objectId: string; readonly name: string; readonly roles: readonly [] },
  teamsAppId: string,
): Promise<PressReply> {
  const outcome = await answerOffer(deps, { bookingKey, accept, actor })
  if (!outcome.ok && outcome.code !== 'offer-gone') return refused(sayAnswerRefusal(outcome.code))
  const row = outcome.ok ? outcome.booking : await deps.bookings.byKey(bookingKey)
  if (!row) return refused(sayAnswerRefusal('no-such-booking'))
  const course = await deps.courses.byKey(row.value.courseKey)
  const courseTitle = course?.value.title ?? row.value.courseKey
  const state = outcome.ok && accept ? 'booked' : 'declined'
  const sentence = outcome.ok
    ? sayStanding(outcome.run.value, row.value, await deps.clock.now())
    : sayAnswerRefusal(outcome.code)
  return {
    kind: 'card',
    card: answeredPlaceCard({ state, courseTitle }, sentence, teamsAppId),
    settled: true,
  }
}

const refused = (sentence: string): PressReply => ({ kind: 'error', status: 400, sentence })
