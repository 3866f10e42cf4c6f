import { type Bulletin, bulletinSummary, bulletinTitle } from '../domain/bulletin.ts'
import { bulletinMail } from '../domain/bulletinText.ts'
import { askedAbout, askTitle, whoSees } from '../domain/feedbackWords.ts'
import { isM365Error } from '../domain/m365Error.ts'
import type { FeedbackAsk, TrainingMessage } from '../domain/ownMessages.ts'
import type { PlaceNotice } from '../domain/placeNotices.ts'
import type { Addressee, ArrivedCard, Channel, Delivery, Messenger } from '../usecases/ports.ts'
import type { TrainingMessenger } from '../usecases/trainingPorts.ts'
import type { AdaptiveCard } from './cards/adaptiveCard.ts'
import { bulletinCard } from './cards/bulletinCard.ts'
import { oneLine } from './cards/cardText.ts'
import { feedbackCard } from './cards/feedbackCard.ts'
import { tabLink } from './cards/links.ts'
import { placeCard, placeLink, placeMail, placeTitle } from './cards/placeCard.ts'
import { deliverCard } from './deliverCard.ts'
import { asConnector, cardMessage, type MessengerDeps, openChat } from './messenger.ts'
import { reachPerson } from './reachPerson.ts'

export interface TrainingMessengerDeps
  extends Pick<
    MessengerDeps,
    'app' | 'clientId' | 'tenantId' | 'teamsAppId' | 'clock' | 'lastMessage' | 'other' | 'wait'
  > {
  /** Where the service is reached in a browser, for the link to the questions. */
  readonly serviceOrigin: string
  readonly arrivedSince: Messenger['arrivedSince']
}

/** A message in every shape in which it can travel. */
export interface Shapes {
  readonly card: AdaptiveCard
  /** All that a notification shows. */
  readonly line: string
  readonly link: string
  readonly mail: { readonly subject: string; readonly text: string; readonly keep?: boolean }
}

/** Sends what is told about training through Microsoft's Teams SDK, the activity feed and the mailbox of the service. */
export function trainingMessenger(deps: TrainingMessengerDeps): TrainingMessenger {
  return {
    arrivedSince: deps.arrivedSince,
    tell: (to, message, others, leaving) => tellIn(deps, to, shapesOf(deps, to, message), others, leaving),
  }
}

/** Sends a message by the first channel that takes it; to people without an account by mail alone. */
export async function tellIn(
  deps: Omit<TrainingMessengerDeps, 'serviceOrigin' | 'arrivedSince'>,
  to: Addressee,
  shapes: Shapes,
  others: readonly ArrivedCard[],
  leaving: (channel: Channel) => Promise<boolean>,
): Promise<Delivery> {
  if (to.objectId === '') return byMail(deps, to, shapes, leaving)
  const { mail } = deps.other
  const { name, address = '' } = to
  return reachPerson({
    chat: () => inChat(deps, to.objectId, shapes, others),
    install: () => deps.other.install(to.objectId),
    notify: () => deps.other.notify(to.objectId, { text: shapes.line, link: shapes.link }),
    mail: mail === null || address === '' ? null : () => mail({ to: { name, address }, ...shapes.mail }),
    leaving,
    wait: deps.wait,
  })
}

/** The address of the page that asks about a run; the word is all that it needs to know. */
export function feedbackLink(serviceOrigin: string, word: string): string {
  return `${serviceOrigin}/feedback/${word}`
}

function shapesOf(deps: TrainingMessengerDeps, to: Addressee, message: TrainingMessage): Shapes {
  if (message.kind === 'feedback') return feedbackShapes(deps, message)
  return message.kind === 'place'
    ? placeShapes(deps, to, message)
    : bulletinShapes(deps, to, message.bulletin)
}

function feedbackShapes({ teamsAppId, serviceOrigin }: TrainingMessengerDeps, ask: FeedbackAsk): Shapes {
  const link = feedbackLink(serviceOrigin, ask.word)
  const line = askTitle({ ...ask, courseTitle: oneLine(ask.courseTitle, 80) })
  return { card: feedbackCard(ask, link), line, link: tabLink(teamsAppId, null), mail: askMail(ask, link) }
}

function bulletinShapes({ teamsAppId }: TrainingMessengerDeps, to: Addressee, bulletin: Bulletin): Shapes {
  const link = tabLink(teamsAppId, 'training/runs')
  return {
    card: bulletinCard(bulletin, teamsAppId),
    line: oneLine(`${bulletinTitle(bulletin)}: ${bulletinSummary(bulletin)}`, 150),
    link,
    mail: bulletinMail(bulletin, to.objectId === '' ? null : link),
  }
}

function placeShapes({ teamsAppId }: TrainingMessengerDeps, to: Addressee, notice: PlaceNotice): Shapes {
  return {
    card: placeCard(notice, teamsAppId),
    line: placeTitle(notice),
    link: placeLink(notice, teamsAppId),
    mail: placeMail(notice, to.objectId === '' ? null : teamsAppId),
  }
}

function askMail(ask: FeedbackAsk, link: string): Shapes['mail'] {
  const lines = [
    `${askedAbout(ask.runDate)} Three short questions wait for you here:`.trim(),
    link,
    '',
    `${whoSees} The link is yours alone: please do not pass it on.`,
    '',
    'Nobody reads answers to this mail.',
  ]
  // A copy in the mailbox of the service would say whose link it was.
  return { subject: askTitle(ask), text: lines.join('\r\n'), keep: false }
}

function inChat(
  deps: Omit<TrainingMessengerDeps, 'serviceOrigin' | 'arrivedSince'>,
  objectId: string,
  { card, line }: Shapes,
  others: readonly ArrivedCard[],
): Promise<Delivery> {
  const activity = cardMessage(card, line)
  return deliverCard(
    { now: () => deps.clock.now(), wait: deps.wait, random: Math.random },
    {
      open: () => asConnector(() => openChat(deps, objectId)),
      send: (conversation) => asConnector(async () => (await deps.app.send(conversation, activity)).id),
      lastMessage: () => deps.lastMessage(objectId),
      others,
    },
  )
}

/** People of other organisations have no chat with us. */
async function byMail(
  { other }: Pick<TrainingMessengerDeps, 'other'>,
  { name, address = '' }: Addressee,
  shapes: Shapes,
  leaving: (channel: Channel) => Promise<boolean>,
): Promise<Delivery> {
  if (other.mail === null || address === '')
    return {
      state: 'unreachable',
      note: 'There is no mailbox to send from, or no address to send to. Nothing was sent.',
    }
  if (!(await leaving('mail')))
    return {
      state: 'failed',
      note: 'The ledger could not be written, so no mail was sent; the next run tries again.',
    }
  try {
    await other.mail({ to: { name, address }, ...shapes.mail })
    return { state: 'sent', conversation: '', activity: '', channel: 'mail' }
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    if (thrown.kind === 'unavailable' || thrown.kind === 'unexpected')
      return {
        state: 'unconfirmed',
        note: 'Microsoft 365 did not answer, and it is not known whether the mail left. It is not sent again.',
      }
    return { state: 'failed', note: `No mail was sent. ${thrown.message}` }
  }
}
