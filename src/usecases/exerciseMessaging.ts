import type { ExerciseMessage } from '../domain/exerciseMessages.ts'
import type { Addressee, ArrivedCard, Channel, Delivery, Messenger } from './ports.ts'

/** Tells people about exercises. It never throws for one person's sake. */
export interface ExerciseMessenger extends Pick<Messenger, 'arrivedSince'> {
  /**
   * By the first channel that takes it: the chat, the activity feed, mail; people without an account by mail alone.
   * @param leaving is told before the message leaves by a channel that cannot be asked afterwards; false keeps it back
   */
  tell(
    to: Addressee,
    message: ExerciseMessage,
    others: readonly ArrivedCard[],
    leaving: (channel: Channel) => Promise<boolean>,
  ): Promise<Delivery>
}
