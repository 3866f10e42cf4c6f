import { seededNumbers } from '../../src/localtenant/faults/random.ts'
import type { FaultKind, FaultRule } from '../../src/localtenant/faults.ts'

export const journeys = ['edit', 'invite', 'card'] as const
export type JourneyName = (typeof journeys)[number]

/** A bad day of Microsoft 365, and what the people do on it. The seed decides everything. */
export interface Plan {
  readonly seed: number
  readonly journey: JourneyName
  /** Faults while the journey's first write is made (the edit, the invitation, the reminders). */
  readonly first: readonly FaultRule[]
  /** Faults while the second one is made (the answers of an invitation, the press on a card); an edit has no second. */
  readonly second: readonly FaultRule[]
  /** Whether somebody else acts as well; each journey has its own meaning of it. */
  readonly company: boolean
  /** A number from 0 up to 1 for what else a journey has to choose. */
  choose(): number
}

interface Target {
  readonly method: string
  readonly path: string
  readonly kinds: readonly FaultKind[]
}

const answered: readonly FaultKind[] = ['429', '503', '504-before', 'slow']
const cut: readonly FaultKind[] = ['connection-reset-before', 'connection-reset-after-commit']
const late: readonly FaultKind[] = ['504-after-commit', 'slow-after-commit']
const anyRead: readonly FaultKind[] = [...answered, ...cut]
const anyWrite: readonly FaultKind[] = [...answered, ...cut, ...late]

const site: Target = { method: 'GET', path: '/sites/[^/]+/lists$', kinds: [...anyRead, 'empty-page'] }
const rows: Target = { method: 'GET', path: '/items$', kinds: [...anyRead, 'empty-page'] }
const row: Target = { method: 'GET', path: '/items/\\d+$', kinds: anyRead }
const delta: Target = {
  method: 'GET',
  path: '/items/delta$',
  kinds: [...anyRead, 'empty-page', 'repeated-item', '410-delta'],
}
const save: Target = { method: 'PATCH', path: '/items/\\d+/fields$', kinds: [...anyWrite, '412-storm'] }
const claim: Target = { method: 'POST', path: '/items$', kinds: anyWrite }
const event: Target = { method: 'POST', path: '/me/events$', kinds: anyWrite }
const readEvent: Target = { method: 'GET', path: '/me/events', kinds: anyRead }
const chat: Target = { method: 'POST', path: '^/connector/v3/conversations$', kinds: anyWrite }
const card: Target = { method: 'POST', path: '/activities$', kinds: anyWrite }
const refresh: Target = { method: 'PUT', path: '/activities/', kinds: anyWrite }
const messages: Target = { method: 'GET', path: '/messages$|/installedApps|/chat$', kinds: anyRead }
const anything: Target = { method: '', path: '^/v1\\.0/|^/connector/v3/', kinds: [...answered, ...cut] }

const targets: Readonly<Record<JourneyName, readonly [readonly Target[], readonly Target[]]>> = {
  edit: [[save, save, delta, row, rows, site, anything], []],
  invite: [
    [save, event, save, event, readEvent, row, anything],
    [save, readEvent],
  ],
  card: [
    [card, claim, card, save, chat, messages, rows, anything],
    [save, row, save, rows, refresh, anything],
  ],
}

/** The plan of a seed. Journeys take turns, and each goes through its targets and their kinds one after the other. */
export function planOf(seed: number, app: string): Plan {
  const journey = journeys[seed % journeys.length] ?? 'edit'
  const round = Math.floor(seed / journeys.length)
  const random = seededNumbers(seed)
  const [first, second] = targets[journey]
  return {
    seed,
    journey,
    first: rulesFor(first, round, random, app),
    second: rulesFor(second, round, random, app),
    company: random() < 0.3,
    choose: random,
  }
}

type Random = () => number
const pick = <T>(values: readonly T[], random: Random): T => values[Math.floor(random() * values.length)] as T

function rulesFor(from: readonly Target[], round: number, random: Random, app: string): readonly FaultRule[] {
  const leading = from[round % Math.max(1, from.length)]
  if (!leading) return []
  const kind = leading.kinds[Math.floor(round / from.length) % leading.kinds.length] ?? '429'
  const more = Array.from({ length: pick([0, 0, 1, 1, 2, 3], random) }, () => pick(from, random))
  return [
    ruleOf(leading, kind, random, app),
    ...more.map((target) => ruleOf(target, pick(target.kinds, random), random, app)),
  ]
}

/** Six hits in a row are more than a request is tried, so some of the plans end in a failure that people see. */
function ruleOf(target: Target, kind: FaultKind, random: Random, app: string): FaultRule {
  const chance = pick([undefined, undefined, undefined, 0.5], random)
  const retryAfter = pick([undefined, 0, 1, 3, 20], random)
  return {
    ...(target.method === '' ? {} : { method: target.method }),
    path: target.path,
    kind,
    app,
    times: chance === undefined ? pick([1, 1, 1, 2, 3, 6], random) : pick([3, 6, 12], random),
    nth: pick([1, 1, 1, 2, 3], random),
    ...(chance === undefined ? {} : { chance, seed: Math.floor(random() * 1_000_000) }),
    ...(retryAfter === undefined
      ? {}
      : { retryAfter, retryAfterAs: pick(['seconds', 'date'] as const, random) }),
    ...(kind.startsWith('slow') ? { delayMs: pick([60, 60, 900], random) } : {}),
  }
}
