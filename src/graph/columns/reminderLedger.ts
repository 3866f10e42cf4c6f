import type { Channel, LedgerState } from '../../usecases/ports.ts'
import { choice, declareList, instant, note, text } from './columnTypes.ts'

const states = [
  'claimed',
  'sent',
  'unreachable',
  'failed',
  'unconfirmed',
  'cancelled',
] as const satisfies readonly LedgerState[]

const channels = ['teams', 'activity', 'mail'] as const satisfies readonly Channel[]

/** What was promised to whom. The unique key is what keeps a reminder from being sent twice. */
export const reminderLedgerList = declareList(
  'ReminderLedger',
  'Every reminder: for what, to whom, and what became of it.',
  {
    Person: text('Entra object id of the person reminded.', { indexed: true }),
    PersonName: text('Name of the person reminded.'),
    Recommendation: text('Key of the recommendation.', { indexed: true }),
    RecommendationRef: text('List item of the recommendation.'),
    Rule: text('The rule under which it was sent.'),
    Deadline: text('The deadline it is about, YYYY-MM-DD.'),
    State: choice('How far it got.', states, { indexed: true }),
    ClaimedAt: instant('When it was claimed.'),
    SentAt: instant('When it was sent; empty before.'),
    Conversation: note('The chat it was sent in.'),
    Activity: note('The message it was sent as.'),
    Remark: note('Why it could not be sent.'),
    Run: text('The run that claimed it; all that one run sends a person is on one card.'),
    ForDay: text('The day that the card was made for, YYYY-MM-DD.', { indexed: true }),
    ProgressSeen: text('Fingerprint of the progress note that the card was made from.'),
    Channel: choice('How it went out; before it leaves where the channel cannot be asked.', channels),
    Why: note('Why the person was told.'),
    AcknowledgedAt: instant('When the person acknowledged it on the card.'),
    NotMineAt: instant('When the person said on the card that the row is not theirs.'),
    NotMineOn: text('The day of that, YYYY-MM-DD.', { indexed: true }),
    NotMineWhose: note('Whose it is, in their words.'),
  },
)
