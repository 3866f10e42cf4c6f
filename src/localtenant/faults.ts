import { seededNumbers } from './faults/random.ts'

export const faultKinds = [
  '429',
  '503',
  '504-before',
  '504-after-commit',
  'connection-reset-before',
  'connection-reset-after-commit',
  'slow',
  'slow-after-commit',
  'inner-429',
  'empty-page',
  'repeated-item',
  '410-delta',
  '412-storm',
] as const
export type FaultKind = (typeof faultKinds)[number]

export interface FaultRule {
  /** GET, POST …; every method when absent. */
  readonly method?: string
  /** Regular expression that the path (from /v1.0 or /connector on, without the query) must match. */
  readonly path: string
  /** How many matching requests are hit. */
  readonly times: number
  readonly kind: FaultKind
  /** The first matching request that may be hit, counted from 1; the first when absent. */
  readonly nth?: number
  /** Probability from 0 to 1 with which a matching request is hit; always when absent. */
  readonly chance?: number
  /** Decides what `chance` decides: the same seed gives the same hits. 1 when absent. */
  readonly seed?: number
  /** Seconds in the Retry-After header of 429 and 503; none when absent. */
  readonly retryAfter?: number
  /** Whether Retry-After is written as seconds (when absent) or as an HTTP date: both are allowed, both are seen. */
  readonly retryAfterAs?: 'seconds' | 'date'
  /** Milliseconds that the slow kinds wait, before the work or before the answer. */
  readonly delayMs?: number
  /** Only requests of this application (client id). */
  readonly app?: string
}

export interface PlannedFault extends FaultRule {
  readonly remaining: number
  readonly hits: number
}

/** What the plan has to know of a request. `can` says which kinds could befall it at all. */
export interface FaultTarget {
  readonly method: string
  readonly path: string
  readonly app: string | undefined
  can(kind: FaultKind): boolean
}

/** Failures to come, in the order they were planned: how a test makes Microsoft 365 have a bad day. */
export interface FaultPlan {
  add(rules: readonly FaultRule[]): void
  list(): readonly PlannedFault[]
  clear(): void
  /** Takes the first rule that matches, is due and still has hits left. */
  take(target: FaultTarget): FaultRule | undefined
}

interface Planned {
  readonly rule: FaultRule
  readonly pattern: RegExp
  readonly random: () => number
  seen: number
  hits: number
}

/** An empty plan, kept in memory only. */
export function openFaultPlan(): FaultPlan {
  let planned: Planned[] = []
  return {
    add(rules) {
      planned = [...planned, ...rules.map(plan)]
    },
    list: () => planned.map(({ rule, hits }) => ({ ...rule, remaining: rule.times - hits, hits })),
    clear() {
      planned = []
    },
    take(target) {
      const found = planned.find((one) => matches(one, target) && isDue(one))
      if (found === undefined) return undefined
      found.hits += 1
      return found.rule
    },
  }
}

const plan = (rule: FaultRule): Planned => ({
  rule,
  pattern: new RegExp(rule.path),
  random: seededNumbers(rule.seed ?? 1),
  seen: 0,
  hits: 0,
})

function matches({ rule, pattern, hits }: Planned, { method, path, app, can }: FaultTarget): boolean {
  return (
    hits < rule.times &&
    (rule.method === undefined || rule.method.toUpperCase() === method) &&
    (rule.app === undefined || rule.app === app) &&
    can(rule.kind) &&
    pattern.test(path)
  )
}

function isDue(one: Planned): boolean {
  one.seen += 1
  if (one.seen < (one.rule.nth ?? 1)) return false
  return one.rule.chance === undefined || one.random() < one.rule.chance
}

/** Whether something sent to the controls is a rule that can be planned. */
export function isFaultRule(rule: unknown): rule is FaultRule {
  if (typeof rule !== 'object' || rule === null) return false
  const { path, times, kind, nth = 1, chance = 1, seed = 1, retryAfterAs = 'seconds' } = rule as FaultRule
  return (
    typeof path === 'string' &&
    isPattern(path) &&
    Number.isInteger(times) &&
    faultKinds.includes(kind) &&
    Number.isInteger(nth) &&
    nth >= 1 &&
    typeof chance === 'number' &&
    chance >= 0 &&
    chance <= 1 &&
    Number.isInteger(seed) &&
    (retryAfterAs === 'seconds' || retryAfterAs === 'date')
  )
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text)
    return true
  } catch {
    return false
  }
}
