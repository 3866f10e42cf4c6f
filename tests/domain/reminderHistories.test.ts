import fc from 'fast-check'
import { addDays, daysBetween, type IsoDate } from '../../src/domain/calendarDays.ts'
import type { Post } from '../../src/domain/post.ts'
import { openDeadline, type Recommendation } from '../../src/domain/recommendation.ts'
import { type LedgerMark, partsOfKey, type ReminderPlan } from '../../src/domain/reminderLines.ts'
import { defaultPolicies, type ReminderPreference } from '../../src/domain/reminderPolicy.ts'
import { planReminders } from '../../src/domain/reminders.ts'
import { isWorkingDay, publishedDaysOff, workingDaysBefore } from '../../src/domain/workingDays.ts'
import { aDueEntry, aPost, aRecommendation, aReport, holderOf, secretary } from '../support/register.ts'
import { aClock } from '../support/reminderPlans.ts'

/** What may happen on one day, before the service runs or does not run. */
interface Day {
  readonly runs: boolean
  readonly time: string | null
  readonly event: 'none' | 'move' | 'hand-over' | 'close' | 'reopen' | 'wish'
  readonly row: number
  readonly by: number
}

const holder = (number: number) => ({ objectId: `o-${number}`, name: `P ${number}`, address: '' })
const start = '2021-04-26'
const days = fc.array(
  fc.record<Day>({
    runs: fc.boolean(),
    time: fc.constantFrom(null, null, '08:00', '22:00'),
    event: fc.constantFrom('none', 'none', 'none', 'move', 'hand-over', 'close', 'reopen', 'wish'),
    row: fc.nat(2),
    by: fc.nat(40),
  }),
  { minLength: 20, maxLength: 60 },
)

/** A small register, the ledger as cards fill it, and how often each was sent. */
class History {
  rows = [0, 1, 2].map((number) =>
    aRecommendation({
      number: String(number),
      ownerPost: `post-${number}`,
      due: [dueOn(addDays(start, 20 * number))],
    }),
  )
  posts: Post[] = [0, 1, 2].map((number) =>
    aPost({ key: `post-${number}`, holder: holder(number), deputy: holder(10) }),
  )
  readonly secretaryPost = aPost({ key: 'board-secretary', holder: holderOf(secretary) })
  readonly reports = [aReport({ clocks: [aClock()] })]
  readonly wishes = new Map<string, ReminderPreference>()
  readonly ledger: LedgerMark[] = []

  happen({ event, row, by }: Day, today: IsoDate): void {
    const change = (next: (value: Recommendation) => Recommendation) => {
      this.rows = this.rows.map((value, at) => (at === row ? next(value) : value))
    }
    if (event === 'move')
      change((value) => ({ ...value, due: [...value.due, dueOn(addDays(today, by - 5), 'extended-to')] }))
    if (event === 'close') change((value) => ({ ...value, status: 'CLOSED' }))
    if (event === 'reopen') change((value) => ({ ...value, status: 'RED' }))
    if (event === 'hand-over')
      this.posts = this.posts.map((post, at) => (at === row ? { ...post, holder: holder(by) } : post))
    const how = (['at-once', 'daily', 'weekly'] as const)[by % 3] ?? 'daily'
    const snoozeUntil = by % 4 === 0 ? addDays(today, by) : null
    if (event === 'wish')
      for (const person of [holder(row).objectId, secretary.objectId])
        this.wishes.set(person, { how, weekday: 1 + (by % 5), snoozeUntil })
  }

  plan(today: IsoDate, time: string | null): ReminderPlan {
    const stored = this.rows.map((value, at) => ({ id: String(at), value }))
    const policies = { ...defaultPolicies, preferences: this.wishes }
    const calendar = { daysOff: publishedDaysOff, time }
    return planReminders(
      stored,
      [...this.posts, this.secretaryPost],
      this.ledger,
      policies,
      calendar,
      today,
      this.reports,
    )
  }

