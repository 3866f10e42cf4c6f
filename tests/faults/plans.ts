import { seededNumbers } from '../../src/localtenant/faults/random.ts'
import type { FaultKind, FaultRule } from '../../src/localtenant/faults.ts'
import type { Verdict } from './verdict.ts'

export const journeys = ['edit', 'invite', 'card', 'change'] as const
export type JourneyName = (typeof journeys)[number]

/** A bad day of Microsoft 365, and what the people do on it. The seed decides everything. */
export interface Plan {
  readonly seed: number
  readonly journey: JourneyName
  /** Faults while the journey's first write is made (the edit, the invitation, its change, the reminders). */
  readonly first: readonly FaultRule[]
  /** Faults while the second one is made (the answers, calling it off, the press on a card); an edit has no second. */
  readonly second: readonly FaultRule[]
  /** Whether somebody else acts as well; each journey has its own meaning of it. */
  readonly company: boolean
  /** A number from 0 up to 1 for what else a journey has to choose. */
  choose(): number
}

/** A journey made ready to be run under one plan after the other, in a tenant of its own. */
export interface Lane {
  run(plan: Plan): Promise<Verdict>
  end(): Promise<void>
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
/** A run writes into three lists, each for a reason of its own: a fault names the list, or it hits another write. */
const within = (list: string, { path, ...target }: Target): Target => ({
  ...target,
  path: `/lists/${list}${path}`,
})
const claim: Target = within('ReminderLedger', { method: 'POST', path: '/items$', kinds: anyWrite })
const mark = within('ReminderLedger', save)
const ledger = within('ReminderLedger', rows)
const lock = within('Settings', save)
/** What a press saves. Answers are told in the background meanwhile, and write elsewhere. */
const pressed = within('Recommendations', save)
const event: Target = { method: 'POST', path: '/me/events$', kinds: anyWrite }
const readEvent: Target = { method: 'GET', path: '/me/(?:events|calendarView)', kinds: anyRead }
const changeEvent: Target = { method: 'PATCH', path: '/events/[^/]+$', kinds: anyWrite }
const cancelEvent: Target = { method: 'POST', path: '/events/[^/]+/cancel$', kinds: anyWrite }
const oneEvent: Target = { method: 'GET', path: '/events/[^/]+$', kinds: anyRead }
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
  change: [
    [save, changeEvent, save, changeEvent, oneEvent, row, anything],
    [save, cancelEvent, cancelEvent, oneEvent, row, anything],
  ],
  card: [
    [card, claim, card, mark, lock, chat, messages, rows, anything],
    [pressed, row, pressed, rows, refresh, anything],
  ],
}

/** A fault as the hard days below write it. */
type Fault = Omit<FaultRule, 'app'>
const on = ({ method, path }: Target, kind: FaultKind, nth: number, times: number): Fault => ({
  method,
  path,
  kind,
  nth,
  times,
})
const readBack = on(row, '504-before', 2, 12)

