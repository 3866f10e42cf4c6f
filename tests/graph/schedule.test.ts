import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createGraphClient } from '../../src/graph/client.ts'
import { graphSchedules } from '../../src/graph/schedule.ts'

interface Asked {
  readonly schedules: string[]
  readonly startTime: { dateTime: string; timeZone: string }
  readonly endTime: { dateTime: string; timeZone: string }
}

/** Calendars behind real HTTP: answers each question with what is given for an address. */
async function calendars(items: Readonly<Record<string, object>>) {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const body = JSON.parse((await request.toArray()).join('')) as Asked
    asked.push(body)
    const value = body.schedules.map((scheduleId) => ({
      scheduleId,
      scheduleItems: [],
      ...items[scheduleId],
    }))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ value }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const schedules = graphSchedules(createGraphClient({ origin, accessToken: async () => 'token' }))
  return { asked, schedules, close: () => server.close() }
}

const entry = (start: string, end: string, status = 'busy') => ({
  ...{ status, start: { dateTime: `${start}:00.0000000` }, end: { dateTime: `${end}:00.0000000` } },
})

describe('free and busy times', () => {
  it('are asked in UK wall time for whole days, each address once', async () => {
    const { asked, schedules, close } = await calendars({})
    await schedules.freeBusy(['A@x.example', 'a@x.example ', ''], '2018-10-28', '2018-10-28')
    close()
    expect(asked).toMatchObject([
      {
        schedules: ['a@x.example'],
        startTime: { dateTime: '2018-10-28T00:00:00', timeZone: 'GMT Standard Time' },
        endTime: { dateTime: '2018-10-29T00:00:00', timeZone: 'GMT Standard Time' },
      },
    ])
  })

  it('are asked for at most twenty mailboxes and sixty days at once', async () => {
    const { asked, schedules, close } = await calendars({})
    const many = Array.from({ length: 21 }, (_, index) => `p${index}@x.example`)
    await schedules.freeBusy(many, '2018-01-01', '2018-03-02')
    close()
    expect(asked.map((one) => one.schedules.length)).toEqual([20, 20, 1, 1])
    expect(asked.map((one) => one.startTime.dateTime.slice(0, 10))).toEqual([
      ...['2018-01-01', '2018-03-02', '2018-01-01', '2018-03-02'],
    ])
  })

  it('are entries by day: over midnight on both, free ones nowhere', async () => {
    const { schedules, close } = await calendars({
      'a@x.example': {
        scheduleItems: [
          entry('2018-06-13T22:00', '2018-06-14T01:00'),
          entry('2018-06-15T00:00', '2018-06-16T00:00', 'oof'),
          entry('2018-06-17T09:00', '2018-06-17T10:00', 'tentative'),
          entry('2018-06-18T09:00', '2018-06-18T10:00', 'free'),
        ],
      },
    })
    const { busy } = await schedules.freeBusy(['a@x.example'], '2018-06-13', '2018-06-18')
    close()
    expect(busy.map(({ date, start, end, status }) => [date, start, end, status])).toEqual([
      ['2018-06-13', '22:00', '24:00', 'busy'],
      ['2018-06-14', '00:00', '01:00', 'busy'],
      ['2018-06-15', '00:00', '24:00', 'busy'],
      ['2018-06-17', '09:00', '10:00', 'tentative'],
    ])
  })

  it('of a mailbox outside the force are unknown, and the others are told all the same', async () => {
    const { schedules, close } = await calendars({
      'a@x.example': { scheduleItems: [entry('2018-06-13T09:00', '2018-06-13T10:00')] },
      'b@y.example': { error: { responseCode: 'ErrorMailRecipientNotFound' } },
    })
    const answer = await schedules.freeBusy(['a@x.example', 'b@y.example'], '2018-06-13', '2018-06-13')
    close()
    expect(answer.unknown).toEqual(['b@y.example'])
    expect(answer.busy).toHaveLength(1)
  })
})
