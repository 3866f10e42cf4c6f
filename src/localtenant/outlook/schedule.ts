import type { Request, Response, Router } from 'express'
import { DateTime } from 'luxon'
import { requirePermission } from '../access.ts'
import { findMailbox } from '../directory.ts'
import { accessDenied, badRequest } from '../graphErrors.ts'
import type { Tenant } from '../tenant.ts'
import { listOf, parametersOf, text, whole } from './bodyReading.ts'
import { wallTime } from './eventBody.ts'
import { type Outlook, outlookOf } from './outlookState.ts'
import type { StoredEvent, WallTime } from './storedEvent.ts'
import { inZone, toInstant } from './zones.ts'

const MOST = 20
const marks: Readonly<Record<string, string>> = {
  free: '0',
  tentative: '1',
  busy: '2',
  oof: '3',
  workingElsewhere: '4',
}

interface Asked {
  readonly from: string
  readonly to: string
  readonly timeZone: string
  readonly minutes: number
}

function readRequest(req: Request): { schedules: string[]; asked: Asked } {
  const readers = {
    schedules: listOf(text),
    startTime: wallTime,
    endTime: wallTime,
    availabilityViewInterval: whole,
  }
  const {
    schedules,
    startTime: start,
    endTime: end,
    ...rest
  } = parametersOf('getSchedule', readers, req.body)
  if (!schedules || !start || !end) {
    throw badRequest('Schedules, StartTime and EndTime are required.', 'ErrorInvalidRequest')
  }
  if (schedules.length > MOST) {
    throw badRequest(`A request can ask for at most ${MOST} schedules.`, 'ErrorInvalidRequest')
  }
  const minutes = rest.availabilityViewInterval ?? 30
  if (minutes < 5 || minutes > 1440) {
    throw badRequest('AvailabilityViewInterval must be from 5 to 1440.', 'ErrorInvalidRequest')
  }
  const zoned = (time: WallTime) => toInstant(time.dateTime, time.timeZone)
  const timeZone = /outlook\.timezone\s*=\s*"([^"]*)"/i.exec(req.get('prefer') ?? '')?.[1] ?? 'UTC'
  return {
    schedules,
    asked: { from: zoned(start), to: zoned(end), timeZone, minutes },
  }
}

function viewOf(events: readonly StoredEvent[], { from, to, minutes }: Asked): string {
  let view = ''
  const end = DateTime.fromISO(to)
  for (let at = DateTime.fromISO(from); at < end; at = at.plus({ minutes })) {
    const [slot, next] = [at.toUTC().toISO() ?? '', at.plus({ minutes }).toUTC().toISO() ?? '']
    const during = events.filter((event) => event.startsAt < next && event.endsAt > slot)
    view += during.map(({ showAs }) => marks[showAs] ?? '0').reduce((a, b) => (a > b ? a : b), '0')
  }
  return view
}

function scheduleOf(outlook: Outlook, address: string, asked: Asked): Record<string, unknown> {
  const mailbox = findMailbox(address)
  if (!mailbox) {
    const message = 'Unable to resolve e-mail address to an Active Directory object.'
    return {
      scheduleId: address,
      availabilityView: '',
      error: { message, responseCode: 'ErrorMailRecipientNotFound' },
    }
  }
  const events = outlook.events
    .ofMailbox(mailbox.mail.toLowerCase())
    .filter((event) => !event.isCancelled && event.startsAt < asked.to && event.endsAt > asked.from)
  return {
    scheduleId: address,
    availabilityView: viewOf(events, asked),
    scheduleItems: events.map((event) => ({
      status: event.showAs,
      start: inZone(event.startsAt, asked.timeZone),
      end: inZone(event.endsAt, asked.timeZone),
    })),
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: 'GMT Standard Time' },
    },
  }
}

const needed = {
  delegated: ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'],
  application: ['Calendars.ReadBasic.All', 'Calendars.Read', 'Calendars.ReadWrite'],
}

/** Free and busy times: trouble with one address is told inside a 200, beside the others. */
export function scheduleRoutes(router: Router, tenant: Tenant, owner: string): void {
  router.post(`${owner}/calendar/getSchedule`, (req: Request, res: Response) => {
    requirePermission(res, needed, () =>
      accessDenied('Access is denied. Check credentials and try again.', 'ErrorAccessDenied'),
    )
    const { schedules, asked } = readRequest(req)
    const outlook = outlookOf(tenant)
    res.json({ value: schedules.map((address) => scheduleOf(outlook, address, asked)) })
  })
}
