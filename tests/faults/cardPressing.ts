import { inputId, pressNames } from '../../src/bot/cards/press.ts'
import type { Row } from '../support/localTenant.ts'
import { type DueRow, shows } from './cardLane.ts'
import { fieldsBut } from './fields.ts'
import type { Plan } from './plans.ts'
import { chatOf } from './service.ts'
import { type FarEnd, stormVersions } from './site.ts'
import { mustBe, mustBeOne, mustBeSentences, type Verdict } from './verdict.ts'

const list = 'Recommendations'
const mostPresses = 5

/** What the bot answers to a press, as Teams gets it. */
interface PressAnswer {
  readonly statusCode: number
  readonly type: string
  readonly value: { readonly message?: string; readonly body?: readonly unknown[] } | string
}

/** An owner presses *Save progress* on a card until it is saved; in company, Teams delivers the press twice. */
export class CardPressing {
  private readonly farEnd: FarEnd
  private readonly plan: Plan
  private readonly verdict: Verdict
  private readonly note: string
  private storms = 0

  constructor(farEnd: FarEnd, plan: Plan, verdict: Verdict) {
    this.farEnd = farEnd
    this.plan = plan
    this.verdict = verdict
    this.note = `Answered on the card of plan ${plan.seed}.`
  }

  /** One press, whatever comes of it. */
  async pressFirst(due: DueRow): Promise<void> {
    const card = await this.cardOf(due)
    if (card) await this.press(due, card.id)
  }

  private async cardOf(due: DueRow) {
    const messages = await chatOf(this.farEnd.tenant, due.owner.objectId)
    return messages.find((one) => shows(one, due.row.id))
  }

  async run(due: DueRow): Promise<void> {
    const before = await this.farEnd.items(list)
    const versions = due.row.value.history.length + 1
    const card = await this.cardOf(due)
    if (!card) return
    await this.farEnd.plan(this.plan.second)
    await this.pressUntilSaved(due, card.id)
    await this.compare(due, before, versions)
  }

  private async pressUntilSaved(due: DueRow, activityId: string): Promise<void> {
    for (let press = 1; press <= mostPresses; press += 1) {
      const twice = this.plan.company && press === 1
      const answers = await Promise.all([
        this.press(due, activityId),
        ...(twice ? [this.press(due, activityId)] : []),
      ])
      const there = (await this.farEnd.item(list, due.row.id)).fields.Progress === this.note
      for (const answer of answers) this.mustBeTrue(answer, there, twice)
      await this.calm()
      if (answers.some(isSaved)) return
    }
    this.verdict.lost.push(`not saved after ${mostPresses} presses`)
  }

  private async press(due: DueRow, activityId: string): Promise<PressAnswer> {
    this.verdict.writes += 1
    const data = {
      action: pressNames['update-progress'],
      row: due.row.id,
      seen: due.row.value.history.length,
      [inputId('progress', due.row.id)]: this.note,
    }
    const body = { activityId, type: 'Action.Execute', verb: pressNames['update-progress'], data }
    const path = `/local-tenant/chat/${due.owner.objectId}/action`
    return (await this.farEnd.tenant.call('POST', path, { body })).body as PressAnswer
  }

  private mustBeTrue(answer: PressAnswer, there: boolean, twice: boolean): void {
    if (isSaved(answer)) {
      if (!there) this.verdict.lost.push('told that it is saved, and it is not')
      return
    }
    const said = typeof answer.value === 'object' ? answer.value.message : answer.value
    if (answer.statusCode !== 200) mustBeSentences(this.verdict, said)
    const nothing = /nothing was (saved|changed|sent|overwritten)/i.test(JSON.stringify(answer.value))
    if (nothing && there && !twice) this.verdict.wrong.push('saved, and told that nothing was')
    if (answer.statusCode === 200 && !/Nothing was saved yet/.test(JSON.stringify(answer.value)))
      this.verdict.wrong.push(`the press was refused: ${JSON.stringify(answer.value).slice(0, 300)}`)
  }

  private async calm(): Promise<void> {
    this.storms += stormVersions(await this.farEnd.clear())
  }

  private async compare(due: DueRow, before: readonly Row[], versions: number): Promise<void> {
    const { verdict } = this
    const after = await this.farEnd.items(list)
    const [was, is] = [before, after].map((rows) => rows.find((row) => row.id === due.row.id)?.fields)
    mustBe(verdict, is?.Progress, this.note, 'the progress')
    const history = JSON.parse(String(is?.History ?? '[]')) as { to: string; via: string; byObject: string }[]
    mustBeOne(verdict, history.filter((change) => change.to === this.note).length, 'the line of history')
    mustBe(verdict, history.length, 1, 'the number of lines of history')
    mustBe(
      verdict,
      [history[0]?.byObject, history[0]?.via],
      [due.owner.objectId, 'card'],
      'who saved and where',
    )
    const count = await this.farEnd.versions(list, due.row.id)
    const meant = versions + 1 + this.storms
    if (count > meant) verdict.doubled.push(`versions: ${count}, and ${meant} were meant`)
    else mustBe(verdict, count, meant, 'the number of versions')
    mustBe(
      verdict,
      fieldsBut(is, 'Progress', 'History'),
      fieldsBut(was, 'Progress', 'History'),
      'the other fields',
    )
    const others = (rows: readonly Row[]) => rows.filter((row) => row.id !== due.row.id)
    mustBe(verdict, others(after), others(before), 'the other rows')
  }
}

const isSaved = (answer: PressAnswer) =>
  answer.statusCode === 200 && JSON.stringify(answer.value).includes('Saved in the register.')
