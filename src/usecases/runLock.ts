import type { Instant } from '../domain/calendarDays.ts'
import { isM365Error } from '../domain/m365Error.ts'
import type { Setting } from '../domain/setting.ts'
import type { Clock, SettingStore, Stored } from './ports.ts'

/** The setting that says which instance is sending reminders. */
export const runLockKey = 'reminder-run/lock'

/** Milliseconds for which an instance that says nothing more still counts as running. */
export const leaseTime = 10 * 60_000
/** Milliseconds after which a running instance says again that it is there. */
const renewAfter = 60_000
/** A card is begun only when so many milliseconds of the lease are left: longer than one card can take. */
const leastLeft = 5 * 60_000

export interface LockDeps {
  readonly settings: Pick<SettingStore, 'byKey' | 'create' | 'save'>
  readonly clock: Pick<Clock, 'now'>
  /** A name of this process that no other has. */
  readonly process: string
  /** Whether a process is known to have ended. False when that cannot be known. */
  isGone(process: string): boolean
}

/** The right to send, for as long as it is renewed. */
export interface Lease {
  /** Renews where that is due; false when another instance may have taken over, and nothing more may be begun. */
  keep(): Promise<boolean>
  /** Gives the right back; a failure only makes the next run wait. */
  release(): Promise<void>
}

export type LockAnswer =
  | { readonly ok: true; readonly lease: Lease }
  | { readonly ok: false; readonly until: Instant }

interface Held {
  readonly run: string
  readonly process: string
  readonly until: Instant
}

/**
 * Takes the right to send reminders. To a run, a claim that it finds in the ledger is one that broke off, so two
 * instances must not run at the same time: whoever holds the lock is the only one.
 * @throws M365Error when the lock cannot be read or written
 */
export async function takeRunLock(deps: LockDeps, run: string): Promise<LockAnswer> {
  const now = await deps.clock.now()
  const mine: Held = { run, process: deps.process, until: later(now, leaseTime) }
  let row = (await deps.settings.byKey(runLockKey)) ?? (await firstLock(deps, mine))
  for (let attempt = 1; ; attempt += 1) {
    const there = readHeld(row.value)
    if (there?.run === run) return { ok: true, lease: leaseOf(deps, row, mine) }
    if (there !== null && (attempt > mostAttempts || isLive(deps, there, now)))
      return { ok: false, until: there.until }
    const saved = await deps.settings.save(row, asSetting(mine))
    if (saved.ok) return { ok: true, lease: leaseOf(deps, saved.row, mine) }
    // Whoever was faster may only have given it back.
    row = saved.theirs
  }
}

/** Milliseconds between two looks at a lock that another instance holds, and how often it is looked at. */
const lookAgain = { after: 15_000, times: 20 }

/**
 * Does a piece of work as the only one that sends. A run of another instance is waited for, for some minutes.
 * @param work is handed what to ask before each message: false means that another instance may have taken over
 * @returns false when the other instance kept running, and nothing was done
 * @throws M365Error when the lock cannot be read or written, and whatever the work throws
 */
export async function underRunLock(
  deps: Omit<LockDeps, 'process' | 'isGone'> & {
    readonly instance: Pick<LockDeps, 'process' | 'isGone'>
    wait(milliseconds: number): Promise<void>
  },
  run: string,
  work: (may: Lease['keep']) => Promise<void>,
): Promise<boolean> {
  for (let look = 1; look <= lookAgain.times; look += 1) {
    const lock = await takeRunLock({ ...deps, ...deps.instance }, run)
    if (lock.ok) {
      await work(() => lock.lease.keep()).finally(() => lock.lease.release())
      return true
    }
    await deps.wait(lookAgain.after)
  }
  return false
}

/** Attempts to take a lock that others keep giving back. */
const mostAttempts = 3

async function firstLock(deps: LockDeps, mine: Held): Promise<Stored<Setting>> {
  return (await deps.settings.create(asSetting(mine))).row
}

/** Runs of one process wait for one another, so a lock of our own process is one that was left behind. */
function isLive(deps: LockDeps, { until, process }: Held, now: Instant): boolean {
  return until > now && process !== deps.process && !deps.isGone(process)
}

function leaseOf(deps: LockDeps, taken: Stored<Setting>, held: Held): Lease {
  let row = taken
  let until = held.until
  let lost = false
  const write = async (end: Instant): Promise<boolean> => {
    try {
      const saved = await deps.settings.save(row, asSetting({ ...held, until: end }))
      if (saved.ok) {
        row = saved.row
        until = end
      } else lost = readHeld(saved.theirs.value)?.run !== held.run
      return saved.ok
    } catch (thrown) {
      if (!isM365Error(thrown)) throw thrown
      return false
    }
  }
  return {
    async keep() {
      const now = await deps.clock.now()
      const left = () => Date.parse(until) - Date.parse(now)
      if (!lost && left() < leaseTime - renewAfter) await write(later(now, leaseTime))
      return !lost && left() > leastLeft
    },
    async release() {
      if (!lost) await write(later(held.until, -leaseTime))
    },
  }
}

const later = (moment: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(moment) + milliseconds).toISOString()

const asSetting = (held: Held): Setting => ({
  key: runLockKey,
  value: JSON.stringify(held),
  changedBy: 'follow-through',
  changedByName: 'Follow-Through',
})

/** A lock that cannot be understood holds nobody up. */
function readHeld(setting: Setting): Held | null {
  try {
    const { run, process, until } = JSON.parse(setting.value)
    return [run, process, until].every((one) => typeof one === 'string') ? { run, process, until } : null
  } catch {
    return null
  }
}
