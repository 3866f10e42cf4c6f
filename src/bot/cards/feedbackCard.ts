import { feedbackQuestions } from '../../domain/feedback.ts'
import { type FeedbackGiven, longestComment } from '../../domain/feedbackRules.ts'
import {
  askedAbout,
  askTitle,
  questionWords,
  ratingWords,
  thanks,
  whoSees,
} from '../../domain/feedbackWords.ts'
import type { FeedbackAsk } from '../../domain/ownMessages.ts'
import { type AdaptiveCard, type Execute, type InputChoiceSet, spokenCard } from './adaptiveCard.ts'
import { oneLine, ownWords, runs } from './cardText.ts'

/** What the press of the card is called on its way. */
export const feedbackPress = 'giveFeedback'

/** What was given and why it was not taken; the card comes back with it. */
export interface FeedbackDraft {
  readonly notice: string
  readonly given: FeedbackGiven
}

type Asked = Omit<FeedbackAsk, 'kind'>

/** The card that asks how a run was. It can be answered on it or, for those who rather do, in the browser. */
export function feedbackCard(ask: Asked, link: string, draft: FeedbackDraft | null = null): AdaptiveCard {
  const title = askTitle({ ...ask, courseTitle: oneLine(ask.courseTitle, 120) })
  return spokenCard(asking, [
    runs({ text: title, weight: 'Bolder', size: 'Medium' }),
    ownWords(`${askedAbout(ask.runDate)} ${whoSees}`.trim(), { isSubtle: true, spacing: 'Small' }),
    ...(draft ? [ownWords(draft.notice, { color: 'Attention' })] : []),
    ...feedbackQuestions.map(
      (question): InputChoiceSet => ({
        ...{
          type: 'Input.ChoiceSet',
          id: question,
          label: questionWords[ask.stage][question],
          style: 'compact',
        },
        placeholder: 'Choose, or leave out',
        ...(draft?.given[question] ? { value: String(draft.given[question]) } : {}),
        choices: ratingWords.map((words, index) => ({ title: words, value: String(index + 1) })),
      }),
    ),
    {
      ...{ type: 'Input.Text', id: 'comment', label: 'Anything else? (no names, please)', isMultiline: true },
      maxLength: longestComment,
      ...(draft?.given.comment ? { value: draft.given.comment } : {}),
    },
    {
      type: 'ActionSet',
      actions: [press(ask), { type: 'Action.OpenUrl', title: 'Answer in the browser', url: link }],
    },
  ])
}

/** What the card becomes once it was answered. */
export function answeredCard(ask: Pick<Asked, 'stage' | 'courseTitle'>, sentence = thanks): AdaptiveCard {
  const title = askTitle({ ...ask, courseTitle: oneLine(ask.courseTitle, 120) })
  return spokenCard(sentence, [runs({ text: title, weight: 'Bolder', size: 'Medium' }), ownWords(sentence)])
}

/** What is read out, and shown by clients without cards, may be read as Markdown: it names no course. */
const asking = 'You are asked how a course was. Open the chat to answer.'

/** A press as the channel delivers it; null when it is none of this card. Nothing in it is trusted. */
export function readFeedbackPress(
  data: unknown,
): { readonly word: string; readonly given: FeedbackGiven } | null {
  if (typeof data !== 'object' || data === null || Reflect.get(data, 'action') !== feedbackPress) return null
  const text = (name: string): string => {
    const value: unknown = Reflect.get(data, name)
    return typeof value === 'string' ? value : ''
  }
  const rating = (name: string) => (text(name) === '' ? null : Number(text(name)))
  return {
    word: text('word'),
    given: {
      ...{ useful: rating('useful'), applied: rating('applied'), recommend: rating('recommend') },
      comment: text('comment'),
    },
  }
}

function press({ word }: Pick<Asked, 'word'>): Execute {
  const data = { action: feedbackPress, word }
  const title = 'Send without my name'
  return {
    ...{ type: 'Action.Execute', title, verb: feedbackPress, data },
    fallback: { type: 'Action.Submit', title, data },
  }
}
