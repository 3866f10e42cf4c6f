import type { Exercise } from '../../src/domain/exercise.ts'
import { isM365Error } from '../../src/domain/m365Error.ts'
import type { Person } from '../../src/domain/roles.ts'
import { graphCalendars } from '../../src/graph/calendar.ts'
import { exerciseStore } from '../../src/graph/lists/exercises.ts'
import { outcomeWords } from '../../src/tab/features/exercises/invitation/outcomeWords.ts'
import { type FollowDeps, type Followed, followAnswers } from '../../src/usecases/followAnswers.ts'
import { type InviteDeps, type InviteResult, inviteToExercise } from '../../src/usecases/inviteToExercise.ts'
import type { Stored } from '../../src/usecases/ports.ts'
import { anExercise, anInvitee, ruth } from '../support/exercises.ts'
import { at, personId, type Row } from '../support/localTenant.ts'
import { standingClock } from '../support/register.ts'
import { fieldsBut } from './fields.ts'
import type { Lane, Plan } from './plans.ts'
import { type FarEnd, stormVersions } from './site.ts'
import { mustBe, mustBeOne, mustBeSentences, newVerdict, type Verdict } from './verdict.ts'

const list = 'Exercises'
const mostPresses = 5
const clock = standingClock()
const tom: Person = {
  objectId: personId(5),
  name: 'Tom Brandt',
  signInName: 'tom.brandt@thameside.example',
  roles: ['Administrator'],
}
const invited = ['oliver.webb@thameside.example', 'public.health@partner.example', 'nursing@partner.example']

interface EventView {
  readonly id: string
  readonly subject: string
  readonly start: unknown
  readonly end: unknown
  readonly attendees: readonly { readonly emailAddress: { readonly address: string } }[]
  readonly transactionId?: string
}

/** The journey of a coordinator who sends an invitation, in some plans together with a second one. */
export async function openInviteLane(farEnd: FarEnd): Promise<Lane> {
  const calm = exerciseStore(farEnd.calm)
  await calm.create(exerciseOf(0))
  const run: Lane['run'] = async (plan) => {
    const verdict = newVerdict()
    const duplicateTransaction = plan.choose() < 0.5 ? 409 : 400
    await farEnd.tenant.call('POST', '/local-tenant/controls', { body: { duplicateTransaction } })
    const { row } = await calm.create(exerciseOf(plan.seed))
    await new Invite(farEnd, plan, verdict, row).run()
    return verdict
  }
  return { run, end: async () => undefined }
}

/** Each plan has its own unit, day and hours, so that nothing can be taken for another's. */
function exerciseOf(seed: number): Exercise {
  const date = new Date(Date.UTC(2021, 8, 1 + seed)).toISOString().slice(0, 10)
  const unit = `Unit ${seed} and Environs`
  return anExercise({
    key: `spase-${date}-unit-${seed}`,
    date,
    unit,
    boroughs: [unit],
    start: '09:30',
    internalNote: 'For us only.',
    invitees: invited.map((address, at) =>
      anInvitee({ role: `Role ${at + 1}`, name: address, address, required: at < 2 }),
    ),
  })
}

type Deps = InviteDeps & FollowDeps
type Outcome = InviteResult | Error

/** How far a calendar was followed, as the device keeps it: only once everything that was new is written. */
function followedInMemory(): FollowDeps['followed'] {
  const kept = new Map<string, Followed>()
  return {
    read: (mailbox) => kept.get(mailbox) ?? null,
    keep: (mailbox, followed) => void kept.set(mailbox, followed),
  }
}

class Invite {
  private readonly farEnd: FarEnd
  private readonly plan: Plan
  private readonly verdict: Verdict
  private readonly made: Stored<Exercise>
  private storms = 0

  constructor(farEnd: FarEnd, plan: Plan, verdict: Verdict, made: Stored<Exercise>) {
    this.farEnd = farEnd
    this.plan = plan
    this.verdict = verdict
    this.made = made
  }

