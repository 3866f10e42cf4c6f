import { type Bulletin, longestEditorial } from '../domain/bulletin.ts'
import {
  type BulletinOrder,
  type BulletinReader,
  mostReaders,
  notAddresses,
  type OrderRefusal,
} from '../domain/bulletinOrder.ts'
import { mayRunCourses, type Person } from '../domain/roles.ts'
import type { Setting } from '../domain/setting.ts'
import { changeOutbox } from './bulletinOutbox.ts'
import { keepPieces } from './bulletinPieces.ts'
import type { Clock, PaperPartStore, SettingStore } from './ports.ts'

export interface OrderDeps {
  readonly settings: Pick<SettingStore, 'byKey' | 'create' | 'save'>
  readonly paperParts: Pick<PaperPartStore, 'createMany'>
  readonly clock: Pick<Clock, 'now'>
}

export type OrderOutcome =
  | { readonly ok: true; readonly order: BulletinOrder }
  | { readonly ok: false; readonly code: OrderRefusal }

/**
 * Gives a bulletin to the service, exactly as it was previewed and to exactly the people who were named. Throws
 * `M365Error`; nothing is sent then, and ordering again goes on where it broke off.
 * @param typed the addresses that were typed, as they were typed
 */
export async function orderBulletin(
  deps: OrderDeps,
  input: {
    readonly bulletin: Bulletin
    readonly readers: readonly BulletinReader[]
    readonly typed: string
    readonly actor: Person
  },
): Promise<OrderOutcome> {
  const { bulletin, readers, typed, actor } = input
  if (!mayRunCourses(actor)) return { ok: false, code: 'not-yours' }
  if (notAddresses(typed).length > 0) return { ok: false, code: 'not-an-address' }
  if (readers.length === 0) return { ok: false, code: 'no-reader' }
  if (readers.length > mostReaders) return { ok: false, code: 'too-many' }
  if (bulletin.editorial.length > longestEditorial) return { ok: false, code: 'editorial-long' }
  const before = await deps.settings.byKey(bulletin.key)
  if (before) return alreadyOrdered(deps, before.value, actor)
  await keepPieces(deps, bulletin.key, { bulletin, readers })
  const order: BulletinOrder = {
    ...{ key: bulletin.key, day: bulletin.day, orderedAt: await deps.clock.now(), orderedBy: actor.name },
    ...{ readers: readers.length, state: 'waiting', sent: 0, skipped: 0, failed: 0, trouble: [] },
  }
  const { row, already } = await deps.settings.create(asSetting(order, actor))
  if (already) return alreadyOrdered(deps, row.value, actor)
  await putInOutbox(deps, order.key, actor)
  return { ok: true, order }
}

/** An order that broke off before it was in the outbox would wait for ever; there twice is there once. */
async function alreadyOrdered(
  deps: Pick<OrderDeps, 'settings'>,
  there: Setting,
  actor: Person,
): Promise<OrderOutcome> {
  if (readOrder(there)?.state === 'waiting') await putInOutbox(deps, there.key, actor)
  return { ok: false, code: 'already-today' }
}

/** Lets the service try again whom it did not reach. Whoever has the bulletin does not get it again. */
export async function sendAgain(
  deps: Pick<OrderDeps, 'settings'>,
  { key, actor }: { readonly key: string; readonly actor: Person },
): Promise<boolean> {
  if (!mayRunCourses(actor)) return false
  const row = await deps.settings.byKey(key)
  const order = row && readOrder(row.value)
  if (!row || order?.state !== 'sent' || order.failed === 0) return false
  const next: BulletinOrder = { ...order, state: 'waiting', failed: 0, trouble: [] }
  const saved = await deps.settings.save(row, asSetting(next, actor))
  if (saved.ok) await putInOutbox(deps, key, actor)
  return saved.ok
}

/** An order as a setting. */
export function asSetting(
  order: BulletinOrder,
  by: { readonly objectId: string; readonly name: string },
): Setting {
  return { key: order.key, value: JSON.stringify(order), changedBy: by.objectId, changedByName: by.name }
}

/** Reads an order; null when the setting is none. */
export function readOrder({ key, value }: Setting): BulletinOrder | null {
  if (!/^bulletin\/\d{4}-\d{2}-\d{2}$/.test(key)) return null
  try {
    const order: unknown = JSON.parse(value)
    return isOrder(order) ? order : null
  } catch {
    return null
  }
}

function isOrder(value: unknown): value is BulletinOrder {
  if (typeof value !== 'object' || value === null) return false
  const words = ['key', 'day', 'orderedAt', 'orderedBy', 'state']
  const numbers = ['readers', 'sent', 'skipped', 'failed']
  return (
    words.every((name) => typeof Reflect.get(value, name) === 'string') &&
    numbers.every((name) => typeof Reflect.get(value, name) === 'number') &&
    Array.isArray(Reflect.get(value, 'trouble'))
  )
}

const putInOutbox = (deps: Pick<OrderDeps, 'settings'>, key: string, actor: Person) =>
  changeOutbox(deps, (keys) => [...keys, key], actor)
