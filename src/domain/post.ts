/** An owner is a post, not a person: people move on, posts stay. Holders are Entra object ids. */
export interface Post {
  /** Short stable name, unique: `head-of-ppu`. */
  readonly key: string
  readonly title: string
  readonly unit: string
  /** Null while the post is vacant. */
  readonly holder: PostHolder | null
  readonly deputy: PostHolder | null
  /** Who answers for the unit: the next to be asked when there is neither holder nor deputy. */
  readonly headOfUnit: PostHolder | null
}

export interface PostHolder {
  readonly objectId: string
  readonly name: string
  readonly address: string
}

/** Keys of the posts that a person holds or deputises for. */
export function postsHeldBy(posts: readonly Post[], objectId: string): readonly string[] {
  return posts
    .filter((post) => post.holder?.objectId === objectId || post.deputy?.objectId === objectId)
    .map((post) => post.key)
}
