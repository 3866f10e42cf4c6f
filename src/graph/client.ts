import { Client, HTTPMessageHandler } from '@microsoft/microsoft-graph-client'
import { BearerHandler, originOf } from './bearer.ts'
import { defaultRetryPolicy, type RetryPolicy } from './retry.ts'
import { RetryHandler } from './retryHandler.ts'

export interface GraphClientSettings {
  /** Where Graph lives: `https://graph.microsoft.com`, or the local tenant. */
  readonly origin: string
  /** Gives a token for Graph; it is sent to that origin and to nothing else. */
  readonly accessToken: () => Promise<string>
  readonly policy?: RetryPolicy
  /** Waits so many milliseconds; tests wait without waiting. */
  readonly wait?: (milliseconds: number) => Promise<void>
}

/**
 * Microsoft's Graph client with our chain: token, retry, HTTP. The stock chain cannot be used because it leaves the
 * token out on plain http, where the local tenant lives.
 */
export function createGraphClient(settings: GraphClientSettings): Client {
  const origin = originOf(settings.origin)
  return Client.initWithMiddleware({
    baseUrl: origin,
    defaultVersion: 'v1.0',
    middleware: [
      new BearerHandler(origin, settings.accessToken),
      new RetryHandler(settings.policy ?? defaultRetryPolicy, settings.wait),
      new HTTPMessageHandler(),
    ],
  })
}
