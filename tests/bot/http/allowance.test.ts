import type { AddressInfo } from 'node:net'
import express from 'express'
import { allowance } from '../../../src/bot/http/allowance.ts'

test('so many requests a minute are let through, and the next minute begins anew', async () => {
  let now = 0
  const app = express()
    .use(allowance(2, () => now))
    .use((_req, res) => void res.send('there'))
  const server = app.listen(0)
  const { port } = server.address() as AddressInfo
  const statuses = async () => {
    const answers = [1, 2, 3].map(() => fetch(`http://localhost:${port}/`))
    return (await Promise.all(answers)).map(({ status }) => status).sort()
  }
  expect(await statuses()).toEqual([200, 200, 429])
  now = 59_999
  expect(await statuses()).toEqual([429, 429, 429])
  now = 60_000
  expect(await statuses()).toEqual([200, 200, 429])
  server.close()
})
