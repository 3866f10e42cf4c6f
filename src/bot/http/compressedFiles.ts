import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { RequestHandler } from 'express'

/** What a file whose name carries a hash of its content is answered with. */
export const keptForever = 'public, max-age=31536000, immutable'

/** Whether the name of a bundle's file carries a hash, so that its content never changes. */
export const isHashed = (file: string) => /\.[0-9a-f]{8,}\.(js|css|svg|woff2)$/.test(file)

const squeeze = {
  br: (content: Buffer) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (content: Buffer) => promisify(gzip)(content),
}
type Coding = keyof typeof squeeze

/**
 * Answers requests for the tab's scripts with what the browser can unpack, a quarter of their size. Each is squeezed
 * once and kept in memory: the file system may be read-only, and there are about two dozen. Everything else, and a
 * browser that unpacks nothing, goes to the next handler.
 */
export function compressedFiles(folder: string): RequestHandler {
  const kept = new Map<string, Promise<Buffer>>()
  return async (req, res, next) => {
    const [, name] = /^\/([\w.-]+\.js)$/.exec(req.path) ?? []
    const coding = req.acceptsEncodings('br', 'gzip')
    if (name === undefined || !isHashed(name) || !isCoding(coding) || !/^(GET|HEAD)$/.test(req.method)) {
      next()
      return
    }
    const key = `${coding} ${name}`
    const squeezed = kept.get(key) ?? readFile(path.join(folder, name)).then(squeeze[coding])
    kept.set(key, squeezed)
    const content = await squeezed.catch(() => null)
    if (content === null) {
      kept.delete(key)
      next()
      return
    }
    res.set({ 'Content-Encoding': coding, 'Cache-Control': keptForever, Vary: 'Accept-Encoding' })
    res.type('js').send(content)
  }
}

const isCoding = (value: unknown): value is Coding => value === 'br' || value === 'gzip'
