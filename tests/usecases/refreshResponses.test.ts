import type { Person } from '../../src/domain/roles.ts'
import { inviteToExercise } from '../../src/usecases/inviteToExercise.ts'
import { refreshResponses } from '../../src/usecases/refreshResponses.ts'
import { calendarShelf } from '../support/calendarShelf.ts'
import { anExercise, exerciseShelf, june, ruth, tom } from '../support/exercises.ts'

const oliver = 'oliver.webb@thameside.example'

async function sent() {
  const exercises = exerciseShelf(anExercise())
  const calendar = calendarShelf()
  const deps = { exercises, calendar, calendars: calendar, clock: june }
  await inviteToExercise(deps, { previewed: exercises.current('1'), actor: ruth })
  const refresh = (actor: Person = ruth) => refreshResponses(deps, { row: exercises.current('1'), actor })
  const answerOfOliver = () => exercises.current('1').value.invitees[0]?.response
  return { exercises, calendar, refresh, answerOfOliver, savesBefore: exercises.saves.length }
}

describe('reading the answers', () => {
  it('stores an answer given in Outlook, with the time it was read', async () => {
    const { calendar, refresh, answerOfOliver, exercises } = await sent()
    calendar.answer(oliver, 'accepted')
    expect(await refresh()).toMatchObject({ state: 'read', changed: 1 })
    expect(answerOfOliver()).toBe('accepted')
    expect(exercises.current('1').value.invitation?.answersReadAt).toBe('2021-06-01T08:00:00.000Z')
  })

  it('writes nothing when no answer is new', async () => {
    const { calendar, refresh, exercises, savesBefore } = await sent()
    await refresh()
    expect(exercises.saves).toHaveLength(savesBefore)
    calendar.answer(oliver, 'declined')
    await refresh()
    await refresh()
    expect(exercises.saves).toHaveLength(savesBefore + 1)
  })

  it('is left to the organiser: others see what is stored', async () => {
    const { calendar, refresh, answerOfOliver } = await sent()
    calendar.answer(oliver, 'accepted')
    expect((await refresh(tom)).state).toBe('stored')
    expect(answerOfOliver()).toBe('none')
  })

  it('adds the answer to what somebody else saved in between', async () => {
    const { calendar, refresh, exercises, answerOfOliver } = await sent()
    calendar.answer(oliver, 'tentative')
    exercises.beforeSave(() => exercises.change('1', (value) => ({ ...value, internalNote: 'New note' })))
    expect(await refresh()).toMatchObject({ state: 'read', changed: 1 })
    expect(answerOfOliver()).toBe('tentative')
    expect(exercises.current('1').value.internalNote).toBe('New note')
  })

  it('keeps the stored answers when the event is gone from Outlook or was cancelled', async () => {
    const { calendar, refresh, answerOfOliver } = await sent()
    calendar.answer(oliver, 'accepted')
    await refresh()
    calendar.cancelInOutlook()
    expect((await refresh()).state).toBe('event-gone')
    calendar.events.length = 0
    expect((await refresh()).state).toBe('event-gone')
    expect(answerOfOliver()).toBe('accepted')
  })

  it('does nothing before an invitation was sent', async () => {
    const exercises = exerciseShelf(anExercise())
    const row = exercises.current('1')
    const result = await refreshResponses(
      { exercises, calendar: calendarShelf(), clock: june },
      { row, actor: ruth },
    )
    expect(result).toEqual({ state: 'stored', row })
  })
})
