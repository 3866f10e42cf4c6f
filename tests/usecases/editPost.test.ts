import { isM365Error } from '../../src/domain/m365Error.ts'
import type { Post } from '../../src/domain/post.ts'
import type { PostChange } from '../../src/domain/postChange.ts'
import { createPost, editPost } from '../../src/usecases/editPost.ts'
import { administrator, coordinator } from '../support/decisions.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { aPost, holderOf, officer, owner, secretary } from '../support/register.ts'

const appoint = { does: 'appoint', holder: holderOf(officer) } as const

function edit(posts: MemoryListStore<Post>, change: PostChange, actor = secretary, etag = 'v1') {
  return editPost({ posts }, { id: '1', etag, change, actor })
}

test('somebody else holds the post, and its rows need no change', async () => {
  const posts = new MemoryListStore([aPost()])
  expect(await edit(posts, appoint)).toEqual({ ok: true, post: posts.peek('1') })
  expect(posts.peek('1').value).toMatchObject({ key: 'crime-dci', holder: { name: officer.name } })
})

test('a deputy who is appointed leaves the deputy’s place free', async () => {
  const posts = new MemoryListStore([aPost({ deputy: holderOf(officer) })])
  await edit(posts, appoint)
  expect(posts.peek('1').value.deputy).toBeNull()
})

test.each<[string, Post, PostChange, typeof secretary, string]>([
  ['an administrator may', aPost(), appoint, administrator, 'done'],
  ['a coordinator may not', aPost(), appoint, coordinator, 'secretary-only'],
  ['the holder may not', aPost(), appoint, owner, 'secretary-only'],
  ['a post can be vacant', aPost(), { does: 'appoint', holder: null }, secretary, 'done'],
  [
    'a vacant one is not vacated',
    aPost({ holder: null }),
    { does: 'appoint', holder: null },
    secretary,
    'nothing-changed',
  ],
  [
    'nobody deputises for themselves',
    aPost(),
    { does: 'set-deputy', deputy: holderOf(owner) },
    secretary,
    'holder-is-deputy',
  ],
  ['a deputy is set', aPost(), { does: 'set-deputy', deputy: holderOf(officer) }, secretary, 'done'],
  [
    'a head of unit is set',
    aPost(),
    { does: 'set-head-of-unit', headOfUnit: holderOf(officer) },
    secretary,
    'done',
  ],
  ['a title is changed', aPost(), { does: 'rename', title: 'DCI Crime', unit: 'Crime' }, secretary, 'done'],
  ['a title says something', aPost(), { does: 'rename', title: ' – ', unit: 'Crime' }, secretary, 'no-title'],
  [
    'a title of 101 characters',
    aPost(),
    { does: 'rename', title: 'x'.repeat(101), unit: '' },
    secretary,
    'too-long',
  ],
])('%s', async (_rule, post, change, actor, expected) => {
  const outcome = await edit(new MemoryListStore([post]), change, actor)
  expect(outcome.ok ? 'done' : outcome.code).toBe(expected)
})

test('a post that somebody else changed meanwhile is not overwritten', async () => {
  const posts = new MemoryListStore([aPost()])
  const theirs = posts.change('1', (post) => ({ ...post, unit: 'Crime and Justice' }))
  expect(await edit(posts, appoint)).toEqual({ ok: false, code: 'changed-meanwhile', theirs })
})

test('a change whose answer was lost is found done', async () => {
  const posts = new MemoryListStore([aPost()])
  posts.loseNextAnswer()
  expect(isM365Error(await edit(posts, appoint).catch((error: unknown) => error))).toBe(true)
  expect(await edit(posts, appoint)).toEqual({ ok: true, post: posts.peek('1') })
})

describe('a new post', () => {
  const create = (posts: MemoryListStore<Post>, title = 'Head of Roads Policing') =>
    createPost({ posts }, { title, unit: ' Uniformed Operations ', actor: secretary })

  test('is vacant and known by its title', async () => {
    const posts = new MemoryListStore<Post>()
    expect(await create(posts)).toMatchObject({
      ok: true,
      post: { value: { key: 'head-of-roads-policing', unit: 'Uniformed Operations', holder: null } },
    })
  })

  test('is not made twice, and does not take another’s name', async () => {
    const posts = new MemoryListStore<Post>()
    await create(posts)
    expect((await create(posts)).ok).toBe(true)
    expect(await create(posts, 'Head of Roads policing')).toEqual({ ok: false, code: 'title-taken' })
    expect((await posts.all()).rows).toHaveLength(1)
  })

  test('does not take the name of a post that was renamed', async () => {
    const posts = new MemoryListStore([aPost({ key: 'traffic', title: 'Head of Roads Policing' })])
    expect(await create(posts)).toEqual({ ok: false, code: 'title-taken' })
  })

  test('is the secretary’s to make', async () => {
    const posts = new MemoryListStore<Post>()
    expect(await createPost({ posts }, { title: 'X', unit: '', actor: officer })).toEqual({
      ok: false,
      code: 'secretary-only',
    })
  })
})
