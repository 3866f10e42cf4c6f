import express, { type Response, Router } from 'express'
import { compressedFiles, isHashed, keptForever } from './compressedFiles.ts'

/** What the tab has to know about its tenant; nothing secret. */
export interface TabConfig {
  readonly tenantId: string
  readonly clientId: string
  readonly graphOrigin: string
  readonly site: string
  readonly clockUrl: string | null
  readonly hostOrigins: readonly string[]
  readonly teamsAppId: string
}

/**
 * The tab's files and its settings, for `/tab`.
 * @param folder where webpack left the bundle
 */
export function tabFiles(folder: string, config: TabConfig): Router {
  const router = Router()
  router.get('/config.json', (_req, res) => {
    res.set('Cache-Control', 'no-store').json(config)
  })
  router.use(compressedFiles(folder))
  router.use(express.static(folder, { setHeaders: cacheHeaders }))
  return router
}

/** Bundles carry a hash of their content in the name, so they may be kept; the page may not. */
function cacheHeaders(res: Response, file: string): void {
  res.set('Cache-Control', isHashed(file) ? keptForever : 'no-cache')
}
