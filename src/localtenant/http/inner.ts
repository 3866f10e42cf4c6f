import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/** A request handed to the app without a connection: one part of a $batch. */
export interface InnerRequest {
  readonly method: string
  readonly url: string
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

export interface InnerResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Handler = (req: IncomingMessage, res: ServerResponse) => void

const inner = new WeakSet<IncomingMessage>()

/** True for a request that {@link dispatch} made. */
export const isInner = (req: IncomingMessage): boolean => inner.has(req)

/** Runs one request through `handle` in this process and collects its answer. */
export function dispatch(handle: Handler, request: InnerRequest): Promise<InnerResponse> {
  const req = new IncomingMessage(new Socket())
  req.method = request.method
  req.url = request.url
  req.httpVersion = '1.1'
  Object.assign(req.headers, request.headers)
  if (request.body !== undefined) {
    req.headers['content-length'] = String(Buffer.byteLength(request.body))
    req.push(request.body)
  }
  req.push(null)
  req.complete = true // else Node takes the end of the body for a broken connection
  inner.add(req)
  return collect(handle, req)
}

function collect(handle: Handler, req: IncomingMessage): Promise<InnerResponse> {
  const res = new ServerResponse(req)
  return new Promise((resolve) => {
    const broken = () => resolve({ status: 504, headers: {}, body: '' })
    req.socket.once('close', broken)
    res.end = (chunk?: unknown) => {
      const body = typeof chunk === 'string' || chunk instanceof Buffer ? chunk.toString() : ''
      resolve({ status: res.statusCode, headers: plain(res), body })
      res.emit('finish')
      return res
    }
    handle(req, res)
  })
}

function plain(res: ServerResponse): Record<string, string> {
  const names = res.getHeaderNames().filter((name) => name !== 'content-length' && name !== 'etag')
  return Object.fromEntries(names.map((name) => [name, String(res.getHeader(name))]))
}
