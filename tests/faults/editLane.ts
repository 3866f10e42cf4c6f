import { isM365Error } from '../../src/domain/m365Error.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import { postStore } from '../../src/graph/lists/posts.ts'
import { recommendationStore } from '../../src/graph/lists/recommendations.ts'
import { sayFailedSave } from '../../src/tab/features/recommendations/editWords.ts'
import { editRecommendation } from '../../src/usecases/editRecommendation.ts'
import type { Stored } from '../../src/usecases/ports.ts'
import { type HeldRows, syncRows } from '../../src/usecases/syncRecommendations.ts'
import type { Row } from '../support/localTenant.ts'
import { aPost, aRecommendation, owner, standingClock } from '../support/register.ts'
import { fieldsBut } from './fields.ts'
import type { Lane, Plan } from './plans.ts'
import { type FarEnd, stormVersions } from './site.ts'
import { mustBe, mustBeOne, mustBeSentences, newVerdict, type Verdict } from './verdict.ts'

const list = 'Recommendations'
const mostPresses = 5

/** The journey of somebody who reads the register in the tab and saves a progress note. */
export async function openEditLane(farEnd: FarEnd): Promise<Lane> {
  await postStore(farEnd.calm).create(aPost())
  const calm = recommendationStore(farEnd.calm)
  await calm.create(aRecommendation({ key: 'bystander/1', number: '1' }))
  const run: Lane['run'] = async (plan) => {
    const verdict = newVerdict()
    const made = await calm.create(aRecommendation({ key: `edited/${plan.seed}`, number: String(plan.seed) }))
    const held = await syncRows({ store: calm, clock }, null)
    // Something to be told of by delta: a new place in the paper.
    await farEnd.patch(list, made.row.id, { PaperOrder: plan.seed })
    await new Edit(farEnd, plan, verdict, made.row.id).run(held)
    return verdict
  }
  return { run, end: async () => undefined }
}

const clock = standingClock()
/** Holds the first save back, so that somebody can save in between. */
const slowSave = {
  method: 'PATCH',
  path: '/items/\\d+/fields$',
  kind: 'slow',
  times: 1,
  delayMs: 200,
} as const

/** One person, one row, one note. */
class Edit {
  private readonly farEnd: FarEnd
  private readonly plan: Plan
  private readonly verdict: Verdict
  private readonly id: string
  private readonly note: string
  private before: readonly Row[] = []
  private others: string[] = []
  private meanwhile = 0
  private storms = 0

  constructor(farEnd: FarEnd, plan: Plan, verdict: Verdict, id: string) {
    this.farEnd = farEnd
    this.plan = plan
    this.verdict = verdict
    this.id = id
    this.note = `Note of plan ${plan.seed}.`
  }

  async run(held: HeldRows<Recommendation>): Promise<void> {
    const between = this.plan.company && this.plan.choose() < 0.6
    this.before = await this.farEnd.items(list)
    const tab = await this.farEnd.tabOf(2)
    const recommendations = recommendationStore(tab)
    const services = { recommendations, posts: postStore(tab), clock }
    const heldBack = between ? [{ ...slowSave, app: this.farEnd.app }] : []
    await this.farEnd.plan([...heldBack, ...this.plan.first])
    const seen = await this.read(recommendations, held)
    if (this.plan.company && !between) await this.somebodyElseSaves()
    const saving = this.pressUntilSaved(services, seen)
    if (between) await this.somebodyElseSavesMeanwhile(saving)
    await saving
    await this.compare(this.before)
  }

  /** The tab asks for what changed; when that fails it shows what it holds, says so, and asks again. */
  private async read(
    store: ReturnType<typeof recommendationStore>,
    held: HeldRows<Recommendation>,
  ): Promise<Stored<Recommendation>> {
    const read = await syncRows({ store, clock }, held).catch((thrown: unknown) => thrown)
    if (isM365Error(read)) {
      mustBeSentences(this.verdict, read.message)
      await this.calm()
    } else if (read instanceof Error) throw read
    const rows = isM365Error(read)
      ? await syncRows({ store, clock }, held)
      : (read as HeldRows<Recommendation>)
    const row = rows.rows.find((one) => one.id === this.id)
    const there = await this.farEnd.item(list, this.id)
    mustBe(this.verdict, row?.etag, there.eTag, 'the version that the tab shows')
    mustBe(this.verdict, row?.value.order, this.plan.seed, 'the place in the paper that the tab shows')
    mustBe(
      this.verdict,
      rows.rows.length,
      (await this.farEnd.items(list)).length,
      'the number of rows in the tab',
    )
    if (!row) throw new Error('The tab does not show the row.')
    return row
  }

