import type { Venue } from '../../src/domain/venue.ts'
import { factsOfVenue } from '../../src/domain/venueChange.ts'
import { addCourse, editCourse } from '../../src/usecases/changeCourse.ts'
import { addVenue, editVenue } from '../../src/usecases/changeVenue.ts'
import { june } from '../support/exercises.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { aCourse, theCoordinator } from '../support/places.ts'

const actor = theCoordinator
const why = 'It was rewritten.'

function catalogue() {
  const courses = new MemoryListStore([aCourse()])
  return { deps: { courses, clock: june }, courses, row: courses.peek('1') }
}
function factsOf(title: string) {
  const { key: _key, withdrawn: _withdrawn, history: _history, ...facts } = aCourse()
  return { ...facts, title }
}

describe('a course', () => {
  it('is saved with the reason', async () => {
    const { deps, row } = catalogue()
    const edit = { does: 'change', facts: factsOf('Better') } as const
    const outcome = await editCourse(deps, { ...row, edit, why, actor })
    expect(outcome).toMatchObject({ ok: true, row: { value: { title: 'Better', history: [{ why }] } } })
  })

  it('that somebody else changed in between comes back as theirs, and nothing is written', async () => {
    const { deps, courses, row } = catalogue()
    courses.change('1', (course) => ({ ...course, length: 'theirs' }))
    const edit = { does: 'change', facts: factsOf('Better') } as const
    const outcome = await editCourse(deps, { ...row, edit, why, actor })
    expect(outcome).toMatchObject({
      ok: false,
      code: 'changed-meanwhile',
      theirs: { value: { length: 'theirs' } },
    })
    expect(courses.peek('1').value.title).toBe('What to do if')
  })

  it('whose answer was lost is saved once, however often the button is pressed', async () => {
    const { deps, courses, row } = catalogue()
    const input = { ...row, edit: { does: 'withdraw', withdrawn: true }, why, actor } as const
    courses.loseNextAnswer()
    await expect(editCourse(deps, input)).rejects.toThrow('did not answer')
    expect(await editCourse(deps, input)).toMatchObject({ ok: true })
    expect(courses.peek('1').value.history).toHaveLength(1)
  })

  it('is added once: the same again is its own, another with its title is refused', async () => {
    const { deps } = catalogue()
    const input = { facts: factsOf('Joint Investigation'), why: '', actor }
    expect(await addCourse(deps, input)).toMatchObject({
      ok: true,
      row: { value: { key: 'joint-investigation' } },
    })
    expect(await addCourse(deps, input)).toMatchObject({ ok: true })
    const other = { ...input, facts: { ...input.facts, length: 'a week' } }
    expect(await addCourse(deps, other)).toEqual({ ok: false, code: 'title-taken' })
  })
})

describe('a venue', () => {
  const hall: Venue = {
    ...{ key: 'hall', name: 'Hall', address: '', borough: '', capacity: 40, access: '', roomAddress: '' },
  }

  it('is saved with the reason, and not over somebody else’s change', async () => {
    const venues = new MemoryListStore([hall])
    const row = venues.peek('1')
    const edit = { does: 'change', facts: { ...factsOfVenue(hall), capacity: 30 } } as const
    const input = { ...row, edit, why, actor }
    expect(await editVenue({ venues, clock: june }, input)).toMatchObject({
      ok: true,
      row: { value: { capacity: 30 } },
    })
    const late = { ...row, edit: { does: 'close', closed: true }, why, actor } as const
    expect(await editVenue({ venues, clock: june }, late)).toMatchObject({
      ok: false,
      code: 'changed-meanwhile',
    })
  })

  it('is added once: the same again is its own, another with its name is refused', async () => {
    const deps = { venues: new MemoryListStore<Venue>(), clock: june }
    const facts = { ...factsOfVenue(hall), name: 'Town Hall' }
    expect(await addVenue(deps, { facts, why: '', actor })).toMatchObject({ ok: true })
    expect(await addVenue(deps, { facts, why: '', actor })).toMatchObject({ ok: true })
    const other = { facts: { ...facts, capacity: 3 }, why: '', actor }
    expect(await addVenue(deps, other)).toEqual({ ok: false, code: 'name-taken' })
  })
})