/** Days on which two things go wrong one after the other; each was thought of because one of them alone is easy. */
const hardDays: Readonly<Record<JourneyName, readonly (readonly [readonly Fault[], readonly Fault[]])[]>> = {
  edit: [
    [[on(save, '504-after-commit', 1, 1), readBack], []],
    [[on(save, 'connection-reset-after-commit', 1, 1), readBack], []],
    [[on(save, '504-after-commit', 1, 1), on(save, '429', 1, 12)], []],
    [[on(save, 'slow-after-commit', 1, 1), on(save, '412-storm', 1, 1)], []],
    [[on(save, '412-storm', 1, 1), on(save, '504-after-commit', 1, 1), readBack], []],
    [[on(rows, 'empty-page', 1, 3), on(site, 'empty-page', 1, 2)], []],
    [[on(delta, 'repeated-item', 1, 6)], []],
    [[on(delta, '410-delta', 1, 1), on(delta, 'empty-page', 2, 2), on(delta, 'repeated-item', 1, 6)], []],
  ],
  invite: [
    [[on(save, '412-storm', 2, 12)], [on(save, '412-storm', 1, 12)]],
    [[on(save, 'connection-reset-after-commit', 1, 1), readBack], [on(save, '504-after-commit', 1, 6)]],
    [[on(save, '504-after-commit', 1, 1), on(save, '429', 1, 12)], []],
    [[on(event, '504-after-commit', 1, 1), on(event, '429', 1, 12)], []],
    [[on(event, 'connection-reset-after-commit', 1, 1), on(readEvent, '503', 1, 12)], []],
    [[on(event, 'slow-after-commit', 1, 6), on(save, '412-storm', 2, 3)], []],
  ],
  change: [
    [[on(changeEvent, '504-after-commit', 1, 1)], [on(cancelEvent, '504-after-commit', 1, 1)]],
    [
      [on(changeEvent, 'connection-reset-after-commit', 1, 1), on(oneEvent, '503', 2, 12)],
      [on(cancelEvent, 'connection-reset-after-commit', 1, 1), on(oneEvent, '503', 2, 12)],
    ],
    [
      [on(changeEvent, '504-after-commit', 1, 1), on(changeEvent, '429', 1, 12)],
      [on(save, '412-storm', 1, 12)],
    ],
    [[on(save, '504-after-commit', 1, 1), on(save, '429', 1, 12)], [on(save, '504-after-commit', 2, 6)]],
    [[on(save, '412-storm', 2, 12)], [on(save, '412-storm', 2, 12)]],
    [
      [on(changeEvent, 'slow-after-commit', 1, 6), on(save, '412-storm', 2, 3)],
      [on(cancelEvent, '429', 1, 12)],
    ],
  ],
  card: [
    [[on(card, '504-after-commit', 1, 1), on(messages, '504-before', 1, 30)], []],
    [[on(card, 'connection-reset-after-commit', 1, 4)], [on(pressed, '504-after-commit', 1, 1), readBack]],
    [[on(card, '504-after-commit', 1, 1), on(mark, '503', 1, 30)], [on(pressed, '412-storm', 1, 12)]],
    [
      [on(claim, '504-after-commit', 2, 6), on(ledger, '504-before', 5, 30)],
      [on(pressed, '412-storm', 1, 2)],
    ],
    [[on(claim, '429', 2, 30)], [on(pressed, '504-after-commit', 1, 1), on(pressed, '429', 1, 12)]],
    [[on(card, '504-before', 1, 12)], [on(refresh, '504-before', 1, 12)]],
    [[on(chat, '503', 1, 12)], [on(row, '503', 2, 12)]],
    [[on(mark, '412-storm', 1, 12)], [on(pressed, 'connection-reset-after-commit', 1, 12)]],
    [[on(lock, '412-storm', 1, 2)], [on(pressed, '412-storm', 1, 1), on(pressed, '504-after-commit', 2, 1)]],
    [[on(lock, '504-after-commit', 1, 6), on(lock, '503', 7, 12)], []],
    [[on(rows, 'empty-page', 1, 12)], [on(rows, 'empty-page', 1, 12)]],
  ],
}

/** The plan of a seed. Journeys take turns; each begins with its hard days, then goes on by chance. */
export function planOf(seed: number, app: string): Plan {
  const journey = journeys[seed % journeys.length] ?? 'edit'
  const round = Math.floor((seed - 1) / journeys.length)
  const random = seededNumbers(seed)
  const hard = hardDays[journey][round]
  const [first, second] = targets[journey]
  const byChance = (from: readonly Target[]) =>
    rulesFor(from, round, random, app).map((rule) => (journey === 'card' ? inRealTime(rule) : rule))
  const chance = [byChance(first), byChance(second)] as const
  const company = random() < 0.3
  const ofApp = (faults: readonly Fault[]) => faults.map((fault) => ({ ...fault, app }))
  return hard
    ? { seed, journey, first: ofApp(hard[0]), second: ofApp(hard[1]), company: false, choose: random }
    : { seed, journey, first: chance[0], second: chance[1], company, choose: random }
}

/** The service keeps away for as long as it is asked to, by the real clock; a test of many plans asks for less. */
function inRealTime(rule: FaultRule): FaultRule {
  const { retryAfter, delayMs, ...rest } = rule
  return {
    ...rest,
    ...(retryAfter === undefined ? {} : { retryAfter: Math.min(retryAfter, 1) }),
    ...(delayMs === undefined ? {} : { delayMs: Math.min(delayMs, 150) }),
  }
}

type Random = () => number
const pick = <T>(values: readonly T[], random: Random): T => values[Math.floor(random() * values.length)] as T

function rulesFor(from: readonly Target[], round: number, random: Random, app: string): readonly FaultRule[] {
  const pairs = from.flatMap((target) => target.kinds.map((kind) => [target, kind] as const))
  // A step without a divisor in common with their number leads through all pairs, in a mixed order.
  const leading = pairs[(round * 37) % Math.max(1, pairs.length)]
  if (!leading) return []
  const more = Array.from({ length: pick([0, 0, 1, 1, 2, 3], random) }, () => pick(from, random))
  return [
    ruleOf(...leading, random, app),
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
    ...(kind.startsWith('slow') ? { delayMs: pick([60, 60, 500], random) } : {}),
  }
}
