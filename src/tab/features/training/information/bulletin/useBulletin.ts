import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { composeBulletin } from '../../../../../domain/bulletin.ts'
import {
  type BulletinAudience,
  type BulletinOrder,
  notAddresses,
  type OrderRefusal,
  readersOf,
} from '../../../../../domain/bulletinOrder.ts'
import { addDays, isIsoDate } from '../../../../../domain/calendarDays.ts'
import { orderBulletin } from '../../../../../usecases/orderBulletin.ts'
import { useAnnounce } from '../../../../ui/announcer.tsx'
import { asError } from '../../../../ui/asError.ts'
import { useRows } from '../../../../ui/rows.tsx'
import { useServices, useToday } from '../../../../ui/services.tsx'
import { forgetTyped, keepTyped, readTyped } from '../../../../ui/typedText.ts'
import { useCatalogueRows } from '../useCatalogueRows.ts'

/** Days before today whose changes the first bulletin tells. */
const firstLook = 28
/** Days after which somebody with a booking no longer counts as a learner. */
const learnersFor = 90

const typedName = 'bulletin'
const nothingTyped = { editorial: '', addresses: '', since: '', audiences: 'post-holders,learners' }

/** The bulletin as it is being written, whom it goes to, and its sending. */
export function useBulletin(orders: readonly BulletinOrder[], onOrdered: () => void) {
  const services = useServices()
  const { posts, contacts, bookings, me } = services
  const today = useToday()
  const announce = useAnnounce()
  const { courses, runs } = useCatalogueRows()
  const postRows = useRows('posts', posts)
  const contactRows = useRows('contacts', contacts)
  const learners = useQuery({
    queryKey: ['training', 'learners', today],
    queryFn: () => bookings.onOrAfter(addDays(today, -learnersFor)),
  })
  const last = orders[0]?.day ?? addDays(today, -firstLook)
  const [typed, setTyped] = useState(() => ({
    ...nothingTyped,
    ...(readTyped(me.objectId, typedName) ?? {}),
  }))
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<OrderRefusal | Error | null>(null)
  const since = isIsoDate(typed.since) && typed.since <= today ? typed.since : last
  const { editorial, addresses } = typed
  const bulletin = useMemo(
    () => composeBulletin({ courses, runs }, { day: today, since, editorial }),
    [courses, runs, today, since, editorial],
  )
  const audiences = typed.audiences.split(',').filter(Boolean) as BulletinAudience[]
  const people = {
    posts: (postRows.held?.rows ?? []).map(({ value }) => value),
    contacts: (contactRows.held?.rows ?? []).map(({ value }) => value),
    learners: (learners.data?.rows ?? [])
      .filter(({ value }) => value.person !== '')
      .map(({ value }) => ({ objectId: value.person, name: value.personName, address: value.address })),
  }
  const readers = readersOf(people, audiences, notAddresses(addresses).length === 0 ? addresses : '')
  const set = (name: keyof typeof typed, value: string) => {
    const next = { ...typed, [name]: value }
    setTyped(next)
    setRefused(null)
    keepTyped(me.objectId, typedName, next)
  }
  const send = async (): Promise<boolean> => {
    if (sending) return false
    setSending(true)
    setRefused(null)
    try {
      const outcome = await orderBulletin(services, { bulletin, readers, typed: addresses, actor: me })
      if (!outcome.ok) setRefused(outcome.code)
      else {
        forgetTyped(me.objectId, typedName)
        setTyped(nothingTyped)
        announce('The bulletin is on its way.')
        onOrdered()
      }
      return outcome.ok
    } catch (thrown) {
      setRefused(asError(thrown))
      return false
    } finally {
      setSending(false)
    }
  }
  return {
    ...{ typed, set, since, bulletin, audiences, readers, send, sending, refused },
    wrongAddresses: notAddresses(addresses),
    sizes: {
      'post-holders': readersOf(people, ['post-holders'], '').length,
      learners: readersOf(people, ['learners'], '').length,
      partners: readersOf(people, ['partners'], '').length,
    },
    alreadyToday: orders.some(({ day }) => day === today),
    toggle: (audience: BulletinAudience, on: boolean) =>
      set(
        'audiences',
        (on ? [...audiences, audience] : audiences.filter((one) => one !== audience)).join(','),
      ),
  }
}

export type BulletinDraft = ReturnType<typeof useBulletin>
