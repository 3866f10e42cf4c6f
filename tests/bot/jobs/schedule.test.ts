import { Cron } from 'croner'
import { dailyAt } from '../../../src/bot/jobs/schedule.ts'

describe('the daily run', () => {
  test.each([
    ['in winter', '2021-01-15T12:00:00Z', '2021-01-16T08:00:00.000Z'],
    ['in summer', '2021-06-15T12:00:00Z', '2021-06-16T07:00:00.000Z'],
    ['on the day the clocks go forward', '2021-03-27T12:00:00Z', '2021-03-28T07:00:00.000Z'],
    ['on the day they go back', '2021-10-30T12:00:00Z', '2021-10-31T08:00:00.000Z'],
  ])('is at eight in the United Kingdom %s', (_when, from, expected) => {
    const { pattern, timezone } = dailyAt('08:00')
    const job = new Cron(pattern, { timezone, paused: true })
    expect(job.nextRun(new Date(from))?.toISOString()).toBe(expected)
    job.stop()
  })
})
