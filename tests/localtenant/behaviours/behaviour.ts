/**
 * What one request is expected to be answered. A regular expression stands for a text that matches it; `{name}` for a
 * value that an earlier step kept. Only what is named is compared.
 */
export interface Expected {
  /** One status, or any of several where Microsoft documents none. */
  readonly status: number | readonly number[]
  /** `error.code`; any of several where reports differ. */
  readonly code?: string | readonly string[]
  /** A part of `error.message`, where the words are known from Microsoft or from reports. */
  readonly says?: string
  readonly body?: Readonly<Record<string, unknown>>
  /** Paths that must be absent from the body, e.g. `fields.Owner`. */
  readonly lacks?: readonly string[]
  /** What the rows of all pages are like, in this order. */
  readonly rows?: readonly unknown[]
  /** The titles of the rows of all pages, in this order. */
  readonly titles?: readonly string[]
  readonly headers?: Readonly<Record<string, RegExp>>
}

/** One request and what is expected of its answer. */
export interface Step {
  /** Method and address. `{site}`, `{list}` and `{events}` are known; the rest was kept by earlier steps. */
  readonly ask: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly answer: Expected
  /** Values of the body to keep under a name: `{ item: 'id' }`. */
  readonly keep?: Readonly<Record<string, string>>
}

/** One behaviour of Microsoft 365 that the product relies on or could fall over, with where it is known from. */
export interface Behaviour {
  readonly name: string
  /** A page of learn.microsoft.com/graph by its file, or an issue (gd: microsoft-graph-docs, gdc: its contrib). */
  readonly source: string
  readonly steps: readonly Step[]
  /** Why it cannot be tried in a real tenant. */
  readonly onlyHere?: string
}

/** Behaviours that share one list, which is made before them and removed after them. */
export interface BehaviourTable {
  readonly subject: string
  readonly needs: 'list' | 'calendar'
  readonly columns?: readonly unknown[]
  readonly rows?: readonly Readonly<Record<string, unknown>>[]
  readonly behaviours: readonly Behaviour[]
}

/** A behaviour of one request. */
export function one(name: string, source: string, ask: string, answer: Expected, body?: unknown): Behaviour {
  return { name, source, steps: [{ ask, answer, body }] }
}
