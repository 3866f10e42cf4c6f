import { useEffect } from 'react'
import type { BulletinOrder } from '../../../../../domain/bulletinOrder.ts'
import { readOrder } from '../../../../../usecases/orderBulletin.ts'
import { useRows } from '../../../../ui/rows.tsx'
import { useServices } from '../../../../ui/services.tsx'

/** Milliseconds between two looks while a bulletin is on its way. */
const lookEvery = 3_000

/** The bulletins that were sent or are on their way, the newest first. */
export function useOrders() {
  const services = useServices()
  const settings = useRows('settings', services.settings)
  const orders: readonly BulletinOrder[] = (settings.held?.rows ?? [])
    .flatMap(({ value }) => readOrder(value) ?? [])
    .sort((a, b) => b.day.localeCompare(a.day))
  const onTheWay = orders.some(({ state }) => state !== 'sent')
  const { refresh } = settings
  useEffect(() => {
    if (!onTheWay) return undefined
    const timer = setInterval(refresh, lookEvery)
    return () => clearInterval(timer)
  }, [onTheWay, refresh])
  return { settings, orders, refresh }
}
