import { undecided } from '../../src/domain/decisions.ts'
import type { Post, PostHolder } from '../../src/domain/post.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Report } from '../../src/domain/report.ts'

/** Somebody by number; their object id is made of it. */
export function person(number: number): PostHolder {
  const objectId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
  return { objectId, name: `Person ${number}`, address: `person.${number}@force.example` }
}

/** A post by number, held by the person of that number. */
export function post(number: number, changes: Partial<Post> = {}): Post {
  const titles = { key: `post-${number}`, title: `Post ${number}`, unit: `Unit ${number % 20}` }
  return { ...titles, holder: person(number), deputy: null, headOfUnit: null, ...changes }
}

/** The post at the top of every ladder. */
export const secretaryPost: Post = post(9_999, { key: 'board-secretary', title: 'Board Secretary' })

/** A row by number with one deadline. */
export function row(number: number, deadline: string, changes: Partial<Recommendation> = {}): Recommendation {
  return {
    ...undecided,
    ...{
      key: `report-${number % 300}/${number}`,
      reportKey: `report-${number % 300}`,
      number: String(number),
    },
    ...{ numberInferred: false, order: number, kind: 'recommendation', status: 'AMBER' },
    ...{ text: 'Do it.', progress: '', elements: [], doubts: [], history: [], importedAs: '' },
    due: [{ text: deadline, verb: 'none', date: deadline, precision: 'day', purpose: '', tags: [] }],
    ownerPost: 'post-1',
    ...changes,
  }
}

/** A report by number. */
export function report(number: number): Report {
  return {
    ...{ key: `report-${number}`, title: `Report ${number}`, typeLine: '', claims: [], narrative: '' },
    ...{ published: { text: '', date: '2021-03-11', precision: 'day' }, order: number, importedAs: '' },
    ...{ source: 'inspectorate', scope: 'force', publishers: [], clocks: [] },
  }
}