  async run(): Promise<void> {
    const before = await this.farEnd.items(list)
    const organisers = this.plan.company ? [ruth, tom] : [ruth]
    const tabs = await Promise.all(organisers.map((actor) => this.tabOf(actor)))
    await this.farEnd.plan(this.plan.first)
    const firsts = await Promise.all(
      organisers.map((actor, at) => this.press(tabs[at] as Deps, actor, this.made)),
    )
    for (const [at, actor] of organisers.entries())
      await this.goOn(tabs[at] as Deps, actor, firsts[at] as Outcome)
    await this.compare(before)
    await this.answer(tabs[0] as Deps)
  }

  private async tabOf(actor: Person): Promise<Deps> {
    const site = await this.farEnd.tabOf(Number(actor.objectId.slice(-2)))
    return {
      exercises: exerciseStore(site),
      calendars: graphCalendars(site.client),
      followed: followedInMemory(),
      clock,
    }
  }

  private async press(tab: Deps, actor: Person, previewed: Stored<Exercise>): Promise<Outcome> {
    this.verdict.writes += 1
    const outcome = await inviteToExercise(tab, { previewed, actor }).catch((thrown: Error) => thrown)
    if (outcome instanceof Error && !isM365Error(outcome)) throw outcome
    return outcome
  }

  /** Does what the tab says until it says that there is nothing left to do. */
  private async goOn(tab: Deps, actor: Person, first: Outcome): Promise<void> {
    let previewed = this.made
    let outcome = first
    for (let press = 1; ; press += 1) {
      await this.calm()
      if (!this.plan.company) await this.mustBeTrue(outcome)
      if (!(outcome instanceof Error)) {
        const words = outcomeWords(outcome)
        mustBeSentences(this.verdict, words.sentence)
        if (outcome.state === 'sent' && (await this.events()).length === 0)
          this.verdict.lost.push('told that it is sent, and there is no event')
        if (words.final) return
        if ('row' in outcome) previewed = outcome.row
      } else mustBeSentences(this.verdict, outcome.message)
      if (press === mostPresses) break
      outcome = await this.press(tab, actor, previewed)
    }
    this.verdict.lost.push(`${actor.name} is not done after ${mostPresses} presses`)
  }

  /** What the tab says of the calendar and the row is compared with both. */
  private async mustBeTrue(outcome: Outcome): Promise<void> {
    const events = (await this.events()).length
    const { Invitation } = (await this.farEnd.item(list, this.made.id)).fields
    if (outcome instanceof Error) {
      mustBe(this.verdict, events, 0, 'events after "nothing was sent"')
    } else if (outcome.state === 'changed-meanwhile') {
      mustBe(this.verdict, events, 0, 'events after "nothing was sent"')
    } else if (outcome.state === 'sent-unmarked') {
      mustBe(this.verdict, events, 1, 'events after "everybody has been invited"')
    } else if (outcome.state === 'unfinished' && Invitation === undefined)
      this.verdict.wrong.push('"the invitation is kept as begun", and it is not')
  }

  private async events(): Promise<readonly EventView[]> {
    const calendars = await Promise.all([ruth, tom].map((organiser) => this.calendarOf(organiser.signInName)))
    return calendars.flat()
  }

  private async calendarOf(address: string): Promise<readonly EventView[]> {
    const answer = await this.farEnd.tenant.call(
      'GET',
      `/local-tenant/calendar/${encodeURIComponent(address)}`,
    )
    const unit = new RegExp(`\\b${this.made.value.unit},`)
    return (at(answer, 'value') as EventView[]).filter((event) => unit.test(event.subject))
  }

  private async mailOf(address: string): Promise<number> {
    const answer = await this.farEnd.tenant.call('GET', `/local-tenant/mail/${encodeURIComponent(address)}`)
    const mails = at(answer, 'value') as { subject: string }[]
    return mails.filter((mail) => mail.subject.includes(`${this.made.value.unit},`)).length
  }

  private async calm(): Promise<void> {
    this.storms += stormVersions(await this.farEnd.clear())
  }

