import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Booking } from '../domain/booking.ts'
import type { SettingStore } from '../usecases/ports.ts'

/** The setting that holds what links to offers are signed with. Whoever may read the site may answer for partners. */
export const offerSecretKey = 'training/offer-links'

/** Makes and reads the links under which people without an account answer an offer. */
export interface OfferLinks {
  /** Good for one offer of one booking: it ends with it. Throws `M365Error`. */
  of(booking: Booking): Promise<string>
  /** Key of the booking that the parts of an address name; null when they were not made here. Throws `M365Error`. */
  bookingOf(named: string): string | null
  isFor(booking: Booking, word: string): Promise<boolean>
}

/** @param origin where the service is reached in a browser */
export function offerLinks(
  settings: () => Promise<Pick<SettingStore, 'byKey' | 'create'>>,
  origin: string,
): OfferLinks {
  let known: Promise<string> | null = null
  const secret = () => {
    known ??= secretOf(settings).catch((thrown: unknown) => {
      known = null
      throw thrown
    })
    return known
  }
  const wordFor = async ({ key, offerUntil }: Booking) =>
    createHmac('sha256', await secret())
      .update(`${key}|${offerUntil}`)
      .digest('base64url')
  return {
    of: async (booking) => {
      const name = Buffer.from(booking.key, 'utf8').toString('base64url')
      return `${origin}/offer/${name}/${await wordFor(booking)}`
    },
    bookingOf: (named) =>
      /^[\w-]{1,400}$/.test(named) ? Buffer.from(named, 'base64url').toString('utf8') : null,
    isFor: async (booking, word) => {
      const [given, wanted] = [Buffer.from(word), Buffer.from(await wordFor(booking))]
      return given.length === wanted.length && timingSafeEqual(given, wanted)
    },
  }
}

/** Made once; whichever instance is first, all use the one that is stored. */
async function secretOf(settings: () => Promise<Pick<SettingStore, 'byKey' | 'create'>>): Promise<string> {
  const store = await settings()
  const there = await store.byKey(offerSecretKey)
  if (there) return there.value.value
  const value = randomBytes(32).toString('base64url')
  const changed = { changedBy: 'follow-through', changedByName: 'Follow-Through' }
  return (await store.create({ key: offerSecretKey, value, ...changed })).row.value.value
}
