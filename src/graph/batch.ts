import type { Client } from '@microsoft/microsoft-graph-client'
import * as v from 'valibot'
import { limits } from '../domain/limits.ts'
import { gateOf } from './client.ts'
import { toM365Error } from './failures.ts'
import {
  type Attempt,
  decideRetry,
  defaultRetryPolicy,
  isThrottled,
  type RetryPolicy,
  readRetryAfter,
} from './retry.ts'
import { askedToWait, Repeatable } from './retryHandler.ts'
import { workloadOf } from './workload.ts'

/** One part of a batch; `url` is relative to the version: `/sites/…`. */
export interface BatchPart {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** The answer to one part; a part can fail while the batch succeeds. */
export interface BatchAnswer {
  readonly status: number
  readonly body?: unknown
}

const answers = v.object({
  responses: v.array(
    v.object({
      id: v.string(),
      status: v.number(),
      headers: v.optional(v.record(v.string(), v.string()), {}),
      body: v.optional(v.unknown()),
    }),
  ),
})
type PartAnswer = v.InferOutput<typeof answers>['responses'][number]

/** Graph takes 20 parts at most (learn.microsoft.com/graph/json-batching). */
const mostParts = limits.batchParts

/** A part that got no answer of its own; like a lost answer, it leaves open what happened. */
const noAnswer: BatchAnswer = { status: 504, body: null }

/**
 * Sends requests together, 20 at a time, and gives the answers in the order of the parts. Each part is throttled by
 * itself, so the parts that were asked to wait are sent again, alone, and the client's other calls wait with them.
 */
export async function sendBatch(
  client: Client,
  parts: readonly BatchPart[],
  policy: RetryPolicy = defaultRetryPolicy,
  wait: (milliseconds: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms)),
): Promise<readonly BatchAnswer[]> {
  const settled: BatchAnswer[] = []
  for (let from = 0; from < parts.length; from += mostParts)
    settled.push(...(await sendTogether(client, parts.slice(from, from + mostParts), policy, wait)))
  return settled
}

async function sendTogether(
  client: Client,
  parts: readonly BatchPart[],
  policy: RetryPolicy,
  wait: (milliseconds: number) => Promise<void>,
): Promise<readonly BatchAnswer[]> {
  const settled = new Map<string, BatchAnswer>()
  const started = Date.now()
  let waiting = parts.map((part, index) => ({ part, id: String(index + 1) }))
  for (let made = 1; waiting.length > 0; made += 1) {
    await passGate(client, waiting, policy)
    const byId = new Map((await post(client, waiting)).map((answer) => [answer.id, answer]))
    const again: typeof waiting = []
    let pause = 0
    for (const one of waiting) {
      const answer = byId.get(one.id)
      const attempt = answer && attemptOf(one.part, answer, made, started)
      const decision = attempt && decideRetry(attempt, policy, Math.random(), Date.now())
      if (attempt && isThrottled(attempt)) closeGate(client, one.part, attempt, policy)
      if (decision?.retry) {
        again.push(one)
        pause = Math.max(pause, decision.wait)
      } else settled.set(one.id, answer ?? noAnswer)
    }
    waiting = again
    if (waiting.length > 0) await wait(pause)
  }
  return parts.map((_, index) => settled.get(String(index + 1)) ?? noAnswer)
}

/** Waits while one of the parts goes where an earlier answer asked us to keep away from. */
async function passGate(
  client: Client,
  waiting: readonly { readonly part: BatchPart }[],
  policy: RetryPolicy,
): Promise<void> {
  const gate = gateOf(client)
  for (const name of new Set(waiting.map(({ part }) => workloadOf(part.url).name))) {
    if (gate && gate.closedFor(name, 0) > policy.patience) throw askedToWait()
    await gate?.pass(name, 0)
  }
}

function closeGate(client: Client, part: BatchPart, { retryAfter }: Attempt, policy: RetryPolicy): void {
  const pause = readRetryAfter(retryAfter, Date.now()) ?? policy.firstWait
  gateOf(client)?.close(workloadOf(part.url).name, pause)
}

function attemptOf(part: BatchPart, answer: PartAnswer, made: number, started: number): Attempt {
  const retryAfter = Object.entries(answer.headers).find(
    ([name]) => name.toLowerCase() === 'retry-after',
  )?.[1]
  return {
    status: answer.status,
    retryAfter: retryAfter ?? null,
    method: part.method,
    repeatable: false,
    conditional: headerNames(part).includes('if-match'),
    made,
    elapsed: Date.now() - started,
  }
}

const headerNames = (part: BatchPart) => Object.keys(part.headers ?? {}).map((name) => name.toLowerCase())

async function post(
  client: Client,
  waiting: readonly { readonly part: BatchPart; readonly id: string }[],
): Promise<readonly PartAnswer[]> {
  const requests = waiting.map(({ part, id }) => ({
    id,
    ...part,
    // A body without its content type makes Graph refuse the whole batch.
    ...(part.body === undefined ? {} : { headers: { 'Content-Type': 'application/json', ...part.headers } }),
  }))
  try {
    const isReading = waiting.every(({ part }) => part.method === 'GET')
    const request = client.api('/$batch').middlewareOptions(isReading ? [new Repeatable()] : [])
    const answer: unknown = await request.post({ requests })
    return v.parse(answers, answer).responses
  } catch (thrown) {
    throw toM365Error(thrown)
  }
}
