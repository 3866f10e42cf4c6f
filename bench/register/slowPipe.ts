import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One exchange that went through the pipe. Times are milliseconds since the epoch. */
export interface Passed {
  readonly method: string
  readonly path: string
  readonly began: number
  readonly ended: number
  /** Bytes of the answer's body. */
  readonly bytes: number
}

/** A pipe to a server on this machine that takes its time, and writes down what went through. */
export interface SlowPipe {
  readonly port: number
  readonly passed: Passed[]
  close(): Promise<void>
}

/**
 * Puts a round trip of so many milliseconds between the browser and a server: half on the way there, half on the way
 * back. The browser's own simulation leaves out the preflights of cross-origin requests.
 */
export async function openSlowPipe(target: number, roundTrip: number): Promise<SlowPipe> {
  const passed: Passed[] = []
  const server = createServer((incoming, outgoing) => {
    const began = Date.now()
    const method = incoming.method ?? 'GET'
    const done = (bytes: number) =>
      passed.push({ method, path: incoming.url ?? '', began, ended: Date.now(), bytes })
    setTimeout(() => forward(incoming, outgoing, target, roundTrip / 2, done), roundTrip / 2)
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    passed,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
  wayBack: number,
  done: (bytes: number) => void,
): void {
  const { method, url: path, headers } = incoming
  const onwards = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    let bytes = 0
    answer.on('data', (chunk: Buffer) => {
      bytes += chunk.length
    })
    setTimeout(() => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
      answer.once('end', () => done(bytes))
    }, wayBack)
    answer.pause()
  })
  onwards.once('error', () => outgoing.destroy())
  incoming.pipe(onwards)
}
