import type { PostHolder } from '../../src/domain/post.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import { postStore } from '../../src/graph/lists/posts.ts'
import { recommendationStore } from '../../src/graph/lists/recommendations.ts'
import { reportStore } from '../../src/graph/lists/reports.ts'
import { settingStore } from '../../src/graph/lists/settings.ts'
import type { Stored } from '../../src/usecases/ports.ts'
import type { RunReport } from '../../src/usecases/runReport.ts'
import { personId } from '../support/localTenant.ts'
import { aPost, aRecommendation, aReport } from '../support/register.ts'
import { aSetting } from '../support/reminders.ts'
import { CardPressing } from './cardPressing.ts'
import type { Lane } from './plans.ts'
import { chatOf, type RunAnswer, type Service, startService } from './service.ts'
import type { FarEnd } from './site.ts'
import { mustBe, mustBeOne, mustBeSentences, newVerdict, type Verdict } from './verdict.ts'

const mostRuns = 4
const today = '2021-06-16'

/** Owners with the app; plans take them in turn, so that each chat rests between two cards. */
const owners: readonly PostHolder[] = [2, 4, 6, 7, 8, 9, 10, 11, 14].map((number) => ({
  objectId: personId(number),
  name: `Owner ${number}`,
  address: `owner.${number}@thameside.example`,
}))

/** What the plans of this journey share: the far end, the service, and how to start it again. */
export interface CardScene {
  readonly farEnd: FarEnd
  service: Service
}

/** The lists with an owner for each post, and the service beside the tenant. */
export async function openCardScene(farEnd: FarEnd): Promise<CardScene> {
  await reportStore(farEnd.calm).create(aReport())
  const posts = postStore(farEnd.calm)
  for (const [at, holder] of owners.entries()) await posts.create(aPost({ key: `post-${at}`, holder }))
  // Every plan is for the same day, and an owner gets no second digest of a day unless they want it so.
  const wishes = settingStore(farEnd.calm)
  for (const { objectId } of owners)
    await wishes.create(aSetting(`reminder-preference/${objectId}`, { how: 'at-once' }))
  const perThread = [{ count: 1_000, seconds: 1 }]
  await farEnd.tenant.call('POST', '/local-tenant/connector-limits', { body: { perThread } })
  return { farEnd, service: await startService(farEnd.tenant) }
}

/** The journey of owners who are reminded by a card and answer on it. */
export async function openCardLane(farEnd: FarEnd): Promise<Lane> {
  const scene = await openCardScene(farEnd)
  const run: Lane['run'] = async (plan) => {
    const verdict = newVerdict()
    const due = await makeDue(farEnd, plan.seed, plan.company)
    await farEnd.plan(plan.first)
    const reminding = new Reminding(scene, verdict, due)
    await reminding.run()
    if (due[0]) await new CardPressing(farEnd, plan, verdict).run(due[0])
    await closeRows(farEnd, due)
    return verdict
  }
  return { run, end: () => scene.service.kill() }
}

/** A row that is due, and whom it is for. */
export interface DueRow {
  readonly row: Stored<Recommendation>
  readonly owner: PostHolder
}

/** Two rows due for one owner, and in company one more for another. */
export async function makeDue(farEnd: FarEnd, seed: number, company: boolean): Promise<readonly DueRow[]> {
  const store = recommendationStore(farEnd.calm)
  const due: DueRow[] = []
  for (const [at, turn] of [seed, seed, ...(company ? [seed + 4] : [])].entries()) {
    const post = turn % owners.length
    const value = aRecommendation({
      key: `due/${seed}/${at}`,
      number: `${seed}.${at}`,
      ownerPost: `post-${post}`,
    })
    due.push({ row: (await store.create(value)).row, owner: owners[post] as PostHolder })
  }
  return due
}

/** Rows that are closed are due no longer, so the next plan begins with nothing to be sent. */
export async function closeRows(farEnd: FarEnd, due: readonly DueRow[]): Promise<void> {
  for (const { row } of due)
    await farEnd.patch('Recommendations', row.id, { Status: 'CLOSED', OpenDeadline: null })
}

/** One day's reminders: the service runs, runs again where it says so, and everybody is told once. */
export class Reminding {
  private readonly scene: CardScene
  private readonly verdict: Verdict
  private readonly due: readonly DueRow[]

