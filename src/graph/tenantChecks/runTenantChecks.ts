import { type Ask, idOf, inShort, refusalOf } from './ask.ts'
import { listChecks, temporaryColumns } from './listChecks.ts'
import { mailboxChecks } from './mailboxChecks.ts'
import { teamsChecks } from './teamsChecks.ts'
import { type Asks, type CheckPlace, type Finding, NotTried, type TenantCheck } from './tenantCheck.ts'

/** Where the checks run and on whose behalf. */
export interface ChecksIn extends Asks {
  /** `/sites/{id}` */
  readonly site: string
  /** The events of the calendar to use as a path; null for none. */
  readonly eventsPath: string | null
  /** Somebody who agreed to get the messages of the checks; null for nobody. */
  readonly sendTo: string | null
  readonly tenantId: string
  readonly clientId: string
  readonly teamsAppId: string
  /** Aborted when the person at the terminal wants to stop. */
  readonly signal: AbortSignal
}

export interface ChecksOutcome {
  readonly findings: readonly Finding[]
  /** What could not be removed, as sentences. */
  readonly left: readonly string[]
  /** True when it was stopped before the last check. */
  readonly stopped: boolean
}

const tenantChecks: readonly TenantCheck[] = [...listChecks, ...mailboxChecks, ...teamsChecks].sort(
  (one, other) => one.number - other.number,
)

/**
 * Looks in a tenant whether Microsoft 365 is as the product takes it to be. It works in a list of its own, which is
 * removed at the end with everything else that was made, also after a failure and when it is stopped.
 * @param tell is told each finding as soon as it is there
 */
export async function runTenantChecks(where: ChecksIn, tell: (one: Finding) => void): Promise<ChecksOutcome> {
  const removals: { readonly what: string; readonly remove: Removal }[] = []
  const findings: Finding[] = []
  try {
    const place = await openPlace(where, (what, remove) => removals.push({ what, remove }))
    for (const check of tenantChecks) {
      const finding = await look(check, place)
      if (where.signal.aborted) break
      findings.push(finding)
      tell(finding)
    }
  } catch (thrown) {
    await removeAll(where, removals)
    throw thrown
  }
  return { findings, left: await removeAll(where, removals), stopped: where.signal.aborted }
}

type Removal = Parameters<CheckPlace['undo']>[1]

/** What was made last goes first. A removal that fails does not keep the others from being tried. */
async function removeAll(
  where: ChecksIn,
  removals: readonly { readonly what: string; readonly remove: Removal }[],
): Promise<string[]> {
  const left: string[] = []
  for (const { what, remove } of removals.toReversed()) {
    const problem = await remove(where).then(
      (reply) => (isRefusal(reply) ? inShort(reply) : null),
      (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
    )
    if (problem !== null) left.push(`${what} could not be removed (${problem}). Remove it by hand.`)
  }
  return left
}

function isRefusal(reply: unknown): reply is Awaited<ReturnType<Ask>> {
  const status = typeof reply === 'object' && reply !== null && 'status' in reply ? reply.status : 0
  return typeof status === 'number' && status >= 400 && status !== 404
}

async function openPlace(where: ChecksIn, undo: CheckPlace['undo']): Promise<CheckPlace> {
  const stoppable = (ask: Ask): Ask => {
    return (...request) => {
      where.signal.throwIfAborted()
      return ask(...request)
    }
  }
  const list = await temporaryList(where, undo)
  return {
    ...where,
    app: stoppable(where.app),
    setup: stoppable(where.setup),
    calendar: stoppable(where.calendar),
    bot: stoppable(where.bot),
    undo,
    list: () => orNotTried(list.path, list.trouble),
    events: () =>
      orNotTried(where.eventsPath, 'There is no calendar to use: set FT_MAILBOX or FT_CHECK_TOKEN.'),
    recipient: () =>
      orNotTried(where.sendTo, 'It sends messages: name somebody who agreed with --send-to ADDRESS.'),
  }
}

function orNotTried(value: string | null, why: string): string {
  if (value !== null) return value
  throw new NotTried(why)
}

async function temporaryList(
  where: ChecksIn,
  undo: CheckPlace['undo'],
): Promise<{ readonly path: string | null; readonly trouble: string }> {
  const displayName = `Follow-Through check ${crypto.randomUUID().slice(0, 8)}`
  const made = await where.setup('POST', `${where.site}/lists`, {
    body: { displayName, columns: temporaryColumns, list: { template: 'genericList' } },
  })
  const id = idOf(made)
  const path = `${where.site}/lists/${id}`
  if (id !== null) undo(`The list "${displayName}"`, () => where.setup('DELETE', path))
  return {
    path: id === null ? null : path,
    trouble: `The temporary list could not be created (${inShort(made)}: ${refusalOf(made).message}).`,
  }
}

async function look(check: TenantCheck, place: CheckPlace): Promise<Finding> {
  const { number, name, assumed } = check
  try {
    const { seen, agrees, note = '' } = await check.look(place)
    return { number, name, assumed, seen, agrees, note }
  } catch (thrown) {
    const note = thrown instanceof Error ? thrown.message : String(thrown)
    return { number, name, assumed, seen: 'not tried', agrees: null, note }
  }
}
