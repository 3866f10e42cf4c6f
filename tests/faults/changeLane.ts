import type { Exercise } from '../../src/domain/exercise.ts'
import { isM365Error } from '../../src/domain/m365Error.ts'
import type { Person } from '../../src/domain/roles.ts'
import { graphCalendars } from '../../src/graph/calendar.ts'
import { exerciseStore } from '../../src/graph/lists/exercises.ts'
import {
  callOffWords,
  changeWords,
  type Outcome,
} from '../../src/tab/features/exercises/invitation/outcomeWords.ts'
import { callOffInvitation } from '../../src/usecases/callOffInvitation.ts'
import { changeInvitation } from '../../src/usecases/changeInvitation.ts'
import { type InviteDeps, inviteToExercise } from '../../src/usecases/inviteToExercise.ts'
import type { Stored } from '../../src/usecases/ports.ts'
import { anExercise, anInvitee, ruth } from '../support/exercises.ts'
import { at, personId } from '../support/localTenant.ts'
import { standingClock } from '../support/register.ts'
import type { Lane, Plan } from './plans.ts'
import type { FarEnd } from './site.ts'
import { mustBe, mustBeOne, mustBeSentences, newVerdict, type Verdict } from './verdict.ts'

const clock = standingClock()
const mostPresses = 6
const tom: Person = {
  objectId: personId(5),
  name: 'Tom Brandt',
  signInName: 'tom.brandt@thameside.example',
  roles: ['Administrator'],
}
const shared = 'exercises@thameside.example'
const webb = 'oliver.webb@thameside.example'
const health = 'public.health@partner.example'
const late = 'late.joiner@partner.example'
const everybody = [webb, health, late]

/** What a coordinator does to an exercise that people are invited to, and what each of them then gets. */
const edits: readonly {
  readonly edit: (exercise: Exercise) => Exercise
  readonly gets: Readonly<Record<string, string>>
}[] = [
  { edit: (one) => ({ ...one, start: '11:00' }), gets: { [webb]: 'Updated: ', [health]: 'Updated: ' } },
  {
    edit: (one) => ({ ...one, invitees: [...one.invitees, person('Role 3', late)] }),
    gets: { [late]: '' },
  },
  {
    edit: (one) => ({ ...one, invitees: one.invitees.filter(({ address }) => address !== health) }),
    gets: { [health]: 'Canceled: ' },
  },
  {
    edit: (one) => ({
      ...one,
      venue: 'Room 2',
      invitees: [...one.invitees.filter(({ address }) => address !== health), person('Role 3', late)],
    }),
    gets: { [webb]: 'Updated: ', [health]: 'Canceled: ', [late]: '' },
  },
]

const person = (role: string, address: string) => anInvitee({ role, name: address, address })

/** The journey of a coordinator who changes what was sent and then calls it off, in some plans with a second one. */
export async function openChangeLane(farEnd: FarEnd): Promise<Lane> {
  const calm = exerciseStore(farEnd.calm)
  const run: Lane['run'] = async (plan) => {
    const verdict = newVerdict()
    const { row } = await calm.create(exerciseOf(plan))
    await new Change(farEnd, plan, verdict, row).run()
    return verdict
  }
  return { run, end: async () => undefined }
}

function exerciseOf({ seed, company }: Plan): Exercise {
  const date = new Date(Date.UTC(2021, 8, 1 + seed)).toISOString().slice(0, 10)
  const unit = `Changed ${seed} and Environs`
  return anExercise({
    ...{ key: `spase-${date}-changed-${seed}`, date, unit, boroughs: [unit], roomAddress: '' },
    // Two people can finish one another's change only where both may open the calendar.
    mailbox: company ? shared : '',
    invitees: [person('Role 1', webb), person('Role 2', health)],
  })
}

type Press = (deps: InviteDeps, row: Stored<Exercise>, actor: Person) => Promise<Outcome>

class Change {
  private readonly farEnd: FarEnd
  private readonly plan: Plan
  private readonly verdict: Verdict
  private readonly made: Stored<Exercise>

  constructor(farEnd: FarEnd, plan: Plan, verdict: Verdict, made: Stored<Exercise>) {
    this.farEnd = farEnd
    this.plan = plan
    this.verdict = verdict
    this.made = made
  }

  async run(): Promise<void> {
    const { farEnd, plan } = this
    const actors = plan.company ? [ruth, tom] : [ruth]
    const tabs = await Promise.all(actors.map((actor) => this.tabOf(actor)))
    const first = tabs[0] as InviteDeps
    await inviteToExercise(first, { previewed: this.made, actor: ruth })
    const change = edits[Math.floor(plan.choose() * edits.length)] as (typeof edits)[number]
    const calm = exerciseStore(farEnd.calm)
    const invited = await calm.get(this.made.id)
    await calm.save(invited, change.edit(invited.value))
    const before = await this.mails()

    await farEnd.plan(plan.first)
    await this.everybodyPresses(tabs, actors, sendChange)
    await this.compareChange(before, change.gets)

    const told = await this.mails()
    const listed = (await calm.get(this.made.id)).value.invitees.map((one) => one.address)
    await farEnd.plan(plan.second)
    await this.everybodyPresses(tabs, actors, callOff)
    await this.compareCallOff(told, listed)
  }

  private async tabOf(actor: Person): Promise<InviteDeps> {
    const site = await this.farEnd.tabOf(Number(actor.objectId.slice(-2)))
    return { exercises: exerciseStore(site), calendars: graphCalendars(site.client), clock }
  }

