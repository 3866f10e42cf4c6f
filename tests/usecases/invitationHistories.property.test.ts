import fc from 'fast-check'
import type { Exercise } from '../../src/domain/exercise.ts'
import { currentRevision } from '../../src/domain/invitation.ts'
import { planChange } from '../../src/domain/invitationChanges.ts'
import { defaultInvitation } from '../../src/domain/invitationTemplate.ts'
import { isM365Error } from '../../src/domain/m365Error.ts'
import { callOffInvitation } from '../../src/usecases/callOffInvitation.ts'
import { changeInvitation } from '../../src/usecases/changeInvitation.ts'
import { inviteToExercise } from '../../src/usecases/inviteToExercise.ts'
import { type CalendarShelf, calendarShelf } from '../support/calendarShelf.ts'
import { anExercise, anInvitee, type ExerciseShelf, exerciseShelf, june, ruth } from '../support/exercises.ts'

const person = (index: number) =>
  anInvitee({
    role: `Role ${index}`,
    name: `Person ${index}`,
    address: `person${index}@partner.example`,
    required: index % 2 === 0,
  })

/** What may go wrong while a button is pressed: a call of the calendar is lost before or after its work, or others save. */
const trouble = fc.array(fc.constantFrom('before', 'after', 'fine', 'other save', 'answer'), { maxLength: 6 })

const step = fc.oneof(
  fc.record({
    does: fc.constant('edit' as const),
    people: fc.subarray([0, 1, 2, 3, 4, 5]),
    day: fc.integer({ min: 1, max: 3 }),
    venue: fc.constantFrom('Hydra Suite', 'Room 2'),
  }),
  fc.record({ does: fc.constant('invite' as const), trouble }),
  fc.record({ does: fc.constant('change' as const), trouble }),
  fc.record({ does: fc.constant('change' as const), trouble }),
  fc.record({ does: fc.constant('call-off' as const), trouble }),
  fc.record({ does: fc.constant('plan again' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** More than there is trouble, so that every history comes to its end. */
const mostPresses = 9

class History {
  readonly exercises: ExerciseShelf
  readonly calendar: CalendarShelf = calendarShelf()
  private readonly deps

  constructor() {
    this.exercises = exerciseShelf(anExercise({ invitees: [person(0), person(1)], roomAddress: '' }))
    this.deps = { exercises: this.exercises, calendars: this.calendar, clock: june }
  }

  private row() {
    return this.exercises.current('1')
  }

  async take(taken: Step): Promise<void> {
    if (taken.does === 'edit') return this.edit(taken)
    if (taken.does === 'plan again') return this.change({ status: 'planned' })
    const expected = this.expectedMails(taken.does)
    this.calendar.mails.splice(0)
    const done = await this.pressUntilDone(taken)
    const mails = this.calendar.mails.map(({ to, kind }) => `${kind} ${to}`).sort()
    // Whatever was lost on the way: those who were to be told were told, once, and nobody else was.
    expect([done, mails]).toEqual([true, expected])
    this.mustHaveOneEventForEachRevision()
  }

  private edit(taken: Extract<Step, { does: 'edit' }>): void {
    const { people, day, venue } = taken
    this.change({ date: `2022-05-0${day}`, venue, invitees: people.map(person) })
  }

  private change(change: Partial<Exercise>): void {
    this.exercises.change('1', (value) => ({ ...value, ...change }))
  }

  private expectedMails(does: 'invite' | 'change' | 'call-off'): readonly string[] {
    const { value } = this.row()
    const told = value.invitation?.state === 'sent' ? value.invitation.told : undefined
    if (does === 'invite') {
      if (value.status === 'cancelled' || told) return []
      return value.invitees.map((one) => `invitation ${one.address}`).sort()
    }
    if (!told) return []
    if (does === 'call-off') return told.attendees.map((one) => `cancellation ${one.address}`).sort()
    const planned = planChange(value, told, 'Why not.', '2021-06-01', defaultInvitation)
    return planned.ok ? planned.plan.tells.map((one) => `${one.gets} ${one.address}`).sort() : []
  }

  /** Presses again after each trouble, as the screen says, until there is nothing left to do. */
  private async pressUntilDone(taken: Extract<Step, { trouble: unknown }>): Promise<boolean> {
    const troubles = [...taken.trouble]
    for (let press = 0; press < mostPresses; press += 1) {
      const trouble = troubles.shift()
      if (trouble === 'before' || trouble === 'after') this.calendar.failNext(trouble)
      if (trouble === 'answer') this.calendar.answer(person(0).address, 'accepted')
      if (trouble === 'other save') {
        this.exercises.beforeSave(() => this.change({ internalNote: `Note ${press}` }))
      }
      const state = await this.press(taken.does)
      if (!['unfinished', 'changed-meanwhile', 'failed', 'sent-unmarked'].includes(state)) return true
    }
    return false
  }

  private async press(does: 'invite' | 'change' | 'call-off'): Promise<string> {
    try {
      const row = this.row()
      if (does === 'invite') return (await inviteToExercise(this.deps, { previewed: row, actor: ruth })).state
      const why = 'Why not.'
      if (does === 'call-off') return (await callOffInvitation(this.deps, { row, why, actor: ruth })).state
      return (await changeInvitation(this.deps, { previewed: row, why, actor: ruth })).state
    } catch (thrown) {
      if (!isM365Error(thrown)) throw thrown
      return 'failed'
    }
  }

  private mustHaveOneEventForEachRevision(): void {
    const ids = this.calendar.events.map((event) => event.draft.transactionId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeLessThanOrEqual(currentRevision(this.row().value))
  }
}

describe('whatever is done, in whatever order, and whatever is lost on the way', () => {
  it('there is one event for each revision, and one message for each change and person', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const history = new History()
        for (const taken of steps) await history.take(taken)
      }),
      { numRuns: 200 },
    )
  })
})
