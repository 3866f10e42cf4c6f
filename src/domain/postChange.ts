import type { Post, PostHolder } from './post.ts'
import { slugOf } from './report.ts'
import { mayManage, type Person } from './roles.ts'

/** One thing that may be changed about a post. A null person leaves the place vacant. */
export type PostChange =
  | { readonly does: 'appoint'; readonly holder: PostHolder | null }
  | { readonly does: 'set-deputy'; readonly deputy: PostHolder | null }
  | { readonly does: 'set-head-of-unit'; readonly headOfUnit: PostHolder | null }
  | { readonly does: 'rename'; readonly title: string; readonly unit: string }

export type PostRefusal =
  | 'secretary-only'
  | 'nothing-changed'
  | 'no-title'
  | 'too-long'
  | 'holder-is-deputy'
  | 'title-taken'

export type PostOutcome =
  | { readonly ok: true; readonly next: Post }
  | { readonly ok: false; readonly code: PostRefusal }

const longestTitle = 100

/**
 * Decides a change of a post. Rows belong to the post, so nothing else has to change when somebody moves on; a
 * deputy who is appointed leaves the deputy's place free.
 */
export function changePost(post: Post, change: PostChange, actor: Person): PostOutcome {
  if (!mayManage(actor)) return { ok: false, code: 'secretary-only' }
  switch (change.does) {
    case 'appoint': {
      const movesUp = change.holder !== null && change.holder.objectId === post.deputy?.objectId
      return differing(post, { ...post, holder: change.holder, deputy: movesUp ? null : post.deputy })
    }
    case 'set-deputy':
      return change.deputy !== null && change.deputy.objectId === post.holder?.objectId
        ? { ok: false, code: 'holder-is-deputy' }
        : differing(post, { ...post, deputy: change.deputy })
    case 'set-head-of-unit':
      return differing(post, { ...post, headOfUnit: change.headOfUnit })
    case 'rename': {
      const refused = titleRefusal(change.title, change.unit)
      if (refused) return { ok: false, code: refused }
      return differing(post, { ...post, title: change.title.trim(), unit: change.unit.trim() })
    }
  }
}

function differing(post: Post, next: Post): PostOutcome {
  return JSON.stringify(post) === JSON.stringify(next)
    ? { ok: false, code: 'nothing-changed' }
    : { ok: true, next }
}

function titleRefusal(title: string, unit: string): 'no-title' | 'too-long' | null {
  if (slugOf(title) === '') return 'no-title'
  return title.trim().length > longestTitle || unit.trim().length > longestTitle ? 'too-long' : null
}

/** A new, vacant post. Its key is made from the title once and stays when the title changes. */
export function newPost(title: string, unit: string, actor: Person): PostOutcome {
  if (!mayManage(actor)) return { ok: false, code: 'secretary-only' }
  const refused = titleRefusal(title, unit)
  if (refused) return { ok: false, code: refused }
  const vacant = { holder: null, deputy: null, headOfUnit: null }
  return { ok: true, next: { key: slugOf(title), title: title.trim(), unit: unit.trim(), ...vacant } }
}
