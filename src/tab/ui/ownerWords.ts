import type { Post } from '../../domain/post.ts'

/** Who holds a post today: a name, or that it is vacant and who stands in. */
export function writeHolder(post: Post): string {
  if (post.holder) return post.holder.name
  return post.deputy ? `Vacant; ${post.deputy.name} deputises` : 'Vacant'
}

/** The owner of a row in words: post and today's holder, or that none is set. */
export function writeOwner(ownerPost: string | null, posts: ReadonlyMap<string, Post>): string {
  if (ownerPost === null) return 'No owner yet'
  const post = posts.get(ownerPost)
  return post ? `${post.title} (${writeHolder(post)})` : `${ownerPost} (not in the Posts list)`
}
