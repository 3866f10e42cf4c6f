import { isM365Error } from '../../src/domain/m365Error.ts'
import { longestProgress } from '../../src/domain/recommendation.ts'
import type { Person } from '../../src/domain/roles.ts'
import { editRecommendation } from '../../src/usecases/editRecommendation.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import {
  aPost,
  aRecommendation,
  holderOf,
  MemoryRecommendations,
  officer,
  owner,
  secretary,
  standingClock,
} from '../support/register.ts'

function setUp(post = aPost()) {
  const recommendations = new MemoryRecommendations([aRecommendation()])
  const posts = new MemoryListStore([post])
  return { recommendations, posts, clock: standingClock() }
}

function edit(
  deps: ReturnType<typeof setUp>,
  changes: { progress?: string; etag?: string; actor?: Person } = {},
) {
  return editRecommendation(deps, {
    id: '1',
    etag: changes.etag ?? 'v1',
    progress: changes.progress ?? 'The policy was signed.',
    actor: changes.actor ?? owner,
  })
}

describe('who may save a progress note', () => {
  const deputised = aPost({ holder: null, deputy: holderOf(officer) })
  test.each([
    ['the holder of the owning post', aPost(), owner, true],
    ['the deputy of the owning post', deputised, officer, true],
    ['the board secretary', aPost(), secretary, true],
    ['an officer who holds no post', aPost(), officer, false],
    ['a holder of another post', aPost({ key: 'head-of-ppu' }), owner, false],
  ])('%s', async (_who, post, actor, allowed) => {
    const deps = setUp(post)
    const outcome = await edit(deps, { actor })
    expect(outcome.ok).toBe(allowed)
    expect(deps.recommendations.calls.includes('save')).toBe(allowed)
  })
})

describe('what is saved', () => {
  test('the note, with a line of history that says who, when, from and to', async () => {
    const deps = setUp()
    await edit(deps)
    const { progress, history } = deps.recommendations.peek('1').value
    expect(progress).toBe('The policy was signed.')
    expect(history).toEqual([
      {
        at: '2021-06-01T08:00:00.000Z',
        by: owner.name,
        byObject: owner.objectId,
        field: 'progress',
        from: 'A working group met in April.',
        to: 'The policy was signed.',
        via: 'tab',
      },
    ])
  })

  test.each([
    ['the same note', 'A working group met in April.', 'nothing-changed'],
    ['the same note with spaces around it', '  A working group met in April. ', 'nothing-changed'],
    ['an empty note', '  ', 'empty-progress'],
    ['one character too many', 'x'.repeat(longestProgress + 1), 'too-long'],
  ])('%s is refused and nothing is written', async (_what, progress, code) => {
    const deps = setUp()
    expect(await edit(deps, { progress })).toEqual({ ok: false, code })
    expect(deps.recommendations.calls).not.toContain('save')
  })

  test('the longest note is taken', async () => {
    expect((await edit(setUp(), { progress: 'x'.repeat(longestProgress) })).ok).toBe(true)
  })
})

describe('when somebody saved in between', () => {
  test('their row comes back and nothing is written', async () => {
    const deps = setUp()
    const theirs = deps.recommendations.change('1', (row) => ({ ...row, progress: 'Theirs.' }))
    expect(await edit(deps)).toEqual({ ok: false, code: 'changed-meanwhile', theirs })
    expect(deps.recommendations.peek('1').value.progress).toBe('Theirs.')
  })

  test('saving against their version keeps theirs in the history', async () => {
    const deps = setUp()
    deps.recommendations.change('1', (row) => ({ ...row, progress: 'Theirs.' }))
    expect((await edit(deps, { etag: 'v2' })).ok).toBe(true)
    expect(deps.recommendations.peek('1').value.history.at(-1)?.from).toBe('Theirs.')
  })
})

describe('when the answer to a save is lost', () => {
  test('the same call again finds its own note and writes nothing twice', async () => {
    const deps = setUp()
    deps.recommendations.loseNextAnswer()
    const thrown = await edit(deps).catch((error: unknown) => error)
    expect(isM365Error(thrown, 'unavailable')).toBe(true)
    const again = await edit(deps)
    expect(again).toEqual({ ok: true, row: deps.recommendations.peek('1') })
    expect(deps.recommendations.peek('1').value.history).toHaveLength(1)
  })

  test('the same words by somebody else are still somebody else’s', async () => {
    const deps = setUp()
    await edit(deps, { actor: secretary })
    expect(await edit(deps)).toMatchObject({ ok: false, code: 'changed-meanwhile' })
  })
})
