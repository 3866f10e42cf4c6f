import { openCardLane } from './cardLane.ts'
import { openChangeLane } from './changeLane.ts'
import { openEditLane } from './editLane.ts'
import { writeFigures } from './figures.ts'
import { openInviteLane } from './inviteLane.ts'
import { powerCuts, runPowerCuts } from './killLane.ts'
import { type JourneyName, type Lane, planOf } from './plans.ts'
import { type FarEnd, openFarEnd } from './site.ts'
import { newVerdict, type Verdict } from './verdict.ts'

jest.setTimeout(600_000)

/** FT_FAULT_SEED runs one plan alone; FT_FAULT_PLANS runs so many of them. */
const only = process.env.FT_FAULT_SEED ? Number(process.env.FT_FAULT_SEED) : null
const count = Number(process.env.FT_FAULT_PLANS || 300)
const seeds = only === null ? Array.from({ length: count }, (_, index) => index + 1) : [only]

const lanes: Readonly<Record<JourneyName, (farEnd: FarEnd) => Promise<Lane>>> = {
  edit: openEditLane,
  invite: openInviteLane,
  card: openCardLane,
  change: openChangeLane,
}
const nameOf = (seed: number) =>
  `seed ${seed} (${planOf(seed, '').journey}; FT_FAULT_SEED=${seed} runs it alone)`
const findings = new Map<string, Verdict>()
const times = new Map<string, number>()

/** Each journey has a tenant of its own, so that no plan takes another's faults. */
async function inOwnTenant(lane: string, work: (farEnd: FarEnd) => Promise<void>): Promise<void> {
  const began = Date.now()
  const farEnd = await openFarEnd()
  try {
    await work(farEnd)
  } finally {
    await farEnd.tenant.remove()
    times.set(lane, Date.now() - began)
  }
}

/** Tenants among which the plans of a journey are shared. Cards take longest, for a service has to send them. */
const tenantsOf = { card: 2, invite: 1, edit: 1, change: 1 } as const

async function runJourney(journey: JourneyName): Promise<void> {
  const mine = seeds.filter((seed) => planOf(seed, '').journey === journey)
  const parts = Array.from({ length: tenantsOf[journey] }, (_, part) =>
    mine.filter((_seed, at) => at % tenantsOf[journey] === part),
  )
  await Promise.all(
    parts.map((part, at) => runPlans(journey, part, `${journey}${at > 0 ? ` ${at + 1}` : ''}`)),
  )
}

async function runPlans(journey: JourneyName, mine: readonly number[], name: string): Promise<void> {
  if (mine.length === 0) return
  await inOwnTenant(name, async (farEnd) => {
    const lane = await lanes[journey](farEnd)
    for (const seed of mine) {
      findings.set(nameOf(seed), await lane.run(planOf(seed, farEnd.app)).catch(broken))
      await farEnd.clear()
    }
    await lane.end()
  })
}

const runCuts = () =>
  inOwnTenant('power cuts', (farEnd) =>
    runPowerCuts(farEnd, (name, verdict) => findings.set(`power cut ${name}`, verdict)),
  )

/** A plan that breaks the harness counts as wrong, with all there is to find it. */
function broken(thrown: unknown): Verdict {
  const verdict = newVerdict()
  verdict.wrong.push(thrown instanceof Error ? String(thrown.stack) : String(thrown))
  return verdict
}

beforeAll(async () => {
  const journeys = (['card', 'invite', 'change', 'edit'] as const).map(runJourney)
  await Promise.all([...journeys, ...(only === null ? [runCuts()] : [])])
  process.stderr.write(writeFigures(findings, times))
})

test('every plan was run', () => {
  expect(findings.size).toBe(only === null ? count + powerCuts.length + 1 : 1)
})

test.each(['lost', 'doubled', 'wrong'] as const)('nothing is %s', (kind) => {
  const found = [...findings].filter(([, verdict]) => verdict[kind].length > 0)
  expect(found.map(([name, verdict]) => `${name}: ${verdict[kind].join('; ')}`)).toEqual([])
})
