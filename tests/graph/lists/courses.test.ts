import type { Course } from '../../../src/domain/course.ts'
import { courseStore } from '../../../src/graph/lists/courses.ts'
import { startListStub } from '../listStub.ts'

const full: Course = {
  ...{ key: 'c', title: 'C', audience: ['A', 'B'], mandatory: true, selfApply: true, assessed: true },
  ...{ canFail: true, ifFailed: 'Taken again', length: 'Two days', hours: 13.5, frequency: 'Every year' },
  ...{ frequencyKind: 'rotational', everyMonths: 12, mode: 'blended', groupSize: '8 to 12', provider: 'P' },
  ...{
    trainers: 'T',
    trainerQualification: 'Q',
    externalInputs: ['Refuge'],
    about: 'About',
    accreditation: 'X',
  },
  ...{ scenarios: ['S1', 'S2'], themes: ['domestic abuse'], withdrawn: true },
  materials: [{ title: 'M', owner: 'O', copyright: 'C', link: 'https://m.example' }],
  history: [
    {
      ...{ at: '2021-06-01T09:00:00.000Z', by: 'A B', byObject: 'o-1', field: 'course', from: 'a', to: 'b' },
      ...{ why: 'W', via: 'tab' },
    },
  ],
}

async function withStore(test: (list: Awaited<ReturnType<typeof startListStub>>) => Promise<void>) {
  const list = await startListStub('Courses')
  try {
    await test(list)
  } finally {
    await list.stop()
  }
}

describe('a course in SharePoint', () => {
  it('comes back with everything that the catalogue says of it', async () => {
    await withStore(async ({ site }) => {
      const store = courseStore(site)
      await store.create(full)
      expect((await store.byKey('c'))?.value).toEqual(full)
    })
  })

  it('of a version that knew no details is one of which nobody has said more', async () => {
    await withStore(async ({ site, rows }) => {
      const store = courseStore(site)
      const { row } = await store.create(full)
      const fields = rows.get(row.id)?.fields ?? {}
      for (const name of ['Details', 'Materials', 'Scenarios', 'Themes', 'History']) delete fields[name]
      expect((await store.byKey('c'))?.value).toMatchObject({
        ...{ hours: null, everyMonths: null, frequencyKind: 'as needed', withdrawn: false },
        ...{ materials: [], scenarios: [], themes: [], history: [] },
      })
    })
  })
})
