import { Cron } from 'croner'
import { dailyAt, missedToday, runOfDay, type ScheduleDeps } from '../../../src/bot/jobs/schedule.ts'
import type { RunRecord } from '../../../src/usecases/runRecord.ts'
import { newRunResults, type RunReport } from '../../../src/usecases/runReport.ts'

const nextRun = (at: string, from: string) => {
  const { pattern, timezone } = dailyAt(at)
  const job = new Cron(pattern, { timezone, paused: true })
  const next = job.nextRuns(2, new Date(from)).map((moment) => moment.toISOString())
  job.stop()
  return next
}

describe('the daily run', () => {
  test.each([
    ['in winter', '2021-01-15T12:00:00Z', '2021-01-16T08:00:00.000Z'],
    ['in summer', '2021-06-15T12:00:00Z', '2021-06-16T07:00:00.000Z'],
    ['on the day the clocks go forward', '2021-03-27T12:00:00Z', '2021-03-28T07:00:00.000Z'],
    ['on the day they go back', '2021-10-30T12:00:00Z', '2021-10-31T08:00:00.000Z'],
  ])('is at eight in the United Kingdom %s', (_when, from, expected) => {
    expect(nextRun('08:00', from)[0]).toBe(expected)
  })

  test.each([
    ['the hour that is left out', '2021-03-27T12:00:00Z', '2021-03-28', '2021-03-29'],
    ['the hour that comes twice', '2021-10-30T12:00:00Z', '2021-10-31', '2021-11-01'],
  ])('happens once on the day when it falls into %s', (_when, from, first, second) => {
    expect(nextRun('01:30', from).map((moment) => moment.slice(0, 10))).toEqual([first, second])
  })
})

const report = (stopped: string | null): RunReport => ({
  ...{
    today: '2021-06-16',
    ...newRunResults().lists(),
    unaddressed: [],
    unreadable: [],
    stopped,
    silence: null,
  },
})

function record(changes: Partial<RunRecord> = {}): RunRecord {
  const counts = { sent: 0, skipped: 0, failed: 0, unreachable: 0, unconfirmed: 0, held: 0, cancelled: 0 }
  return {
    ...{ run: 'r', today: '2021-06-16', startedAt: '2021-06-16T07:00:00.000Z' },
    ...{ finishedAt: '2021-06-16T07:10:00.000Z', counts, cards: 0, unaddressed: 0, unreadable: 0 },
    ...{ notTold: [], stopped: null, ...changes },
  }
}

function scene(answers: readonly (string | null | Error)[], records: readonly RunRecord[] = []) {
  const happened: string[] = []
  const left = [...answers]
  const deps: ScheduleDeps = {
    at: '08:00',
    async run() {
      const answer = left.shift() ?? null
      happened.push('run')
      if (answer instanceof Error) throw answer
      return report(answer)
    },
    records: async () => records,
    now: async () => '2021-06-16T07:00:30.000Z',
    wait: async (milliseconds) => {
      happened.push(`wait ${milliseconds / 60_000} minutes`)
    },
    failed: () => happened.push('failed'),
  }
  return { deps, happened }
}

describe('the run of a day', () => {
  test.each<[string, (string | null | Error)[], string[]]>([
    ['goes through at once', [null], ['run']],
    [
      'is tried again when another instance kept it away',
      ['Another instance.', null],
      ['run', 'wait 15 minutes', 'run'],
    ],
    [
      'is tried again when it could not begin',
      [new Error('away'), null],
      ['run', 'failed', 'wait 15 minutes', 'run'],
    ],
  ])('%s', async (_what, answers, expected) => {
    const { deps, happened } = scene(answers)
    await runOfDay(deps, () => false)
    expect(happened).toEqual(expected)
  })

  test('is left to the instance that has done it', async () => {
    const { deps, happened } = scene([], [record()])
    await runOfDay(deps, () => false)
    expect(happened).toEqual([])
  })

  test.each([
    ['one that was stopped', { stopped: 'Asked to.' }],
    ['one of yesterday', { today: '2021-06-15', startedAt: '2021-06-15T07:00:00.000Z' }],
    ['one of an earlier hour', { startedAt: '2021-06-16T05:00:00.000Z' }],
  ])('is not taken for done by %s', async (_what, changes) => {
    const { deps, happened } = scene([null], [record(changes)])
    await runOfDay(deps, () => false)
    expect(happened).toEqual(['run'])
  })

  test('gives up after some hours, and when the service stops', async () => {
    const { deps, happened } = scene(Array.from({ length: 20 }, () => 'Another instance.'))
    await runOfDay(deps, () => false)
    expect(happened.filter((one) => one === 'run')).toHaveLength(12)
    const stopped = scene([null])
    await runOfDay(stopped.deps, () => true)
    expect(stopped.happened).toEqual([])
  })
})

describe('a service that starts', () => {
  const yesterday = record({ today: '2021-06-15', finishedAt: '2021-06-15T07:10:00.000Z' })
  test.each<[string, string, RunRecord[], boolean]>([
    ['after the time of a run that was missed', '2021-06-16T07:00:00.000Z', [yesterday], true],
    ['before the time of the run', '2021-06-16T06:59:00.000Z', [yesterday], false],
    ['after the run of the day', '2021-06-16T09:00:00.000Z', [record(), yesterday], false],
    ['for the first time', '2021-06-16T09:00:00.000Z', [], false],
  ])('%s runs at once: %s', async (_what, now, records, expected) => {
    const deps = { at: '08:00', records: async () => records, now: async () => now }
    expect(await missedToday(deps)).toBe(expected)
  })
})
