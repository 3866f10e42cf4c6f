import { type RequestHandler, Router } from 'express'
import { isM365Error } from '../../domain/m365Error.ts'
import type { PlacesRound } from '../jobs/places.ts'
import { failureFacts, type Logger } from '../log.ts'

/** POST /api/jobs/places: one whole round over the places now; answers with what was done. */
export function placesRoute(guard: RequestHandler, keep: () => Promise<PlacesRound>, log: Logger): Router {
  const router = Router()
  router.post('/places', guard, async (_req, res) => {
    try {
      res.json(await keep())
    } catch (thrown) {
      log.error(failureFacts(thrown), 'places could not be kept')
      const known = isM365Error(thrown)
      const why = known ? thrown.message : 'Something went wrong in the service; its log says what.'
      res.status(known ? 503 : 500).json({ error: `The places could not be kept. ${why}` })
    }
  })
  return router
}
