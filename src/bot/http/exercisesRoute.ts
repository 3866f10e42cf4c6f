import { type RequestHandler, Router } from 'express'
import { isM365Error } from '../../domain/m365Error.ts'
import type { ExercisesJob } from '../jobs/exercises.ts'
import { failureFacts, type Logger } from '../log.ts'

/** POST /api/jobs/exercises: tells people about exercises now and answers with how many. */
export function exercisesRoute(guard: RequestHandler, job: ExercisesJob, log: Logger): Router {
  const router = Router()
  router.post('/exercises', guard, async (_req, res) => {
    try {
      res.json((await job(true)) ?? { busy: true })
    } catch (thrown) {
      log.error(failureFacts(thrown), 'people could not be told about exercises')
      const known = isM365Error(thrown)
      const why = known ? thrown.message : 'Something went wrong in the service; its log says what.'
      res.status(known ? 503 : 500).json({ error: `People could not be told about exercises. ${why}` })
    }
  })
  return router
}
