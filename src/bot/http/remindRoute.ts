import express, { type RequestHandler, Router } from 'express'
import { type IsoDate, isIsoDate } from '../../domain/calendarDays.ts'
import { isM365Error } from '../../domain/m365Error.ts'
import type { RunReport } from '../../usecases/runReport.ts'
import { failureFacts, type Logger } from '../log.ts'

/** POST /api/jobs/remind {today?, only?}: runs the reminders, for one person or all, and answers with the report. */
export function remindRoute(
  guard: RequestHandler,
  remind: (today: IsoDate | null, only: string | null) => Promise<RunReport>,
  log: Logger,
): Router {
  const router = Router()
  router.post('/remind', guard, express.json({ limit: '1kb' }), async (req, res) => {
    const today: unknown = req.body?.today ?? null
    if (today !== null && (typeof today !== 'string' || !isIsoDate(today))) {
      res.status(400).json({ error: 'The day must be a date such as 2021-06-16.' })
      return
    }
    const only: unknown = req.body?.only ?? null
    if (only !== null && typeof only !== 'string') {
      res.status(400).json({ error: 'The person must be given by their Entra object id.' })
      return
    }
    try {
      res.json(await remind(today, only))
    } catch (thrown) {
      log.error(failureFacts(thrown), 'reminders could not run')
      const known = isM365Error(thrown)
      const why = known ? thrown.message : 'Something went wrong in the service; its log says what.'
      res.status(known ? 503 : 500).json({ error: `The reminders could not run. ${why}` })
    }
  })
  return router
}
