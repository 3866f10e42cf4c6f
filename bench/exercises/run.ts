import type { Exercise } from '../../src/domain/exercise.ts'
import { defaultInvitation } from '../../src/domain/invitationTemplate.ts'
import { graphCalendars } from '../../src/graph/calendar.ts'
import { createGraphClient } from '../../src/graph/client.ts'
import { exerciseStore } from '../../src/graph/lists/exercises.ts'
import { siteByPath } from '../../src/graph/site.ts'
import { inviteMany } from '../../src/usecases/inviteMany.ts'
import type { InviteDeps } from '../../src/usecases/inviteToExercise.ts'
import { VirtualTime } from '../reminders/virtualTime.ts'
import { exerciseOf } from './programme.ts'
import { latency, mostPerMailbox, SimulatedTenant, type Traffic } from './simulatedTenant.ts'

/** The ratio of the wall time to the floor that Outlook's limits allow that is aimed at. */
const goal = 1.1
const peopleOfEach = 15
const coordinator = {
  objectId: 'coordinator',
  name: 'Coordinator',
  signInName: 'coordinator@force.example',
  roles: ['Coordinator'] as const,
}

/**
 * What it costs to invite a year (12 units, 15 people each) and a national programme (520 events of 43 forces, each
 * force in its own tenant and mailbox; and all of them from one mailbox). The product's own use case, list, calendar,
 * retry and gate run against a simulated Microsoft 365 behind `fetch`, on a clock that jumps: an event takes 1,000 ms
 * and a row of a list 150 ms, which is assumed. The floor is four events at a time in each mailbox, with one save
 * before the first and one after the last, which nothing can overlap.
 */
export async function run(): Promise<Record<string, unknown>> {
  const year = await invite('a year', [12])
  const forces = await invite('43 forces', spread(520, 43))
  const single = await invite('one mailbox', [520])
  return {
    simulated: 'Microsoft 365 and the clock',
    assumedMs: latency,
    year,
    nationalIn43Mailboxes: forces,
    nationalInOneMailbox: single,
    goal,
    withinGoal: [year, forces, single].every(({ ratio }) => Number(ratio) <= goal),
  }
}

function spread(total: number, parts: number): readonly number[] {
  return Array.from({ length: parts }, (_, at) => Math.floor(total / parts) + (at < total % parts ? 1 : 0))
}

/** @param counts exercises of each force; each force has a tenant of its own */
async function invite(name: string, counts: readonly number[]): Promise<Record<string, unknown>> {
  const time = new VirtualTime(Date.UTC(2021, 5, 1, 8))
  const forces = counts.map((count, force) => forceOf(time, force, count))
  const byOrigin = new Map(forces.map((force) => [force.origin, force.tenant]))
  const fetched = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    const text = await request.text()
    const tenant = byOrigin.get(url.origin) as SimulatedTenant
    return tenant.answer(
      request.method,
      url,
      text === '' ? null : JSON.parse(text),
      request.headers.get('if-match'),
    )
  }
  const started = time.now
  let sent = 0
  try {
    await time.until(
      Promise.all(
        forces.map(async ({ deps, rows }) => {
          const others = rows.map((row) => row.value)
          const templateOf = () => defaultInvitation
          const outcomes = await inviteMany(deps, { rows, actor: coordinator, templateOf, others })
          sent += outcomes.filter(({ result }) => result.state === 'sent').length
        }),
      ),
    )
  } finally {
    globalThis.fetch = fetched
  }
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (sent !== total) throw new Error(`${name}: ${sent} of ${total} invitations were sent.`)
  return figures(
    time.now - started,
    Math.max(...counts),
    forces.map(({ tenant }) => tenant.traffic),
  )
}

interface Force {
  readonly origin: string
  readonly tenant: SimulatedTenant
  readonly deps: InviteDeps
  readonly rows: readonly { id: string; etag: string; value: Exercise }[]
}

function forceOf(time: VirtualTime, force: number, count: number): Force {
  const origin = `https://force-${force}.example`
  const tenant = new SimulatedTenant(time)
  const client = createGraphClient({
    origin,
    accessToken: async () => 'token',
    wait: (milliseconds) => time.wait(milliseconds),
    now: () => time.now,
  })
  const clock = { now: async () => time.instant(), today: async () => time.instant().slice(0, 10) }
  const site = siteByPath(client, `force-${force}.example:/sites/follow-through`)
  const deps = { exercises: exerciseStore(site), calendars: graphCalendars(client), clock }
  const rows = Array.from({ length: count }, (_, at) => {
    const id = String(at + 1)
    return {
      id,
      etag: tenant.putRow(id),
      value: exerciseOf(force, at, peopleOfEach, `exercises@force-${force}.example`),
    }
  })
  return { origin, tenant, deps, rows }
}

function figures(wall: number, mostOfOne: number, traffics: readonly Traffic[]): Record<string, unknown> {
  const sum = (of: (one: Traffic) => number) => traffics.reduce((total, one) => total + of(one), 0)
  const outlook = Math.ceil(mostOfOne / mostPerMailbox) * latency.event
  const floor = outlook + 2 * latency.list
  return {
    events: sum((one) => one.events),
    peopleMailed: sum((one) => one.mails),
    requests: sum((one) => one.events + one.saves + one.otherRequests + one.throttled),
    requestsPerEvent: round(
      sum((one) => one.events + one.saves + one.otherRequests) / sum((one) => one.events),
    ),
    throttled: sum((one) => one.throttled),
    mostAtOnceInAMailbox: Math.max(...traffics.map((one) => one.mostAtOnce)),
    seconds: wall / 1_000,
    floorSeconds: floor / 1_000,
    ratio: round(wall / floor),
    ratioToOutlookAlone: round(wall / outlook),
  }
}

const round = (value: number) => Math.round(value * 1_000) / 1_000
