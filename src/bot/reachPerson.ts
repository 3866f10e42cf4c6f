import { isM365Error } from '../domain/m365Error.ts'
import type { Channel, Delivery } from '../usecases/ports.ts'
import { afterInstall, type Departure, departureOf, installVerdict } from './sendDecision.ts'

/** What became of an installation; `refused` is the organisation's last word. */
export type Installing = 'installed' | 'already' | 'refused' | 'not-now'

/** The ways to one person with one message. Each throws M365Error where it says so. */
export interface Ways {
  /** Sends the card in the chat; it does not throw for Teams' sake. */
  chat(): Promise<Delivery>
  /** Installs the app for the person. Throws M365Error. */
  install(): Promise<'installed' | 'already'>
  /** Puts a line in the activity feed. Throws M365Error. */
  notify(): Promise<void>
  /** Null where there is no mailbox to send from, or no address to send to. Throws M365Error. */
  readonly mail: (() => Promise<void>) | null
  /** Writes the channel into the ledger; false keeps the message back. Null: only the chat may be used. */
  readonly leaving: ((channel: Channel) => Promise<boolean>) | null
  wait(milliseconds: number): Promise<void>
}

/**
 * Sends a message by the first channel that takes it: the chat; the chat once the app is installed; the activity feed,
 * which needs the app as well; mail. A channel is left only when it has refused for good: where it is not known
 * whether the message left, nothing else is tried, so that nobody gets it twice.
 */
export async function reachPerson(ways: Ways): Promise<Delivery> {
  const first = await ways.chat()
  if (first.state !== 'unreachable') return first
  const installing = await install(ways)
  if (installing === 'not-now') return notNow('The app could not be installed for them just now')
  const second = installing === 'installed' ? await chatOfNewcomer(ways) : first
  if (second.state !== 'unreachable') return second
  if (ways.leaving === null) return second
  if (installing !== 'refused') {
    const line = await leave(ways.leaving, 'activity', () => ways.notify())
    if (line !== null) return line
  }
  const mail = ways.mail === null ? null : await leave(ways.leaving, 'mail', ways.mail)
  return mail ?? outOfReach(installing, ways.mail !== null)
}

async function install(ways: Ways): Promise<Installing> {
  try {
    return await ways.install()
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    return installVerdict(thrown.kind)
  }
}

/** Teams needs a moment until the bot may write to somebody for whom the app has just been installed. */
async function chatOfNewcomer(ways: Ways): Promise<Delivery> {
  for (let made = 1; ; made += 1) {
    const delivery = await ways.chat()
    const pause = delivery.state === 'unreachable' ? afterInstall(made) : null
    if (pause === null) return delivery
    await ways.wait(pause)
  }
}

/** Sends by a channel that cannot be asked afterwards; null when it refused for good, and the next may be tried. */
async function leave(
  leaving: (channel: Channel) => Promise<boolean>,
  channel: Exclude<Channel, 'teams'>,
  send: () => Promise<void>,
): Promise<Delivery | null> {
  if (!(await leaving(channel)))
    return notNow('The ledger could not be written, so nothing left by another way than the chat')
  try {
    await send()
    return { state: 'sent', conversation: '', activity: '', channel }
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    return settled(channel, departureOf(thrown.kind))
  }
}

const named = { activity: 'notification', mail: 'mail' } as const

function settled(channel: 'activity' | 'mail', departure: Departure): Delivery | null {
  if (departure === 'refused') return null
  if (departure === 'not-now') return notNow(`Microsoft 365 asked to wait before the ${named[channel]}`)
  return {
    state: 'unconfirmed',
    note: `Microsoft 365 did not answer, and it is not known whether the ${named[channel]} left. It is not sent again; ask them.`,
  }
}

const notNow = (what: string): Delivery => ({
  state: 'failed',
  note: `${what}. Nothing was sent; the next run tries again.`,
})

function outOfReach(installing: Installing, mailed: boolean): Delivery {
  const app =
    installing === 'already'
      ? 'they blocked the app in Teams'
      : 'the app is not installed for them and may not be'
  const mail = mailed
    ? 'and the mailbox of Follow-Through may not send to them'
    : 'and there is no mailbox to send from or no address to send to'
  return {
    state: 'unreachable',
    note: `Nobody reached them: ${app}, ${mail}. Nothing was sent; tell them yourself.`,
  }
}
