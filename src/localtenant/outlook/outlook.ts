import type { TenantPart } from '../tenant.ts'
import { eventRoutes } from './eventRoutes.ts'
import { fourAtATime } from './mailboxes.ts'
import { mailRoutes } from './mailRoutes.ts'
import { scheduleRoutes } from './schedule.ts'

const parts = ['events', 'calendar', 'calendars', 'calendarView', 'sendMail', 'mailFolders', 'messages']

/** Calendars and mail of the people, the service and the rooms, under /me and /users/{id}. */
export const outlookPart: TenantPart = (router, tenant) => {
  const limit = fourAtATime()
  for (const owner of ['/me', '/users/:user']) {
    for (const part of parts) router.use(`${owner}/${part}`, limit)
    scheduleRoutes(router, tenant, owner)
    eventRoutes(router, tenant, owner)
    mailRoutes(router, tenant, owner)
  }
}
