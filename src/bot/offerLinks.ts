import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Booking } from '../domain/booking.ts'
import type { BookingStore } from '../usecases/trainingPorts.ts'

/** Makes and reads the links under which people without an account answer an offer. */
export interface OfferLinks {
  /**
   * A link that is good for one offer of one booking and ends with it; empty when the booking is being changed by
   * others all the time. Throws `M365Error`.
   */
  of(booking: Pick<Booking, 'key'>): Promise<string>
  /** Key of the booking that the parts of an address name; null when they were not made here. */
  bookingOf(named: string): string | null
  isFor(booking: Pick<Booking, 'offerUntil' | 'answerWords'>, word: string): boolean
}

const triesOverOthers = 3
/** Words of a booking that are kept: a mail that could not be handed over is written again with another word. */
const mostWords = 5

/**
 * Each link carries a word that nobody but its reader is given: the booking keeps only the hash of it, so that nobody
 * who may read the lists can answer in another's place.
 * @param origin where the service is reached in a browser
 */
export function offerLinks(
  bookings: () => Promise<Pick<BookingStore, 'byKey' | 'save'>>,
  origin: string,
): OfferLinks {
  return {
    async of({ key }) {
      const word = randomBytes(24).toString('base64url')
      const name = Buffer.from(key, 'utf8').toString('base64url')
      return (await keepWord(await bookings(), key, word)) ? `${origin}/offer/${name}/${word}` : ''
    },
    bookingOf: (named) =>
      /^[\w-]{1,400}$/.test(named) ? Buffer.from(named, 'base64url').toString('utf8') : null,
    isFor({ offerUntil, answerWords = [] }, word) {
      const given = Buffer.from(hashOf(word, offerUntil))
      return answerWords.some((one) => {
        const kept = Buffer.from(one)
        return kept.length === given.length && timingSafeEqual(kept, given)
      })
    },
  }
}

const hashOf = (word: string, offerUntil: Booking['offerUntil']) =>
  createHash('sha256').update(`${word}|${offerUntil}`).digest('base64url')

async function keepWord(
  bookings: Pick<BookingStore, 'byKey' | 'save'>,
  key: string,
  word: string,
): Promise<boolean> {
  for (let tries = 0; tries < triesOverOthers; tries += 1) {
    const row = await bookings.byKey(key)
    if (!row) return false
    const { answerWords = [], offerUntil } = row.value
    const words = [...answerWords, hashOf(word, offerUntil)].slice(-mostWords)
    if ((await bookings.save(row, { ...row.value, answerWords: words })).ok) return true
  }
  return false
}
