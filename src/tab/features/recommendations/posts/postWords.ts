import type { Post, PostHolder } from '../../../../domain/post.ts'
import type { PostRefusal } from '../../../../domain/postChange.ts'
import type { Person } from '../../../../domain/roles.ts'

const refusals: Readonly<Record<PostRefusal, string>> = {
  'secretary-only': 'Only the board secretary or an administrator may change a post.',
  'nothing-changed': 'Nothing has changed yet.',
  'no-title': 'Give the post a title.',
  'too-long': 'Shorten the title or the unit to 100 characters.',
  'holder-is-deputy': 'Whoever holds a post cannot also be its deputy.',
  'title-taken': 'There is a post of that title already.',
}

/** A change of a post that was refused, as a sentence. */
export function sayPostRefusal(code: PostRefusal): string {
  return refusals[code]
}

/**
 * Everybody whom the register knows: those in a post, and the person who is signed in. The tab has no permission to
 * look people up in the directory.
 */
export function knownPeople(posts: readonly Post[], me: Person): readonly PostHolder[] {
  const known = new Map<string, PostHolder>()
  for (const { holder, deputy, headOfUnit } of posts)
    for (const person of [holder, deputy, headOfUnit]) if (person) known.set(person.objectId, person)
  if (!known.has(me.objectId))
    known.set(me.objectId, { objectId: me.objectId, name: me.name, address: me.signInName })
  return [...known.values()].toSorted((a, b) => a.name.localeCompare(b.name))
}
