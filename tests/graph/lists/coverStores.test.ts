import type { Completion } from '../../../src/domain/completion.ts'
import type { CoverRollUp } from '../../../src/domain/cover.ts'
import type { Requirement } from '../../../src/domain/requirement.ts'
import type { StaffMember } from '../../../src/domain/staff.ts'
import { completionStore } from '../../../src/graph/lists/completions.ts'
import { coverStore } from '../../../src/graph/lists/cover.ts'
import { requirementStore } from '../../../src/graph/lists/requirements.ts'
import { staffStore } from '../../../src/graph/lists/staff.ts'
import type { SiteContext } from '../../../src/graph/site.ts'
import type { Created, ReadRows } from '../../../src/usecases/ports.ts'
import { startListStub } from '../listStub.ts'

const at = '2021-06-01T09:00:00.000Z'
const requirement: Requirement = {
  ...{ key: 'q', title: 'T', courseKey: 'c', roles: ['PCLO'], kind: 'every', everyMonths: 12 },
  ...{ from: '2021-01-01', graceDays: 30, because: 'IX/3841/20', retired: true },
  exemptions: [{ person: 'p', personName: 'P', why: 'Leave', until: '2021-09-30', at, by: 'A B' }],
  history: [{ at, by: 'A B', byObject: 'o', field: 'requirement', from: 'a', to: 'b', why: 'w', via: 'tab' }],
}
const member: StaffMember = {
  ...{ key: 'p', staffNumber: '7', name: 'P', address: 'p@x', role: 'PCLO', team: 'North' },
  ...{ borough: 'Camden', inRoleSince: '2021-01-01', until: '2021-12-31', movedFrom: 'South' },
}
const finished: Completion = {
  ...{ key: 'p/c/2021-01-01', person: 'p', personName: 'P', courseKey: 'c', runKey: 'c-1' },
  ...{ completedOn: '2021-01-01', result: 'partly', expiresOn: '2022-01-01' },
  ...{ recordedOn: '2021-01-02', source: 'f.csv' },
}
const figure: CoverRollUp = {
  ...{ key: 'q/North', requirement: 'q', team: 'North', asAt: '2021-06-01', newcomers: 1 },
  counts: { current: 1, due: 2, 'in-grace': 3, lapsed: 4, never: 5, exempt: 6 },
  roles: [{ role: 'PCLO', counts: { current: 1, due: 2, 'in-grace': 3, lapsed: 4, never: 5, exempt: 6 } }],
  nextChange: '2021-07-01',
  points: [{ day: '2021-06-01', covered: 3, needed: 12 }],
  open: [{ person: 'p', personName: 'P', state: 'lapsed', by: '2021-05-01' }],
  openMore: 2,
}

interface AnyStore<T> {
  create(value: T): Promise<Created<T>>
  all(): Promise<ReadRows<T>>
}

async function backAgain<T>(
  title: string,
  open: (site: SiteContext) => AnyStore<T>,
  value: T,
): Promise<void> {
  const list = await startListStub(title)
  try {
    const store = open(list.site)
    await store.create(value)
    expect(await store.all()).toMatchObject({ rows: [{ value }], unreadable: [] })
  } finally {
    await list.stop()
  }
}

describe('a row comes back as it was written', () => {
  test.each([requirement, { ...requirement, everyMonths: null, exemptions: [], history: [] }])(
    'of Requirements',
    async (value) => backAgain('Requirements', requirementStore, value),
  )
  test.each([member, { ...member, until: null, movedFrom: '', borough: '', address: '' }])(
    'of Staff',
    async (value) => backAgain('Staff', staffStore, value),
  )
  test.each([finished, { ...finished, expiresOn: null, runKey: '' }])('of Completions', async (value) =>
    backAgain('Completions', completionStore, value),
  )
  test.each([figure, { ...figure, nextChange: null, open: [], openMore: 0, points: [] }])(
    'of Cover',
    async (value) => backAgain('Cover', coverStore, value),
  )
})
