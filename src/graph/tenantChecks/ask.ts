import { type Client, ResponseType } from '@microsoft/microsoft-graph-client'
import * as v from 'valibot'
import { relativeAddress } from '../relativeAddress.ts'

/** An answer as it came, also when it is a refusal. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

export interface AskOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends one request and gives the answer, whatever its status. */
export type Ask = (method: string, target: string, options?: AskOptions) => Promise<Reply>

/** Asks through the product's own client: token, throttling and all. A target is a path or a whole link. */
export function askThrough(client: Client): Ask {
  return async (method, target, { body, headers = {} } = {}) => {
    const request = client
      .api(relativeAddress(target))
      .headers({ ...headers })
      .responseType(ResponseType.RAW)
    const answer: Response = await sent(request, method, body)
    return readReply(answer)
  }
}

/** Asks another server than Graph, with a token for it. */
export function askAt(base: string, accessToken: () => Promise<string>): Ask {
  return async (method, target, { body, headers = {} } = {}) =>
    readReply(
      await fetch(`${base.replace(/\/$/, '')}${target}`, {
        method,
        headers: {
          Authorization: `Bearer ${await accessToken()}`,
          'Content-Type': 'application/json',
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    )
}

function sent(request: ReturnType<Client['api']>, method: string, body: unknown): Promise<Response> {
  switch (method) {
    case 'POST':
      return request.post(body)
    case 'PATCH':
      return request.patch(body)
    case 'DELETE':
      return request.delete()
    default:
      return request.get()
  }
}

async function readReply(answer: Response): Promise<Reply> {
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: parsed(text) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const failure = v.object({
  error: v.object({
    code: v.optional(v.string(), ''),
    message: v.optional(v.string(), ''),
    '@event.existingEventId': v.optional(v.string()),
  }),
})

/** Code and message of a refusal; empty where the answer is none. */
export function refusalOf(reply: Reply): v.InferOutput<typeof failure>['error'] {
  const read = v.safeParse(failure, reply.body)
  return read.success ? read.output.error : { code: '', message: '' }
}

/** `403 accessDenied`, or `201` for an answer without a code. */
export function inShort(reply: Reply): string {
  return `${reply.status} ${refusalOf(reply).code}`.trim()
}

/** The id of what was created or read, or null. */
export function idOf(reply: Reply): string | null {
  const read = v.safeParse(v.object({ id: v.string() }), reply.body)
  return read.success ? read.output.id : null
}

/** The objects of a page that have this shape; empty where the answer is no page. */
export function pageOf<T>(reply: Reply, shape: v.GenericSchema<unknown, T>): readonly T[] {
  const read = v.safeParse(v.object({ value: v.array(shape) }), reply.body)
  return read.success ? read.output.value : []
}
