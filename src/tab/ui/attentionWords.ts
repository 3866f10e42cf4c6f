import type { Attention, AttentionCode } from '../../domain/attention.ts'
import type { Divergence, SuggestionReason } from '../../domain/statusSuggestion.ts'

const attentions: Readonly<Record<AttentionCode, string>> = {
  'no-next-date': 'A milestone was met and there is no next date, though it is not done.',
  'no-deadline': 'No deadline has been set yet.',
  'no-owner': 'No post owns it.',
  'vacant-owner': 'The owning post is vacant.',
  'unknown-owner': 'The owning post is not in the Posts list.',
  'white-without-counterparty': 'It waits, but it does not say for which body.',
  'white-without-product': 'It does not say what the other body is to deliver.',
  'white-without-next-chase': 'No day is set for asking the other body again.',
  'chase-due': 'The other body is to be asked again.',
  'white-for-years': 'It has been waiting for more than a year past its deadline.',
  'red-without-rationale': 'It is RED and gives no rationale.',
  'green-without-evidence': 'It is green without any evidence.',
  'green-without-sign-off': 'It is green without a second person’s sign-off.',
  'cover-fell': 'It is green, and the training that it rests on has fallen below what is asked for.',
  'sign-off-waiting': 'Its sign-off waits for a second person.',
  'demonstration-over': 'Its demonstration period is over: it can be confirmed as GREEN.',
  'demonstration-not-agreed': 'Its demonstration period is over, but nobody has agreed that it is done.',
  'aligned-deadlines-differ': 'Its deadline differs from one that it is aligned with.',
  'depends-on-open-row': 'It depends on a recommendation that is still open.',
  'applies-undecided': 'Nobody has decided yet whether it applies to the force.',
  'inspectorate-behind': 'The force says that it is done; the inspectorate has not said so yet.',
  'inspectorate-disagrees': 'The inspectorate says that it is complete; here it is still open.',
}

/** One thing to see to, as a sentence; says for how long where that is known. */
export function sayAttention({ code, days }: Attention): string {
  const sentence = attentions[code]
  if (days === undefined || days === 0) return sentence
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days).toLocaleString('en-GB')} days`
  return `${sentence.replace(/\.$/, '')} (${count}).`
}

const reasons: Readonly<Record<SuggestionReason, string>> = {
  'deadline-missed': 'its deadline has passed',
  'earlier-deadline-missed': 'an earlier deadline was missed, and a new date does not clear that',
  'extended-twice': 'its deadline was moved twice or more',
  'rationale-given': 'a rationale for RED is given',
  'nothing-missed': 'no deadline was missed and no rationale is given',
  'all-elements-done': 'all of its parts are done',
  'element-not-done': 'not all of its parts are done',
  'demonstration-passed': 'its sign-off is agreed and the demonstration period is over',
  'comment-lacks-evidence': 'nothing shows that it was done',
  'later-date-in-comment': 'its comment speaks of a date still to come',
  'work-continues': 'its comment says that work continues',
  'waits-for-another-body': 'it waits for another body',
  'cover-fell': 'the training that it rests on has fallen',
  'within-deadline': 'its deadline has not passed',
}

/** Where the status that people gave and the one that the rules suggest part, as a sentence. */
export function sayDivergence({ asserted, suggested, reasons: why }: Divergence): string {
  const list = new Intl.ListFormat('en-GB').format(why.map((reason) => reasons[reason]))
  return `It is ${asserted}. The rules suggest ${suggested}${list ? `, because ${list}` : ''}. People decide; nothing is changed by itself.`
}
