import type { BulletinOrder, BulletinReader } from '../domain/bulletinOrder.ts'
import { isM365Error } from '../domain/m365Error.ts'
import { bulletinRule } from '../domain/ownMessages.ts'
import { changeOutbox, isBulletin, readOutbox, service } from './bulletinOutbox.ts'
import { type BulletinPieces, readPieces } from './bulletinPieces.ts'
import { asSetting, readOrder } from './orderBulletin.ts'
import type { PaperPartStore, SettingStore, Stored } from './ports.ts'
import { ledgerPerson, type SendOnceDeps, type SentOnce, sendOnce } from './sendOnce.ts'
import type { TrainingMessenger } from './trainingPorts.ts'

export interface SendBulletinDeps extends SendOnceDeps {
  readonly settings: Pick<SettingStore, 'byKey' | 'create' | 'save'>
  readonly paperParts: Pick<PaperPartStore, 'ofPaper'>
  readonly messenger: TrainingMessenger
}

export interface SendBulletinRun {
  readonly run: string
  /** Asked before each message; false ends the run, and the next one goes on. */
  may(): Promise<boolean>
}

/** People after whom the order says how far it has got. */
const progressEvery = 10
const mostTrouble = 50

/**
 * Sends the bulletins that wait, each to everybody named in its order and to nobody twice. One person who cannot be
 * reached keeps nobody else waiting. Throws `M365Error`; the next run goes on.
 * @returns the orders that were gone through
 */
export async function sendBulletins(
  deps: SendBulletinDeps,
  control: SendBulletinRun,
): Promise<readonly BulletinOrder[]> {
  const done: BulletinOrder[] = []
  for (const key of ((await readOutbox(deps))?.keys ?? []).filter(isBulletin)) {
    const order = await sendBulletin(deps, key, control)
    if (order === 'stopped') break
    if (order) done.push(order)
    await changeOutbox(deps, (keys) => keys.filter((one) => one !== key), service)
    // Somebody may have had it sent again between the last mark and here: their order stays in the outbox.
    const now = await deps.settings.byKey(key)
    if (now && readOrder(now.value)?.state === 'waiting')
      await changeOutbox(deps, (keys) => [...keys, key], service)
  }
  return done
}

async function sendBulletin(
  deps: SendBulletinDeps,
  key: string,
  { run, may }: SendBulletinRun,
): Promise<BulletinOrder | 'stopped' | null> {
  const row = await deps.settings.byKey(key)
  const order = row && readOrder(row.value)
  if (!row || !order) return null
  const writer = progressWriter(deps, row, {
    ...order,
    state: 'sending',
    sent: 0,
    skipped: 0,
    failed: 0,
    trouble: [],
  })
  const pieces = await readPieces(deps, key).catch(nullWhereMissing)
  if (!pieces) {
    writer.add(
      { name: 'Everybody' },
      {
        state: 'failed',
        note: 'The bulletin cannot be read any more, so nothing was sent. Write a new one.',
      },
    )
    return writer.write('sent')
  }
  for (const [place, reader] of pieces.readers.entries()) {
    if (!(await may())) return 'stopped'
    writer.add(reader, await sendTo(deps, pieces, reader, run))
    if ((place + 1) % progressEvery === 0) await writer.write('sending')
  }
  return writer.write('sent')
}

function nullWhereMissing(thrown: unknown): null {
  if (!isM365Error(thrown, 'missing')) throw thrown
  return null
}

async function sendTo(
  deps: SendBulletinDeps,
  { bulletin }: BulletinPieces,
  to: BulletinReader,
  run: string,
): Promise<SentOnce> {
  const once = {
    ...{ key: `${bulletin.key}/${ledgerPerson(to)}`, rule: bulletinRule, to, day: bulletin.day, run },
    why: 'You are among those to whom the training bulletin goes.',
  }
  try {
    return await sendOnce(deps, once, (others, leaving) =>
      deps.messenger.tell(to, { kind: 'bulletin', bulletin }, others, leaving),
    )
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    return {
      state: 'failed',
      note: `The ledger could not be written, so nothing was sent. ${thrown.message}`,
    }
  }
}

function progressWriter(
  deps: SendBulletinDeps,
  given: Stored<ReturnType<typeof asSetting>>,
  begun: BulletinOrder,
) {
  let row = given
  let order = begun
  return {
    add({ name }: Pick<BulletinReader, 'name'>, { state, note }: SentOnce) {
      const counted = state === 'sent' || state === 'skipped' ? state : 'failed'
      const trouble =
        counted === 'failed' && order.trouble.length < mostTrouble
          ? [...order.trouble, { name, note }]
          : order.trouble
      order = { ...order, [counted]: order[counted] + 1, trouble }
    },
    /** Nobody else writes an order while it is being sent; where somebody did, what was sent counts. */
    async write(state: BulletinOrder['state']): Promise<BulletinOrder> {
      order = { ...order, state }
      const saved = await deps.settings.save(row, asSetting(order, service))
      row = saved.ok ? saved.row : saved.theirs
      if (!saved.ok) {
        const again = await deps.settings.save(row, asSetting(order, service))
        if (again.ok) row = again.row
      }
      return order
    },
  }
}