  private async compare(before: readonly Row[]): Promise<void> {
    const { verdict, made } = this
    const [event, ...more] = await this.events()
    mustBeOne(verdict, (event ? 1 : 0) + more.length, 'the event')
    for (const address of invited) {
      mustBeOne(verdict, (await this.calendarOf(address)).length, `the event in the calendar of ${address}`)
      mustBeOne(verdict, await this.mailOf(address), `the mail to ${address}`)
    }
    const zone = { timeZone: 'UTC' }
    const hours = made.value.date < '2021-10-31' ? ['08:30', '15:00'] : ['09:30', '16:00']
    if (made.value.date < '2022-03-27') {
      mustBe(
        verdict,
        event?.start,
        { dateTime: `${made.value.date}T${hours[0]}:00.0000000`, ...zone },
        'the start',
      )
      mustBe(
        verdict,
        event?.end,
        { dateTime: `${made.value.date}T${hours[1]}:00.0000000`, ...zone },
        'the end',
      )
    }
    const people = event?.attendees.map((one) => one.emailAddress.address).sort()
    mustBe(verdict, people, [...invited, made.value.roomAddress].sort(), 'the invited')
    await this.compareRows(before, event)
  }

  private async compareRows(before: readonly Row[], event: EventView | undefined): Promise<void> {
    const { verdict, made } = this
    const after = await this.farEnd.items(list)
    const [was, is] = [before, after].map((rows) => rows.find((row) => row.id === made.id)?.fields)
    const invitation = JSON.parse(String(is?.Invitation ?? '{}')) as { state?: string; eventRef?: string }
    mustBe(verdict, [invitation.state, invitation.eventRef], ['sent', event?.id], 'the invitation on the row')
    const history = JSON.parse(String(is?.History ?? '[]')) as { field: string }[]
    mustBeOne(
      verdict,
      history.filter((change) => change.field === 'invitation').length,
      'the line of history',
    )
    mustBe(verdict, history.length, 1, 'the number of lines of history')
    const versions = await this.farEnd.versions(list, made.id)
    const meant = 3 + this.storms
    if (versions > meant) verdict.doubled.push(`versions: ${versions}, and ${meant} were meant`)
    else mustBe(verdict, versions, meant, 'the number of versions')
    mustBe(
      verdict,
      fieldsBut(is, 'Invitation', 'History'),
      fieldsBut(was, 'Invitation', 'History'),
      'the other fields',
    )
    const bystanders = (rows: readonly Row[]) => rows.filter((row) => row.id !== made.id)
    mustBe(verdict, bystanders(after), bystanders(before), 'the other exercises')
  }

  /** One of the invited accepts; the organiser's tab fetches the answer, and fetches it again where that failed. */
  private async answer(tab: Deps): Promise<void> {
    const organiser = (await this.calendarOf(ruth.signInName)).length > 0 ? ruth : tom
    const [address = ''] = invited
    const [copy] = await this.calendarOf(address)
    const path = `/local-tenant/calendar/${encodeURIComponent(address)}/${encodeURIComponent(copy?.id ?? '')}/respond`
    await this.farEnd.tenant.call('POST', path, { body: { response: 'accept', comment: '' } })
    const before = await this.farEnd.versions(list, this.made.id)
    const services = organiser === ruth ? tab : await this.tabOf(tom)
    await this.farEnd.plan(this.plan.second)
    this.storms = 0
    for (let press = 1; press <= mostPresses; press += 1) {
      this.verdict.writes += 1
      const row = await exerciseStore(this.farEnd.calm).get(this.made.id)
      const result = await followAnswers(services, { rows: [row], actor: organiser }).catch(
        (thrown: Error) => thrown,
      )
      if (result instanceof Error && !isM365Error(result)) throw result
      if (result instanceof Error) mustBeSentences(this.verdict, result.message)
      await this.calm()
      if (services.followed.read('') !== null) break
    }
    const { fields } = await this.farEnd.item(list, this.made.id)
    const answers = (JSON.parse(String(fields.Invitees)) as { response: string }[]).map((one) => one.response)
    mustBe(this.verdict, answers, ['accepted', 'none', 'none'], 'the answers on the row')
    const history = JSON.parse(String(fields.History)) as { field: string }[]
    mustBeOne(
      this.verdict,
      history.filter((change) => change.field === 'response').length,
      'the line for the answer',
    )
    const versions = await this.farEnd.versions(list, this.made.id)
    mustBe(this.verdict, versions, before + 1 + this.storms, 'the number of versions after the answer')
  }
}
