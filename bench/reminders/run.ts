import { parseArgs } from 'node:util'
import { runSchedule } from './faultSchedule.ts'
import { planningTime, runAgainstRates } from './rates.ts'

/** The ratio of a run's wall time to the floor of Microsoft's rates that is aimed at. */
const goal = 1.1

/**
 * What reminders cost, or with `--faults` whether any is lost or doubled. Time and Microsoft 365 are simulated: a clock
 * that jumps, lists and chats in memory, the published rates (1,200 resource units a minute, 30 messages a second),
 * 150 ms for an answer of SharePoint and 250 ms for one of Teams. Planning time is real.
 * @param args `--faults`, `--schedules N` (1,000 when left out), `--seed N` of the first schedule
 */
export async function run(args: readonly string[] = []): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: args.filter((one) => one !== '--json'),
    options: {
      faults: { type: 'boolean', default: false },
      schedules: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
    },
  })
  return values.faults ? runFaults(Number(values.schedules), Number(values.seed)) : runRates()
}

async function runRates(): Promise<Record<string, unknown>> {
  const planning = planningTime()
  const first = await runAgainstRates('everything')
  const day = await runAgainstRates('a day')
  return {
    simulated: 'Microsoft 365 and the clock; planning time is real',
    planningMs: planning.milliseconds,
    plannedRows: planning.rows,
    ledgerEntries: planning.entries,
    firstRun: first,
    dailyRun: day,
    goal,
    withinGoal: [first, day].every(({ ratio }) => Number(ratio) <= goal),
  }
}

async function runFaults(schedules: number, seed: number): Promise<Record<string, unknown>> {
  const sums = { cards: 0, kills: 0, twins: 0 }
  const findings: string[] = []
  const found = { lost: 0, doubled: 0 }
  const started = performance.now()
  for (let at = seed; at < seed + schedules; at += 1) {
    const verdict = await runSchedule(at)
    for (const name of ['cards', 'kills', 'twins'] as const) sums[name] += verdict[name]
    found.lost += verdict.lost.length
    found.doubled += verdict.doubled.length
    findings.push(...[...verdict.lost, ...verdict.doubled].map((finding) => `seed ${at}: ${finding}`))
  }
  return {
    simulated: 'Microsoft 365 and the clock',
    schedules,
    ...sums,
    ...found,
    ...(findings.length > 0 && { findings: findings.slice(0, 20) }),
    seconds: Math.round((performance.now() - started) / 1_000),
  }
}
