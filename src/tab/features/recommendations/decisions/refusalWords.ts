import type { DecisionRefusal } from '../../../../domain/decide.ts'
import type { Post } from '../../../../domain/post.ts'
import type { Recommendation } from '../../../../domain/recommendation.ts'

const sentences: Readonly<Record<Exclude<DecisionRefusal, 'not-your-item'>, string>> = {
  'secretary-only': 'Only the board secretary or an administrator may decide this.',
  'not-the-second-person':
    'The second person has to answer for more than this work: the head of its unit, the holder of another post, or the board secretary.',
  'own-request': 'You asked for this; somebody else has to answer it.',
  'nothing-changed': 'This is what it says already.',
  'no-reason': 'Say why. The reason goes into the history.',
  'too-long': 'Shorten this text.',
  'not-a-date': 'Choose a day that exists.',
  'date-in-past': 'This day is already past.',
  'date-in-future': 'This day has not come yet.',
  'not-later': 'This day is not later than the deadline now.',
  'date-implausible': 'This day is too far away to be meant.',
  'due-before-published': 'The report was not published yet on that day.',
  'no-date-or-event': 'Choose a date, or name the event that is awaited.',
  'date-and-event': 'It is either a date or an event.',
  'unclear-purpose': 'Write the purpose without square brackets, quotation marks or further dates.',
  'no-such-entry': 'This entry is not in the due history any more.',
  'already-met': 'This one is marked as met already.',
  'already-reported': 'This board was told already.',
  'no-board': 'Name the board.',
  'no-title': 'Give it a title, so that people know what they open.',
  'not-a-link': 'Use a full address that begins with https:// or http://.',
  'already-evidence': 'This address is in the evidence already.',
  'no-such-evidence': 'This evidence is not there any more.',
  'green-needs-evidence': 'A green row needs at least one piece of evidence: add another one first.',
  'no-evidence': 'Add evidence first: something that shows that it was done.',
  'already-green': 'It is green already.',
  'already-asked': 'It has been asked for already; somebody else has to answer it.',
  'not-asked': 'Nobody has asked for it.',
  'demonstration-running': 'It is held for a demonstration period that is not over yet.',
  'is-closed': 'It is closed. Open it again first.',
  'reopen-first': 'It is settled. Open it again first.',
  'not-settled': 'It is open already.',
  'no-closed-reason': 'Choose why it ends without being implemented.',
  'no-counterparty': 'Name the body that it waits for.',
  'no-product': 'Say what that body is to deliver.',
  'no-next-chase': 'Choose the day on which to ask again.',
  'chase-in-past': 'Choose a later day for asking again.',
  'not-white': 'This is for rows that are WHITE: those that wait for another body.',
  'not-red': 'This is for rows that are RED.',
  'no-such-post': 'This post is not in the Posts list.',
  'no-such-element': 'This part is not there any more.',
  'no-text': 'Write what is asked.',
  'part-missing':
    'A numbered part that has a status or a comment of its own has to stay in the text, under its number.',
  'links-to-itself': 'A row cannot be linked to itself.',
  'already-linked': 'This link is there already.',
  'no-such-requirement': 'Choose the training that it rests on.',
  'not-per-cent': 'Write a whole number from 1 to 100.',
  'cover-not-reached':
    'It rests on training whose cover is not reached, or has not been counted yet: green is held back until it is.',
  'no-such-link': 'This link is not there any more.',
}

/** A decision that was refused, as a sentence beside the field or the button. */
export function sayDecisionRefusal(
  code: DecisionRefusal,
  row: Pick<Recommendation, 'ownerPost'>,
  posts: ReadonlyMap<string, Post>,
): string {
  if (code !== 'not-your-item') return sentences[code]
  const post = posts.get(row.ownerPost ?? '')
  return post
    ? `Only the holder of ${post.title} or the board secretary may decide this.`
    : 'No post owns this row yet, so only the board secretary may decide this.'
}
