import type { Post } from '../domain/post.ts'
import { changePost, newPost, type PostChange, type PostRefusal } from '../domain/postChange.ts'
import { slugOf } from '../domain/report.ts'
import type { Person } from '../domain/roles.ts'
import type { PostStore, Stored } from './ports.ts'

export type EditPostOutcome =
  | { readonly ok: true; readonly post: Stored<Post> }
  | { readonly ok: false; readonly code: PostRefusal }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<Post> }

/**
 * Changes who holds, deputises for or heads a post, or what it is called. Refused with a code by the rules, or when
 * somebody saved since the version in `etag`. Throws `M365Error`; the same call may be repeated.
 */
export async function editPost(
  deps: { readonly posts: Pick<PostStore, 'get' | 'save'> },
  input: {
    readonly id: string
    readonly etag: string
    readonly change: PostChange
    readonly actor: Person
  },
): Promise<EditPostOutcome> {
  const current = await deps.posts.get(input.id)
  const decided = changePost(current.value, input.change, input.actor)
  if (current.etag !== input.etag) {
    // An earlier attempt whose answer was lost left the post just as it was wanted.
    const isAsWanted = !decided.ok && decided.code === 'nothing-changed'
    return isAsWanted
      ? { ok: true, post: current }
      : { ok: false, code: 'changed-meanwhile', theirs: current }
  }
  if (!decided.ok) return decided
  const saved = await deps.posts.save({ id: input.id, etag: input.etag }, decided.next)
  return saved.ok ? { ok: true, post: saved.row } : saved
}

/**
 * Creates a vacant post. Refused when one of that name is there; a repeated call after a lost answer finds its own.
 * Throws `M365Error`.
 */
export async function createPost(
  deps: { readonly posts: Pick<PostStore, 'create' | 'all'> },
  input: { readonly title: string; readonly unit: string; readonly actor: Person },
): Promise<EditPostOutcome> {
  const decided = newPost(input.title, input.unit, input.actor)
  if (!decided.ok) return decided
  // A post keeps its key when it is renamed, so its name may be taken although its key is free.
  const { rows } = await deps.posts.all()
  if (rows.some(({ value }) => value.key !== decided.next.key && slugOf(value.title) === decided.next.key))
    return { ok: false, code: 'title-taken' }
  const { row, already } = await deps.posts.create(decided.next)
  const isOwn = JSON.stringify(row.value) === JSON.stringify(decided.next)
  return already && !isOwn ? { ok: false, code: 'title-taken' } : { ok: true, post: row }
}
