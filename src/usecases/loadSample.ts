import type { Instant } from '../domain/calendarDays.ts'
import type { Contact } from '../domain/contact.ts'
import type { Course } from '../domain/course.ts'
import type { Exercise } from '../domain/exercise.ts'
import type { Post, PostHolder } from '../domain/post.ts'
import type { Recommendation } from '../domain/recommendation.ts'
import { fewAtOnce } from './fewAtOnce.ts'
import type {
  Clock,
  ContactStore,
  CourseStore,
  ExerciseStore,
  ListStore,
  People,
  PostStore,
  RecommendationStore,
} from './ports.ts'

/** A post whose holder and deputy are named by their addresses, before the directory has been asked. */
export interface PostByAddress extends Omit<Post, 'holder' | 'deputy' | 'headOfUnit'> {
  readonly holder: string | null
  readonly deputy: string | null
  readonly headOfUnit: string | null
}

/** What of a sample is loaded row by row; places and the board paper come in by ways of their own. */
export interface SampleRows {
  readonly posts: readonly PostByAddress[]
  readonly contacts: readonly Contact[]
  readonly courses: readonly Course[]
  readonly exercises: readonly Exercise[]
}

export interface SamplePorts {
  readonly posts: PostStore
  readonly contacts: ContactStore
  readonly courses: CourseStore
  readonly exercises: ExerciseStore
  readonly people: People
}

/** What was done with one list. `there` counts the rows that were found and left as they are. */
export interface SampleCount {
  readonly list: string
  readonly created: number
  readonly there: number
}

const atOnce = 4

/**
 * Creates the rows of a sample that are not in their lists yet; a row that is there is never changed. Throws
 * `M365Error`; what was created before stays, and running it again creates the rest.
 * @param tell is called after each list
 * @returns sentences about people whom the directory does not know
 */
export async function loadSampleRows(
  sample: SampleRows,
  ports: SamplePorts,
  tell: (count: SampleCount) => void,
): Promise<readonly string[]> {
  const { posts, remarks } = await resolvePosts(sample.posts, ports.people)
  tell(await createMissing('Posts', ports.posts, posts))
  tell(await createMissing('Contacts', ports.contacts, sample.contacts))
  tell(await createMissing('Courses', ports.courses, sample.courses))
  tell(await createMissing('Exercises', ports.exercises, sample.exercises))
  return remarks
}

async function createMissing<T extends { readonly key: string }>(
  list: string,
  store: ListStore<T>,
  values: readonly T[],
): Promise<SampleCount> {
  const found = new Set((await store.all()).rows.map((row) => row.value.key))
  const missing = values.filter((value) => !found.has(value.key))
  const results = await fewAtOnce(missing, atOnce, (value) => store.create(value))
  const created = results.filter((result) => !result.already).length
  return { list, created, there: values.length - created }
}

async function resolvePosts(
  drafts: readonly PostByAddress[],
  people: People,
): Promise<{ readonly posts: readonly Post[]; readonly remarks: readonly string[] }> {
  const named = drafts
    .flatMap((draft) => [draft.holder, draft.deputy, draft.headOfUnit])
    .filter((one) => one !== null)
  const addresses = [...new Set(named)]
  const found = await fewAtOnce(addresses, atOnce, (address) => people.byAddress(address))
  const byAddress = new Map(addresses.map((address, index) => [address, found[index] ?? null]))
  const holder = (address: string | null): PostHolder | null =>
    address === null ? null : (byAddress.get(address) ?? null)
  return {
    posts: drafts.map((draft) => ({
      ...draft,
      holder: holder(draft.holder),
      deputy: holder(draft.deputy),
      headOfUnit: holder(draft.headOfUnit),
    })),
    remarks: addresses
      .filter((address) => !byAddress.get(address))
      .map(
        (address) => `The directory has nobody with the address ${address}; their posts are vacant for now.`,
      ),
  }
}

/**
 * Gives the rows of a sample paper to the posts that own them. Only a row that never had an owner gets one: what
 * people have decided since stays.
 * @param owners key of the recommendation → key of the post
 * @returns how many rows got an owner now, and how many were left as they are
 */
export async function giveSampleOwners(
  owners: ReadonlyMap<string, string>,
  ports: { readonly recommendations: RecommendationStore; readonly clock: Clock },
): Promise<SampleCount> {
  const at = await ports.clock.now()
  const rows = (await ports.recommendations.all()).rows
  const owned = rows.flatMap((row) => {
    const post = owners.get(row.value.key)
    return post === undefined ? [] : [{ row, post }]
  })
  const waiting = owned.filter(({ row }) => neverHadOwner(row.value))
  const saved = await fewAtOnce(waiting, atOnce, ({ row, post }) =>
    ports.recommendations.save(row, withOwner(row.value, post, at)),
  )
  const created = saved.filter((one) => one.ok).length
  return { list: 'Owners', created, there: owned.length - created }
}

function neverHadOwner(row: Recommendation): boolean {
  return row.ownerPost === null && !row.history.some((change) => change.field === 'owner')
}

function withOwner(row: Recommendation, post: string, at: Instant): Recommendation {
  const change = {
    at,
    by: 'Sample',
    byObject: 'import',
    field: 'owner',
    from: '',
    to: post,
    via: 'import',
  } as const
  return { ...row, ownerPost: post, history: [...row.history, change] }
}