  /** Each presses at once on what they see, then does what the tab says until nothing is left to do. */
  private async everybodyPresses(tabs: readonly InviteDeps[], actors: readonly Person[], press: Press) {
    const seen = await exerciseStore(this.farEnd.calm).get(this.made.id)
    const firsts = await Promise.all(
      actors.map((actor, index) => this.once(press, tabs[index] as InviteDeps, seen, actor)),
    )
    for (const [index, actor] of actors.entries())
      await this.goOn(press, tabs[index] as InviteDeps, actor, firsts[index] as Outcome)
  }

  private async once(press: Press, tab: InviteDeps, row: Stored<Exercise>, actor: Person): Promise<Outcome> {
    this.verdict.writes += 1
    try {
      return await press(tab, row, actor)
    } catch (thrown) {
      if (!isM365Error(thrown)) throw thrown
      return { tone: 'error', sentence: thrown.message, final: false }
    }
  }

  private async goOn(press: Press, tab: InviteDeps, actor: Person, first: Outcome): Promise<void> {
    let outcome = first
    for (let pressed = 1; ; pressed += 1) {
      mustBeSentences(this.verdict, outcome.sentence)
      await this.farEnd.clear()
      if (outcome.final) return
      if (pressed === mostPresses) break
      outcome = await this.once(press, tab, await exerciseStore(this.farEnd.calm).get(this.made.id), actor)
    }
    this.verdict.lost.push(`${actor.name} is not done after ${mostPresses} presses: ${outcome.sentence}`)
  }

  /** Subjects of all that each person got about this unit. */
  private async mails(): Promise<ReadonlyMap<string, readonly string[]>> {
    const all = await Promise.all(
      everybody.map(async (address) => {
        const path = `/local-tenant/mail/${encodeURIComponent(address)}`
        const mails = at(await this.farEnd.tenant.call('GET', path), 'value') as { subject: string }[]
        const mine = mails.map(({ subject }) => subject).filter((subject) => this.isMine(subject))
        return [address, mine] as const
      }),
    )
    return new Map(all)
  }

  private isMine(subject: string): boolean {
    return subject.includes(`${this.made.value.unit},`)
  }

  private async compareChange(
    before: ReadonlyMap<string, readonly string[]>,
    gets: Readonly<Record<string, string>>,
  ): Promise<void> {
    const after = await this.mails()
    for (const address of everybody) {
      const more = (after.get(address)?.length ?? 0) - (before.get(address)?.length ?? 0)
      const expected = gets[address]
      if (expected === undefined) {
        if (more > 0) this.verdict.doubled.push(`${address} got ${more} mails that were none of theirs`)
      } else {
        mustBeOne(this.verdict, more, `the mail to ${address}`)
        const newest = after
          .get(address)
          ?.find((subject) => !before.get(address)?.includes(subject) || expected === '')
        if (newest && !newest.startsWith(expected)) this.verdict.wrong.push(`${address} got “${newest}”`)
      }
    }
    mustBeOne(this.verdict, (await this.events()).length, 'the event')
    const { value } = await exerciseStore(this.farEnd.calm).get(this.made.id)
    const { invitation, history } = value
    mustBe(
      this.verdict,
      [invitation?.state, invitation?.pending ?? null, invitation?.changes],
      ['sent', null, 1],
      'the invitation',
    )
    mustBe(
      this.verdict,
      [invitation?.told?.start, invitation?.told?.location],
      [value.start, value.venue],
      'what was told',
    )
    mustBeOne(
      this.verdict,
      history.filter((line) => line.to.startsWith('change')).length,
      'the line of history',
    )
  }

  private async compareCallOff(
    before: ReadonlyMap<string, readonly string[]>,
    listed: readonly string[],
  ): Promise<void> {
    const after = await this.mails()
    for (const address of everybody) {
      const more = (after.get(address)?.length ?? 0) - (before.get(address)?.length ?? 0)
      if (listed.includes(address))
        mustBeOne(this.verdict, more, `the word to ${address} that it is called off`)
      else if (more > 0) this.verdict.doubled.push(`${address} was told although they were not invited`)
    }
    mustBe(this.verdict, (await this.events()).length, 0, 'events after calling it off')
    const { value } = await exerciseStore(this.farEnd.calm).get(this.made.id)
    mustBe(
      this.verdict,
      [value.status, value.invitation?.state, value.invitation?.pending ?? null],
      ['cancelled', 'called-off', null],
      'the row',
    )
    mustBeOne(
      this.verdict,
      value.history.filter((line) => line.to === 'called off').length,
      'the line of history',
    )
  }

  private async events(): Promise<readonly unknown[]> {
    const calendars = await Promise.all(
      [ruth.signInName, shared].map((address) =>
        this.farEnd.tenant.call('GET', `/local-tenant/calendar/${encodeURIComponent(address)}`),
      ),
    )
    const events = calendars.flatMap(
      (answer) => at(answer, 'value') as { subject: string; isCancelled: boolean }[],
    )
    return events.filter((event) => !event.isCancelled && this.isMine(event.subject))
  }
}

const sendChange: Press = async (deps, previewed, actor) =>
  changeWords(await changeInvitation(deps, { previewed, actor, why: 'As agreed.' }))

const callOff: Press = async (deps, row, actor) =>
  callOffWords(await callOffInvitation(deps, { row, actor, why: 'The suite is closed.' }))
