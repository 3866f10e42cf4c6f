import express, { type RequestHandler, Router } from 'express'
import { isM365Error } from '../../domain/m365Error.ts'
import type { CoverUpdate } from '../../usecases/coverDeps.ts'
import { failureFacts, type Logger } from '../log.ts'

/** POST /api/jobs/cover {everything?}: counts the cover now and answers with what was counted. */
export function coverRoute(
  guard: RequestHandler,
  count: (everything: boolean) => Promise<CoverUpdate>,
  log: Logger,
): Router {
  const router = Router()
  router.post('/cover', guard, express.json({ limit: '1kb' }), async (req, res) => {
    try {
      res.json(await count(req.body?.everything === true))
    } catch (thrown) {
      log.error(failureFacts(thrown), 'cover could not be counted')
      const known = isM365Error(thrown)
      const why = known ? thrown.message : 'Something went wrong in the service; its log says what.'
      res.status(known ? 503 : 500).json({ error: `The cover could not be counted. ${why}` })
    }
  })
  return router
}
