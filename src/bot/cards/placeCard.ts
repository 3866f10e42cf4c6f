import { writeDate, writeInstant } from '../../domain/calendarDays.ts'
import type { PlaceNotice } from '../../domain/placeNotices.ts'
import {
  type AdaptiveCard,
  type CardAction,
  type CardElement,
  type Execute,
  spokenCard,
} from './adaptiveCard.ts'
import { oneLine, runs } from './cardText.ts'
import { tabLink } from './links.ts'

/** What a press on a card about a place is called on its way. */
export const placePress = 'answerPlace'

/** Where a card or a mail about a place leads in the tab. */
const where = ({ runKey }: Pick<PlaceNotice, 'runKey'>) => `run/${runKey}`

const titles: Readonly<Record<PlaceNotice['state'], string>> = {
  offered: 'A place is offered',
  booked: 'A place is booked',
  waiting: 'You are in line for a place',
  declined: 'No place this time',
  withdrawn: 'The place is gone',
}

/** The link to the run in the tab. */
export const placeLink = (notice: Pick<PlaceNotice, 'runKey'>, teamsAppId: string) =>
  tabLink(teamsAppId, where(notice))

/** The one line of a notice that a notification or a subject shows: the course, and nobody's name. */
export function placeTitle({ state, courseTitle }: Pick<PlaceNotice, 'state' | 'courseTitle'>): string {
  return `${titles[state]}: ${oneLine(courseTitle, 80)}`
}

/** The card that tells of a place. An offer can be taken or turned down on it. */
export function placeCard(notice: PlaceNotice, teamsAppId: string): AdaptiveCard {
  const { onBehalfOf, why, standing, state } = notice
  return card(state, [
    runs({ text: placeTitle(notice), weight: 'Bolder', size: 'Medium' }),
    ...(onBehalfOf === ''
      ? []
      : [runs({ text: `For ${oneLine(onBehalfOf, 80)}, for whom you booked.`, weight: 'Bolder' })]),
    { type: 'FactSet', facts: timesOf(notice) },
    ...(notice.venue === '' ? [] : [runs({ text: `Where: ${oneLine(notice.venue, 120)}` })]),
    runs({ text: oneLine(standing, 400) }),
    ...(why === '' || standing.includes(why) ? [] : [runs({ text: oneLine(why, 400), isSubtle: true })]),
    {
      type: 'ActionSet',
      actions: [
        ...(state === 'offered' ? [answer(notice, true), answer(notice, false)] : []),
        open(teamsAppId, where(notice)),
      ],
    },
  ])
}

/** What the card becomes once it was answered, or when there is nothing left to answer. */
export function answeredPlaceCard(
  notice: Pick<PlaceNotice, 'state' | 'courseTitle'>,
  sentence: string,
  teamsAppId: string,
): AdaptiveCard {
  const title = placeTitle(notice)
  return card(notice.state, [
    runs({ text: title, weight: 'Bolder', size: 'Medium' }),
    runs({ text: oneLine(sentence, 500) }),
    { type: 'ActionSet', actions: [open(teamsAppId, 'training/mine')] },
  ])
}

/** A press as the channel delivers it; null when it is none of this card. Nothing in it is trusted. */
export function readPlacePress(data: unknown): { readonly booking: string; readonly take: boolean } | null {
  if (typeof data !== 'object' || data === null || Reflect.get(data, 'action') !== placePress) return null
  const booking: unknown = Reflect.get(data, 'booking')
  if (typeof booking !== 'string' || booking === '' || booking.length > 255) return null
  return { booking, take: Reflect.get(data, 'take') === true }
}

/**
 * The same as a mail. People without an account get a link under which they may answer an offer.
 * @param teamsAppId null for whoever has no account: the tab does not open for them
 */
export function placeMail(
  notice: PlaceNotice,
  teamsAppId: string | null,
): { readonly subject: string; readonly text: string } {
  const { standing, why, link, state, onBehalfOf } = notice
  const lines = [
    ...(onBehalfOf === '' ? [] : [`For ${oneLine(onBehalfOf, 80)}, for whom you booked.`, '']),
    `Course: ${oneLine(notice.courseTitle, 120)}`,
    ...timesOf(notice).map(({ title, value }) => `${title}: ${value}`),
    ...(notice.venue === '' ? [] : [`Where: ${oneLine(notice.venue, 120)}`]),
    '',
    oneLine(standing, 400),
    ...(why === '' || standing.includes(why) ? [] : [oneLine(why, 400)]),
    '',
    ...answerLines(link, state, teamsAppId === null ? null : tabLink(teamsAppId, where(notice))),
    '',
    'Nobody reads answers to this mail.',
  ]
  return { subject: placeTitle(notice), text: lines.join('\r\n') }
}

function answerLines(link: string, state: PlaceNotice['state'], tab: string | null): readonly string[] {
  if (link !== '')
    return ['Take the place or turn it down here; the link is yours alone, please do not pass it on:', link]
  if (tab === null)
    return [
      state === 'offered'
        ? 'To take the place or turn it down, tell whoever books for your organisation.'
        : 'If anything about it changes for you, tell whoever books for your organisation.',
    ]
  const open = `Open Follow-Through in Teams: ${tab}`
  return state === 'offered' ? ['Take the place or turn it down in Follow-Through.', open] : [open]
}

/** Nothing that anybody else wrote: clients read Markdown in facts. */
function timesOf({ runDate, start, end, offerUntil }: PlaceNotice) {
  return [
    { title: 'When', value: `${writeDate(runDate)}, ${start} to ${end} UK time` },
    ...(offerUntil === null ? [] : [{ title: 'Kept until', value: writeInstant(offerUntil) }]),
  ]
}

function answer({ bookingKey }: PlaceNotice, take: boolean): Execute {
  const data = { action: placePress, booking: bookingKey, take }
  const title = take ? 'Take the place' : 'Turn it down'
  return {
    ...{ type: 'Action.Execute', title, verb: placePress, data },
    fallback: { type: 'Action.Submit', title, data },
  }
}

const open = (teamsAppId: string, place: string): CardAction => ({
  ...{ type: 'Action.OpenUrl', title: 'Open in Follow-Through', url: tabLink(teamsAppId, place) },
})

/** What is read out, and shown by clients without cards, may be read as Markdown: it names no course. */
function card(state: PlaceNotice['state'], body: readonly CardElement[]): AdaptiveCard {
  const words = `${titles[state]}. Open Follow-Through to see for what.`
  return spokenCard(words, body)
}
