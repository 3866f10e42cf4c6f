import { longestEditorial } from '../../../../../domain/bulletin.ts'
import {
  type BulletinAudience,
  type BulletinOrder,
  mostReaders,
  type OrderRefusal,
} from '../../../../../domain/bulletinOrder.ts'

/** Who is meant by each group. */
export const audienceWords: Readonly<Record<BulletinAudience, string>> = {
  'post-holders': 'Holders of posts and their deputies',
  learners: 'People with a booking in the last 90 days or to come',
  partners: 'Partners in the directory',
}

/** Why a bulletin was not given to the service. */
export const orderRefusals: Readonly<Record<OrderRefusal, string>> = {
  'not-yours': 'Only those who run courses send bulletins.',
  'no-reader': 'Choose to whom it goes.',
  'too-many': `A bulletin goes to ${mostReaders.toLocaleString('en-GB')} people at most.`,
  'not-an-address': 'One of the addresses cannot be one; mend it first.',
  'already-today': 'A bulletin went out today already. The next one can go tomorrow.',
  'editorial-long': `What you add may have ${longestEditorial.toLocaleString('en-GB')} characters.`,
}

/** So many people. */
export const sayPeople = (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`

/** How many messages go which way. */
export function sayWays(readers: readonly { readonly objectId: string }[]): string {
  const cards = readers.filter(({ objectId }) => objectId !== '').length
  const mails = readers.length - cards
  const parts = [
    cards > 0 ? `${cards} ${cards === 1 ? 'card' : 'cards'} in Teams` : '',
    mails > 0 ? `${mails} ${mails === 1 ? 'mail' : 'mails'}` : '',
  ].filter(Boolean)
  return parts.join(' and ')
}

/** How far a bulletin got. */
export function sayOrder(order: BulletinOrder): string {
  const { state, readers, sent, skipped, failed } = order
  const reached = sent + skipped
  if (state === 'waiting') return `Waiting for the service; it goes to ${sayPeople(readers)}.`
  if (state === 'sending') return `On its way: ${reached + failed} of ${readers}.`
  if (failed === 0) return `Sent to ${reached === readers && reached > 1 ? 'all ' : ''}${sayPeople(reached)}.`
  return `Sent to ${reached} of ${sayPeople(readers)}; ${failed} could not be reached.`
}