  send({ messages }: ReminderPlan, today: IsoDate): void {
    for (const { person, digest } of messages)
      for (const { key, rule, recommendation } of digest)
        this.ledger.push({
          ...{ key, rule, recommendation, person: person.objectId, state: 'sent' },
          ...{ sentAt: `${today}T08:00:00.000Z`, forDay: today },
        })
  }

  wasTold(recommendation: string, rule: string, person: string): boolean {
    return this.ledger.some(
      (mark) =>
        mark.recommendation === recommendation &&
        mark.person === person &&
        partsOfKey(mark.key).rule === rule,
    )
  }
}

const dueOn = (date: string, verb: 'none' | 'extended-to' = 'none') =>
  aDueEntry({ date, precision: 'day', verb })

/** Written apart from the code: what a deadline's owner must have been told by the end of a working day. */
function mustHaveHeard(deadline: IsoDate, today: IsoDate): string | null {
  const late = daysBetween(deadline, today)
  if (late > 0) return late <= 7 ? 'overdue' : `overdue-${Math.ceil(late / 7)}`
  if (late === 0) return 'on-the-day'
  for (const offset of [1, 7, 14, 30])
    if (workingDaysBefore(deadline, offset) <= today) return `before-${offset}`
  return null
}

function live(
  history: readonly Day[],
  after: (scene: History, plan: ReminderPlan, today: IsoDate, day: Day) => void,
) {
  const scene = new History()
  for (const [at, day] of history.entries()) {
    const today = addDays(start, at)
    scene.happen(day, today)
    if (!day.runs) continue
    const plan = scene.plan(today, day.time)
    scene.send(plan, today)
    after(scene, plan, today, day)
  }
  return scene
}

describe('whatever happens', () => {
  test('nothing is said twice under one key, and nobody gets two digests on a day', () => {
    fc.assert(
      fc.property(days, (history) => {
        const scene = live(history, (_scene, { messages }) => {
          const people = messages.filter(({ kind }) => kind === 'digest').map(({ person }) => person.objectId)
          expect(new Set(people).size).toBe(people.length)
        })
        const keys = scene.ledger.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 100 },
    )
  })

  test('nothing goes out on days without work or in quiet hours', () => {
    fc.assert(
      fc.property(days, (history) => {
        live(history, (_scene, { messages }, today, { time }) => {
          if (!isWorkingDay(today) || time === '22:00') expect(messages).toEqual([])
        })
      }),
      { numRuns: 100 },
    )
  })

  test('whoever is responsible has heard by the end of a run, unless they wished otherwise', () => {
    fc.assert(
      fc.property(days, (history) => {
        live(history, (scene, _plan, today, { time }) => {
          if (!isWorkingDay(today) || time === '22:00') return
          for (const [at, row] of scene.rows.entries()) {
            const deadline = openDeadline(row)
            const person = scene.posts[at]?.holder?.objectId ?? ''
            const rule = deadline === null ? null : mustHaveHeard(deadline, today)
            if (rule !== null && !scene.wishes.has(person))
              expect([today, rule, scene.wasTold(row.key, rule, person)]).toEqual([today, rule, true])
          }
        })
      }),
      { numRuns: 100 },
    )
  })

  test('a duty that the law sets is said, whatever the person wishes', () => {
    fc.assert(
      fc.property(days, (history) => {
        live(history, (scene, _plan, today, { time }) => {
          if (!isWorkingDay(today) || time === '22:00') return
          const late = daysBetween('2021-05-05', today)
          const step =
            late > 0
              ? `overdue${late <= 7 ? '' : `-${Math.ceil(late / 7)}`}`
              : late === 0
                ? 'on-the-day'
                : null
          const rule = `statutory-section-55-${step}`
          if (step)
            expect([today, scene.wasTold('hate-crime-2018-07', rule, secretary.objectId)]).toEqual([
              today,
              true,
            ])
        })
      }),
      { numRuns: 100 },
    )
  })
})
