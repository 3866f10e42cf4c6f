import { sampleContacts } from '../../src/admin/sample/contacts.ts'
import { sampleCourses } from '../../src/admin/sample/courses.ts'
import { sampleExercises } from '../../src/admin/sample/exercises.ts'
import { samplePosts } from '../../src/admin/sample/posts.ts'
import type { Contact } from '../../src/domain/contact.ts'
import type { Course } from '../../src/domain/course.ts'
import type { Exercise } from '../../src/domain/exercise.ts'
import type { Post } from '../../src/domain/post.ts'
import { loadSampleRows, type SampleCount } from '../../src/usecases/loadSample.ts'
import type { People } from '../../src/usecases/ports.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'

const sample = {
  posts: samplePosts,
  contacts: sampleContacts,
  courses: sampleCourses,
  exercises: sampleExercises,
}

/** A directory that knows everybody except those named. */
function peopleWithout(...missing: string[]): People {
  return {
    byAddress: async (address) =>
      missing.includes(address) ? null : { objectId: `id of ${address}`, name: address, address },
  }
}

function emptyLists(people: People) {
  return {
    posts: new MemoryListStore<Post>(),
    contacts: new MemoryListStore<Contact>(),
    courses: new MemoryListStore<Course>(),
    exercises: new MemoryListStore<Exercise>(),
    people,
  }
}

async function load(lists: ReturnType<typeof emptyLists>) {
  const counts: SampleCount[] = []
  const remarks = await loadSampleRows(sample, lists, (count) => counts.push(count))
  return { counts, remarks, created: counts.map((count) => count.created) }
}

describe('loading the sample', () => {
  it('creates every row the first time and none the second', async () => {
    const lists = emptyLists(peopleWithout())
    expect((await load(lists)).created).toEqual([20, 25, 15, 12])
    const second = await load(lists)
    expect(second.created).toEqual([0, 0, 0, 0])
    expect(second.counts.map((count) => count.there)).toEqual([20, 25, 15, 12])
  })

  it('goes on where an earlier run was broken off', async () => {
    const lists = emptyLists(peopleWithout())
    lists.courses.goOffline()
    await expect(load(lists)).rejects.toThrow('could not be reached')
    lists.courses.recover()
    expect((await load(lists)).created).toEqual([0, 0, 15, 12])
  })

  it('leaves a row that people have changed as it is', async () => {
    const lists = emptyLists(peopleWithout())
    await load(lists)
    const [first] = (await lists.courses.all()).rows
    if (!first) throw new Error('no course was created')
    lists.courses.change(first.id, (course) => ({ ...course, title: 'A better title' }))
    await load(lists)
    expect(lists.courses.peek(first.id).value.title).toBe('A better title')
  })

  it('leaves a post vacant when the directory does not know its holder, and says so', async () => {
    const lists = emptyLists(peopleWithout('erin.walsh@thameside.example'))
    const { remarks } = await load(lists)
    expect(remarks).toEqual([
      'The directory has nobody with the address erin.walsh@thameside.example; their posts are vacant for now.',
    ])
    const post = await lists.posts.byKey('intelligence-inspector')
    expect(post?.value.holder).toBeNull()
  })

  it('has one post with neither holder nor deputy', async () => {
    const lists = emptyLists(peopleWithout())
    await load(lists)
    const { rows } = await lists.posts.all()
    const vacant = rows.filter(({ value }) => value.holder === null && value.deputy === null)
    expect(vacant.map(({ value }) => value.title)).toEqual(['Victim Champion', 'Superintendent, Response'])
  })
})
