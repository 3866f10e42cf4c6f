import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '@microsoft/microsoft-graph-client'
import { toM365Error } from '../failures.ts'
import { Repeatable } from '../retryHandler.ts'

/** One write to Graph, in words and as the request that it is. */
export interface Change {
  /** What it does, e.g. "Register the application Follow-Through". */
  readonly words: string
  readonly method: 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
}

/** Reads from Graph, and makes changes or only says what they would be. */
export interface Registrar {
  /** The answer to a GET; null when there is no such thing. */
  read(path: string): Promise<unknown>
  /** Makes the change; answers with what was made, or null when changes are only told. */
  change(change: Change): Promise<unknown>
  /** How many changes there were. */
  count(): number
}

/** A new object is not everywhere in the directory at once: how often and how long (ms) to wait for it. */
const patience = { times: 6, wait: 5_000 }

/** Asks Graph; with `apply` changes are made, without it each request is only told. Throws M365Error. */
export function registrar(
  client: Client,
  { apply, tell }: { readonly apply: boolean; readonly tell: (line: string) => void },
): Registrar {
  let count = 0
  let somethingIsNew = false
  return {
    async read(path) {
      try {
        return await client.api(path).get()
      } catch (thrown) {
        const error = toM365Error(thrown)
        if (error.kind === 'missing') return null
        throw error
      }
    },
    async change(change) {
      count += 1
      tell(`${change.words}${apply ? '.' : ':'}`)
      if (!apply) {
        tell(`  ${change.method} /v1.0${change.path}`)
        if (change.body) tell(JSON.stringify(change.body, null, 2).replace(/^/gm, '  '))
        return null
      }
      const made = await send(client, change, somethingIsNew ? patience.times : 0)
      somethingIsNew ||= change.method === 'POST'
      return made
    },
    count: () => count,
  }
}

/** Repeats a refused write while what it builds upon may not have reached every part of the directory. */
async function send(client: Client, change: Change, times: number): Promise<unknown> {
  for (let left = times; ; left -= 1) {
    try {
      return await request(client, change)
    } catch (thrown) {
      const error = toM365Error(thrown)
      const early = error.kind === 'missing' || /does not reference a valid|was not found/.test(error.message)
      if (!early || left === 0) throw error
      await pause(patience.wait)
    }
  }
}

function request(client: Client, { method, path, body }: Change): Promise<unknown> {
  if (method === 'POST') return client.api(path).post(body ?? {})
  // Made twice, a change or a removal comes to the same.
  const repeatable = client.api(path).middlewareOptions([new Repeatable()])
  return method === 'PATCH' ? repeatable.patch(body ?? {}) : repeatable.delete()
}
