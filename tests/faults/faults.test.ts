import { openEditLane } from './editLane.ts'
import { openInviteLane } from './inviteLane.ts'
import { type JourneyName, planOf } from './plans.ts'
import { type FarEnd, openFarEnd } from './site.ts'
import { newVerdict, type Verdict } from './verdict.ts'

jest.setTimeout(280_000)

const wanted = Number(process.env.FT_FAULT_PLANS ?? 210)
const only = process.env.FT_FAULT_SEED === undefined ? null : Number(process.env.FT_FAULT_SEED)
const seeds = only === null ? Array.from({ length: wanted }, (_, index) => index + 1) : [only]

const lanes: Partial<
  Record<JourneyName, (farEnd: FarEnd) => Promise<(plan: ReturnType<typeof planOf>) => Promise<Verdict>>>
> = {
  edit: openEditLane,
  invite: openInviteLane,
}
const found = new Map<number, Verdict>()

async function runLane(journey: JourneyName): Promise<void> {
  const open = lanes[journey]
  const mine = seeds.map((seed) => planOf(seed, '')).filter((plan) => plan.journey === journey)
  if (!open || mine.length === 0) return
  const farEnd = await openFarEnd()
  try {
    const run = await open(farEnd)
    for (const { seed } of mine) {
      const verdict = await run(planOf(seed, farEnd.app)).catch((thrown: unknown) => broken(thrown))
      found.set(seed, verdict)
      await farEnd.clear()
    }
  } finally {
    await farEnd.tenant.remove()
  }
}

function broken(thrown: unknown): Verdict {
  const verdict = newVerdict()
  verdict.wrong.push(thrown instanceof Error ? String(thrown.stack) : String(thrown))
  return verdict
}

function sum(kind: 'lost' | 'doubled' | 'wrong'): number {
  return [...found.values()].reduce((total, verdict) => total + verdict[kind].length, 0)
}

beforeAll(async () => {
  const began = Date.now()
  await Promise.all((['edit', 'invite', 'card'] as const).map(runLane))
  const writes = [...found.values()].reduce((total, verdict) => total + verdict.writes, 0)
  const figures = {
    plans: found.size,
    'writes attempted': writes,
    lost: sum('lost'),
    doubled: sum('doubled'),
    wrong: sum('wrong'),
  }
  const lines = Object.entries(figures).map(
    ([name, count]) => `${name.padEnd(17)}${String(count).padStart(5)}`,
  )
  process.stderr.write(`\n${lines.join('\n')}\nin ${Math.round((Date.now() - began) / 1000)} s\n`)
  for (const [seed, { lost, doubled, wrong }] of found) {
    const all = [
      ...lost.map((one) => `lost: ${one}`),
      ...doubled.map((one) => `doubled: ${one}`),
      ...wrong.map((one) => `wrong: ${one}`),
    ]
    if (all.length > 0)
      process.stderr.write(
        `seed ${seed} (${planOf(seed, '').journey}); FT_FAULT_SEED=${seed} runs it alone\n  ${all.join('\n  ')}\n`,
      )
  }
})

test.each(['lost', 'doubled', 'wrong'] as const)('nothing is %s', (kind) => {
  const bad = [...found].filter(([, verdict]) => verdict[kind].length > 0)
  expect(bad.map(([seed, verdict]) => `seed ${seed}: ${verdict[kind].join('; ')}`)).toEqual([])
})

test('every plan was run, and wrote', () => {
  expect([...found.keys()].sort((a, b) => a - b)).toEqual(seeds)
})
