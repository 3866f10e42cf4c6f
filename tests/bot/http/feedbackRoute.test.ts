import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { pino } from 'pino'
import { feedbackPressOf } from '../../../src/bot/handlers/feedbackPress.ts'
import { feedbackRoute } from '../../../src/bot/http/feedbackRoute.ts'
import { sheetKey } from '../../../src/usecases/giveFeedback.ts'
import { MemoryDates, MemoryFeedback } from '../../support/information.ts'
import { MemoryListStore } from '../../support/memoryListStore.ts'
import { MovableClock } from '../../support/reminders.ts'
import { aCourse, anAnswer, aRun } from '../../support/training.ts'

const word = 'a1'.repeat(20)
const log = pino({ level: 'silent' })
let server: Server
let origin = ''
let deps: {
  feedback: MemoryFeedback
  runs: MemoryDates
  courses: MemoryListStore<ReturnType<typeof aCourse>>
  clock: MovableClock
}

beforeEach(async () => {
  const sheet = { answeredOn: null, useful: null, applied: null, recommend: null, comment: '' }
  deps = {
    feedback: new MemoryFeedback([anAnswer({ ...sheet, key: await sheetKey(word) })]),
    runs: new MemoryDates([aRun()]),
    courses: new MemoryListStore([aCourse({ title: 'Law & <order>' })]),
    clock: new MovableClock('2021-05-04T09:00:00.000Z'),
  }
  server = createServer(
    express().use(
      '/feedback',
      feedbackRoute(async () => deps, log),
    ),
  ).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve))
})

const page = async (path: string, body?: string) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await fetch(
    `${origin}/feedback/${path}`,
    body === undefined ? {} : { method: 'POST', headers, body },
  )
  return {
    status: answer.status,
    html: await answer.text(),
    policy: answer.headers.get('content-security-policy'),
  }
}
const stored = async () => (await deps.feedback.all()).rows[0]?.value

describe('the page that asks about a run', () => {
  it('shows its questions, with the title as text, under a policy without scripts', async () => {
    const { status, html, policy } = await page(word)
    expect(status).toBe(200)
    expect(html).toContain('Law &#38; &#60;order&#62;')
    expect(html.match(/<fieldset>/g)).toHaveLength(3)
    expect(html).not.toContain('<script')
    expect(policy).toContain("default-src 'none'")
  })

  it('takes an answer once', async () => {
    expect((await page(word, 'useful=4&comment=Good')).status).toBe(200)
    expect(await stored()).toMatchObject({
      useful: 4,
      applied: null,
      comment: 'Good',
      answeredOn: '2021-05-04',
    })
    expect((await page(word, 'useful=1')).status).toBe(409)
    expect(await stored()).toMatchObject({ useful: 4 })
    expect((await page(word)).html).not.toContain('<form')
  })

  it('gives back what was chosen with the reason where it is not taken', async () => {
    const { status, html } = await page(word, `useful=3&comment=${'x'.repeat(2_001)}`)
    expect(status).toBe(422)
    expect(html).toContain('value="3" checked')
    expect(await stored()).toMatchObject({ answeredOn: null })
  })

  it.each(['0'.repeat(40), 'amira', '..%2f..'])('knows nothing under %s', async (other) => {
    expect((await page(other)).status).toBe(404)
    expect((await page(other, 'useful=5')).status).toBe(404)
  })

  it('says that nothing was saved while SharePoint is away', async () => {
    deps.feedback.goOffline()
    const { status, html } = await page(word, 'useful=5')
    expect(status).toBe(503)
    expect(html).toContain('Nothing was saved')
  })
})

describe('the same on a card', () => {
  const press = (data: object) =>
    feedbackPressOf(async () => deps, origin, log)({ objectId: 'amira', name: 'Amira Hassan' }, data)

  it('keeps nothing of who pressed', async () => {
    expect(await press({ action: 'giveFeedback', word, useful: '5' })).toMatchObject({
      kind: 'card',
      settled: true,
    })
    expect(JSON.stringify(await stored())).not.toMatch(/amira/i)
  })

  it('comes back with what was chosen where nothing can be taken', async () => {
    const reply = await press({ action: 'giveFeedback', word, useful: 'many', comment: 'Kept' })
    expect(reply).toMatchObject({ kind: 'card', settled: false })
    expect(JSON.stringify(reply)).toContain('Kept')
  })

  it('leaves presses of other cards alone', async () => {
    expect(await press({ action: 'acknowledge', row: '8' })).toBeNull()
  })
})
