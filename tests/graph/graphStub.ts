import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Client } from '@microsoft/microsoft-graph-client'
import { createGraphClient } from '../../src/graph/client.ts'

export interface StubRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: unknown
}

/** `lost` closes the connection without an answer, `silent` leaves it open without one. */
export type StubAnswer =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | 'lost'
  | 'silent'

export interface GraphStub {
  readonly origin: string
  readonly requests: StubRequest[]
  readonly waits: number[]
  readonly client: Client
  stop(): Promise<void>
}

/** A server on this machine that answers Graph's requests as a test says; the real client talks to it over HTTP. */
export async function startGraphStub(answer: (request: StubRequest) => StubAnswer): Promise<GraphStub> {
  const requests: StubRequest[] = []
  const waits: number[] = []
  const server = createServer(async (incoming, outgoing) => {
    const request = await readRequest(incoming)
    requests.push(request)
    send(outgoing, answer(request))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = createGraphClient({
    origin,
    accessToken: async () => 'the-token',
    wait: async (milliseconds) => {
      waits.push(milliseconds)
    },
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return { origin, requests, waits, client, stop }
}

/** Gives the answers one after the other, the last one for ever. */
export function inTurn(...answers: readonly StubAnswer[]): () => StubAnswer {
  let next = 0
  return () => {
    const answer = answers[Math.min(next, answers.length - 1)] ?? { status: 500 }
    next += 1
    return answer
  }
}

/** Graph's error envelope. */
export function refusal(status: number, code: string, message = '', headers: Record<string, string> = {}) {
  const innerError = { 'request-id': 'request-1' }
  return { status, headers, body: { error: { code, message, innerError } } }
}

async function readRequest(incoming: IncomingMessage): Promise<StubRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString('utf8')
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://stub')
  return {
    method: incoming.method ?? 'GET',
    path: pathname,
    query: searchParams,
    headers: incoming.headers,
    body: text === '' ? null : JSON.parse(text),
  }
}

function send(outgoing: ServerResponse, answer: StubAnswer): void {
  if (answer === 'silent') return
  if (answer === 'lost') {
    outgoing.socket?.destroy()
    return
  }
  outgoing.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers })
  outgoing.end(answer.body === undefined ? '' : JSON.stringify(answer.body))
}
