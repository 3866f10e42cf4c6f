import { Client, HTTPMessageHandler } from '@microsoft/microsoft-graph-client'
import { BearerHandler, originOf } from './bearer.ts'
import { defaultRetryPolicy, type RetryPolicy } from './retry.ts'
import { RetryHandler } from './retryHandler.ts'
import { type GateDeps, ThrottleGate } from './throttleGate.ts'

export interface GraphClientSettings {
  /** Where Graph lives: `https://graph.microsoft.com`, or the local tenant. */
  readonly origin: string
  /** Gives a token for Graph; it is sent to that origin and to nothing else. */
  readonly accessToken: () => Promise<string>
  readonly policy?: RetryPolicy
  /** Waits so many milliseconds; tests wait without waiting. */
  readonly wait?: (milliseconds: number) => Promise<void>
  /** Epoch milliseconds; the machine's clock when left out. */
  readonly now?: () => number
}

const gates = new WeakMap<Client, ThrottleGate>()

/** What the calls of a client know of one another's waits; null for a client that is not ours. */
export function gateOf(client: Client): ThrottleGate | null {
  return gates.get(client) ?? null
}

/**
 * Microsoft's Graph client with our chain: token, retry, HTTP. The stock chain cannot be used because it leaves the
 * token out on plain http, where the local tenant lives.
 */
export function createGraphClient(settings: GraphClientSettings): Client {
  const origin = originOf(settings.origin)
  const policy = settings.policy ?? defaultRetryPolicy
  const { wait = sleep, now = Date.now } = settings
  const deps: GateDeps = { wait, now, random: Math.random }
  const gate = new ThrottleGate(deps, policy.firstWait)
  const client = Client.initWithMiddleware({
    baseUrl: origin,
    defaultVersion: 'v1.0',
    middleware: [
      new BearerHandler(origin, settings.accessToken),
      new RetryHandler(policy, gate, deps),
      new HTTPMessageHandler(),
    ],
  })
  gates.set(client, gate)
  return client
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
