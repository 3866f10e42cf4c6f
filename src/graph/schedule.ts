import type { Client } from '@microsoft/microsoft-graph-client'
import type { ScheduleInformation, ScheduleItem } from '@microsoft/microsoft-graph-types'
import { addDays, daysBetween, type IsoDate } from '../domain/calendarDays.ts'
import type { BusyTime, FreeBusy } from '../domain/programmeRules.ts'
import type { Schedules } from '../usecases/programmePorts.ts'
import { toM365Error } from './failures.ts'
import { Repeatable } from './retryHandler.ts'

/** Mailboxes of one question, and days that one question may span (learn.microsoft.com/graph/outlook-get-free-busy-schedule). */
const mostAddresses = 20
const mostDays = 60

const zone = 'GMT Standard Time'
const taken: Readonly<Record<string, BusyTime['status']>> = {
  busy: 'busy',
  oof: 'busy',
  tentative: 'tentative',
}

/**
 * Free and busy times through `getSchedule`. The question changes nothing, so it may be repeated; trouble with one
 * mailbox comes inside an answer that is otherwise right.
 */
export function graphSchedules(client: Client): Schedules {
  return {
    freeBusy: async (addresses, from, to) => {
      const wanted = [...new Set(addresses.map((one) => one.trim().toLowerCase()).filter(Boolean))]
      const answers: FreeBusy[] = []
      try {
        for (const some of slices(wanted, mostAddresses)) {
          for (const [first, last] of stretches(from, to)) answers.push(await ask(client, some, first, last))
        }
      } catch (thrown) {
        throw toM365Error(thrown)
      }
      const unknown = new Set(answers.flatMap((one) => one.unknown))
      return { busy: answers.flatMap(({ busy }) => busy), unknown: [...unknown] }
    },
  }
}

async function ask(
  client: Client,
  schedules: readonly string[],
  from: IsoDate,
  to: IsoDate,
): Promise<FreeBusy> {
  const answer: { value: ScheduleInformation[] } = await client
    .api('/me/calendar/getSchedule')
    .header('Prefer', `outlook.timezone="${zone}"`)
    .middlewareOptions([new Repeatable()])
    .post({
      schedules,
      startTime: { dateTime: `${from}T00:00:00`, timeZone: zone },
      endTime: { dateTime: `${addDays(to, 1)}T00:00:00`, timeZone: zone },
      availabilityViewInterval: 60,
    })
  const byAddress = new Map(answer.value.map((one) => [(one.scheduleId ?? '').toLowerCase(), one]))
  const known = schedules.filter((address) => !byAddress.get(address)?.error && byAddress.has(address))
  return {
    busy: known.flatMap((address) =>
      (byAddress.get(address)?.scheduleItems ?? []).flatMap((item) => busyTimes(address, item)),
    ),
    unknown: schedules.filter((address) => !known.includes(address)),
  }
}

/** One entry as the times that it takes on each of its days. */
function busyTimes(address: string, item: ScheduleItem): readonly BusyTime[] {
  const status = taken[item.status ?? '']
  const [start, end] = [item.start?.dateTime ?? '', item.end?.dateTime ?? '']
  if (!status || start === '' || end === '') return []
  const [first, last] = [start.slice(0, 10), end.slice(0, 10)]
  const days = Math.min(daysBetween(first, last), mostDays)
  return Array.from({ length: days + 1 }, (_, index): BusyTime => {
    const date = addDays(first, index)
    const from = date === first ? start.slice(11, 16) : '00:00'
    return { address, date, start: from, end: date === last ? end.slice(11, 16) : '24:00', status }
  }).filter((one) => one.end > one.start)
}

function slices<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  )
}

function stretches(from: IsoDate, to: IsoDate): readonly (readonly [IsoDate, IsoDate])[] {
  const count = Math.max(1, Math.ceil((daysBetween(from, to) + 1) / mostDays))
  return Array.from({ length: count }, (_, index) => {
    const first = addDays(from, index * mostDays)
    const last = addDays(first, mostDays - 1)
    return [first, last < to ? last : to] as const
  })
}