  private async somebodyElseSaves(): Promise<void> {
    this.others.push(`Somebody else's note of plan ${this.plan.seed}.`)
    await this.farEnd.patch(list, this.id, { Progress: this.others.at(-1) })
  }

  /** While the save is on its way, somebody gives the row another place: both changes have to stay. */
  private async somebodyElseSavesMeanwhile(saving: Promise<void>): Promise<void> {
    let ended = false
    saving.then(
      () => {
        ended = true
      },
      () => {
        ended = true
      },
    )
    while (!ended && !(await this.farEnd.hasHit(0))) await new Promise((resolve) => setTimeout(resolve, 5))
    await this.farEnd.patch(list, this.id, { PaperOrder: 9_000 })
    this.meanwhile = 1
    this.before = await this.farEnd.items(list)
  }

  private async pressUntilSaved(
    services: Parameters<typeof editRecommendation>[0],
    seen: Stored<Recommendation>,
  ): Promise<void> {
    let etag = seen.etag
    let shown: string | null = null
    for (let press = 1; press <= mostPresses; press += 1) {
      this.verdict.writes += 1
      const input = { id: this.id, etag, progress: this.note, actor: owner }
      const outcome = await editRecommendation(services, input).catch((thrown: unknown) => thrown)
      const there = await this.farEnd.item(list, this.id)
      if (isM365Error(outcome)) {
        mustBeSentences(this.verdict, sayFailedSave(outcome))
        if (/nothing was (changed|sent|overwritten)/i.test(outcome.message))
          mustBe(
            this.verdict,
            there.fields.Progress === this.note,
            false,
            'saved although "nothing was changed"',
          )
      } else if (outcome instanceof Error) throw outcome
      else {
        const result = outcome as Awaited<ReturnType<typeof editRecommendation>>
        if (result.ok) {
          if (there.fields.Progress !== this.note)
            this.verdict.lost.push('told that it is saved, and it is not')
          if (this.others.some((text) => text !== shown))
            this.verdict.lost.push('somebody else’s note was replaced unseen')
          mustBe(this.verdict, result.row.etag, there.eTag, 'the version that the tab goes on with')
          return
        }
        if (result.code !== 'changed-meanwhile') {
          this.verdict.wrong.push(`the press was refused: ${result.code}`)
          return
        }
        if (there.fields.Progress === this.note) this.verdict.wrong.push('saved, and told that it is not')
        // Keep mine: the other version has been shown, and is what the note now answers to.
        shown = result.theirs.value.progress
        etag = result.theirs.etag
      }
      await this.calm()
    }
    this.verdict.lost.push(`not saved after ${mostPresses} presses`)
  }

  private async calm(): Promise<void> {
    this.storms += stormVersions(await this.farEnd.clear())
  }

  private async compare(before: readonly Row[]): Promise<void> {
    await this.calm()
    const { verdict } = this
    const after = await this.farEnd.items(list)
    const [was, is] = [before, after].map((rows) => rows.find((row) => row.id === this.id)?.fields)
    const history = JSON.parse(String(is?.History ?? '[]')) as { to: string; via: string; by: string }[]
    mustBeOne(verdict, history.filter((change) => change.to === this.note).length, 'the line of history')
    mustBe(verdict, history.length, 1, 'the number of lines of history')
    mustBe(verdict, [history[0]?.by, history[0]?.via], ['Daniel Okafor', 'tab'], 'who saved and where')
    const versions = await this.farEnd.versions(list, this.id)
    const meant = 2 + this.others.length + this.meanwhile + this.storms + 1
    if (versions > meant) verdict.doubled.push(`versions: ${versions}, and ${meant} were meant`)
    else mustBe(verdict, versions, meant, 'the number of versions')
    mustBe(
      verdict,
      fieldsBut(is, 'Progress', 'History'),
      fieldsBut(was, 'Progress', 'History'),
      'the other fields of the row',
    )
    const bystanders = (rows: readonly Row[]) => rows.filter((row) => row.id !== this.id)
    mustBe(verdict, bystanders(after), bystanders(before), 'the other rows')
  }
}
