import { createServer } from 'node:net'

/** A port that nobody listens on just now. */
export const freePort = (): Promise<number> => freeRun(1)

/** A port that is free together with the one after it. */
export const freePortPair = (): Promise<number> => freeRun(2)

/** The first of some free ports side by side, below those that the system gives to outgoing calls. */
async function freeRun(length: number): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const first = 12_000 + Math.floor(Math.random() * 20_000)
    const free = await Promise.all(Array.from({ length }, (_, index) => isFree(first + index)))
    if (free.every(Boolean)) return first
  }
  throw new Error(`No ${length} free ports side by side were found.`)
}

async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1']) {
    const free = await new Promise<boolean>((resolve) => {
      const server = createServer()
      server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'))
      server.listen(port, host, () => server.close(() => resolve(true)))
    })
    if (!free) return false
  }
  return true
}