  constructor(scene: CardScene, verdict: Verdict, due: readonly DueRow[]) {
    this.scene = scene
    this.verdict = verdict
    this.due = due
  }

  async run(): Promise<void> {
    for (let run = 1; run <= mostRuns; run += 1) {
      const owed = new Set(this.due.map(({ owner }) => owner.objectId)).size
      this.verdict.writes += owed
      const before = await this.cardsOfRows()
      const answer = await this.scene.service.remind(today)
      const settled = await this.mustBeTrue(answer, before)
      await this.scene.farEnd.clear()
      if (settled) break
      if (run === mostRuns) this.verdict.lost.push(`not everybody is told after ${mostRuns} runs`)
    }
    this.mustBeOnce(await this.cardsOfRows())
    // One run more sends nothing, and has settled what the ledger could not be told before.
    await this.scene.service.remind(today)
    this.mustBeOnce(await this.cardsOfRows())
    await this.mustBeInLedger()
  }

  /** Cards in the chats that show each row, by its id. */
  private async cardsOfRows(): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>()
    for (const { row, owner } of this.due) {
      const messages = await chatOf(this.scene.farEnd.tenant, owner.objectId)
      const showing = messages.filter((message) => shows(message, row.id))
      counts.set(row.id, showing.length)
    }
    return counts
  }

  /** Compares what the run reports with the chats; true when nobody has to be told any more. */
  private async mustBeTrue(answer: RunAnswer, before: ReadonlyMap<string, number>): Promise<boolean> {
    const after = await this.cardsOfRows()
    const grown = ({ row }: DueRow) => (after.get(row.id) ?? 0) - (before.get(row.id) ?? 0)
    if (answer.status !== 200) {
      mustBeSentences(this.verdict, (answer.body as { error?: string } | null)?.error)
      if (this.due.some((one) => grown(one) > 0))
        this.verdict.wrong.push('cards were sent, and the run says it could not run')
      return false
    }
    const report = answer.body as RunReport
    if (report.stopped !== null) {
      mustBeSentences(this.verdict, report.stopped)
      return false
    }
    for (const one of this.due) {
      const outcome = outcomeOf(report, one)
      if (outcome === null) this.verdict.wrong.push(`the report leaves out ${one.row.value.key}`)
      else {
        for (const sentence of outcome.reasons) mustBeSentences(this.verdict, sentence)
        if (outcome.state === 'sent' && grown(one) < 1)
          this.verdict.lost.push(`reported as sent: ${one.row.value.key}`)
        if (outcome.state === 'failed' && grown(one) > 0)
          this.verdict.wrong.push(`reported as not sent, and it is there: ${one.row.value.key}`)
        if (outcome.state === 'unreachable')
          this.verdict.wrong.push(`${one.owner.name} is said to be out of reach`)
      }
    }
    return this.due.every((one) => ['sent', 'skipped'].includes(outcomeOf(report, one)?.state ?? ''))
  }

  private mustBeOnce(cards: ReadonlyMap<string, number>): void {
    for (const { row } of this.due)
      mustBeOne(this.verdict, cards.get(row.id) ?? 0, `the card with ${row.value.key}`)
  }

  private async mustBeInLedger(): Promise<void> {
    const ledger = await this.scene.farEnd.items('ReminderLedger')
    for (const { row } of this.due) {
      const entries = ledger.filter((entry) => entry.fields.Recommendation === row.value.key)
      mustBeOne(this.verdict, entries.length, `the ledger entry of ${row.value.key}`)
      mustBe(this.verdict, entries[0]?.fields.State, 'sent', `the ledger's word on ${row.value.key}`)
    }
  }
}

const states = ['sent', 'skipped', 'failed', 'unreachable', 'unconfirmed'] as const

function outcomeOf(report: RunReport, { row }: DueRow) {
  for (const state of states) {
    const found = report[state].filter((result) => result.rows.includes(row.value.key))
    if (found.length > 0) return { state, reasons: found.map((result) => result.reason) }
  }
  return null
}

/** Whether a message is a card that shows a row, by the link or the form that is the row's own. */
export function shows(message: { readonly attachments?: unknown }, rowRef: string): boolean {
  const text = JSON.stringify(message.attachments ?? [])
  return text.includes(`"row":"${rowRef}"`) || text.includes(`recommendation%2F${rowRef}%22`)
}
