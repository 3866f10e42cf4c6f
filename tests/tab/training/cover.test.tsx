/** @jest-environment <rootDir>/tests/support/browserEnvironment.cjs */
import '@testing-library/jest-dom'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { readTrainingFile } from '../../../src/documents/read/trainingFile.ts'
import { lineResultsCsv, rejectsCsv } from '../../../src/documents/write/lineResults.ts'
import type { Course } from '../../../src/domain/course.ts'
import { undetailed } from '../../../src/domain/courseDetails.ts'
import type { Person } from '../../../src/domain/roles.ts'
import { CompletionsPage } from '../../../src/tab/features/training/completions/CompletionsPage.tsx'
import { CoverPage } from '../../../src/tab/features/training/cover/CoverPage.tsx'
import { updateCover } from '../../../src/usecases/updateCover.ts'
import { completion, coverStores, member, pcloCourse, requirement } from '../../support/cover.ts'
import { MemoryListStore } from '../../support/memoryListStore.ts'
import { aRecommendation, aReport, MemoryRecommendations, officer } from '../../support/register.ts'
import { drawPage } from '../../support/tabScreen.tsx'

const today = '2021-06-01'
const coordinator: Person = { ...officer, objectId: 'ruth', name: 'Ruth Mbeki', roles: ['Coordinator'] }
const course: Course = {
  ...undetailed,
  ...{ key: pcloCourse, title: 'Conference course', audience: [], mandatory: true, selfApply: false },
  ...{ assessed: false, canFail: false, length: '', frequency: '', mode: 'online', provider: '' },
  ...{ trainers: '', externalInputs: [], about: '' },
}
const files = {
  read: readTrainingFile,
  results: async (...given: Parameters<typeof lineResultsCsv>) => lineResultsCsv(...given),
  rejects: async (...given: Parameters<typeof rejectsCsv>) => rejectsCsv(...given),
}

async function draw(page: React.ReactNode, address: string, me: Person = coordinator) {
  const world = coverStores({
    requirements: [requirement({ kind: 'every', everyMonths: 12 })],
    staff: [
      member({ key: 'p1', staffNumber: '417' }),
      member({ key: 'p2', staffNumber: '512', name: 'Ben Baker' }),
      member({ key: officer.objectId, name: officer.name, team: 'South' }),
    ],
    completions: [completion()],
  })
  await updateCover(world, today)
  const rests = { requirement: 'pclo', title: 'Conference liaison', atLeast: 95, note: '' }
  drawPage(page, address, today, {
    ...world,
    ...{ me, trainingFiles: files, courses: new MemoryListStore([course]) },
    recommendations: new MemoryRecommendations([aRecommendation({ restsOn: [rests] })]),
    reports: new MemoryListStore([aReport()]),
  })
  return { world, user: userEvent.setup() }
}

describe('cover', () => {
  test('shows the force, requirement by requirement, with the figure and the words for it', async () => {
    await draw(<CoverPage />, '#/training/cover')
    expect(await screen.findByText('33 %')).toBeVisible()
    expect(screen.getByText('1 of 3 have it.')).toBeVisible()
    expect(screen.getByRole('img', { name: '1 have it, 2 never had it' })).toBeVisible()
  })

  test('shows a person their own team, and lets only coordinators ask for more', async () => {
    const { user } = await draw(<CoverPage />, '#/training/cover', officer)
    await user.click(await screen.findByRole('tab', { name: 'My team: South' }))
    expect(await screen.findByText('0 of 1 have it.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'New requirement' })).toBeNull()
  })

  test('names people to coordinators and to their own team, and to nobody else', async () => {
    await draw(<CoverPage />, '#/training/requirement~pclo')
    const north = await screen.findByRole('row', { name: /^North/ })
    expect(within(north).getByText('Ben Baker')).toBeInTheDocument()
  })

  test('keeps the names of other teams from an officer', async () => {
    await draw(<CoverPage />, '#/training/requirement~pclo', officer)
    await waitFor(() =>
      expect(screen.getByRole('row', { name: /^South/ })).toHaveTextContent('One person to see to'),
    )
    expect(screen.queryByText('Ben Baker')).toBeNull()
  })

  test('says what rests on a requirement', async () => {
    await draw(<CoverPage />, '#/training/requirement~pclo')
    expect(await screen.findByText(/at least 95 %: not counted yet/)).toBeVisible()
  })

  test('a requirement is changed with its reason, and refused without', async () => {
    const { world, user } = await draw(<CoverPage />, '#/training/requirement~pclo')
    await user.click(await screen.findByRole('button', { name: 'Change' }))
    await user.clear(screen.getByRole('spinbutton', { name: /^Months/ }))
    await user.type(screen.getByRole('spinbutton', { name: /^Months/ }), '24')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Say why. The reason goes into the history.')).toBeVisible()
    await user.type(screen.getByLabelText('Why it changes', { exact: false }), 'The inspectorate agreed.')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(world.requirements.peek('1').value.everyMonths).toBe(24))
    expect(world.requirements.peek('1').value.history.at(-1)).toMatchObject({
      why: 'The inspectorate agreed.',
    })
  })
})

describe('importing completions', () => {
  /** jsdom's files cannot be read. */
  const file = (...lines: readonly string[]) => {
    const bytes = new TextEncoder().encode(['Staff number,Course,Date,Status', ...lines].join('\n'))
    return Object.assign(new File([bytes], 'lms.csv'), { arrayBuffer: async () => bytes.buffer })
  }

  test('is left to the coordinators', async () => {
    await draw(<CompletionsPage />, '#/training/completions', officer)
    expect(await screen.findByText('Completions are imported by the coordinators')).toBeVisible()
  })

  test('shows what would change before anything is written, then does it and keeps what is to be mended', async () => {
    const { world, user } = await draw(<CompletionsPage />, '#/training/completions')
    await user.upload(
      await screen.findByLabelText('File to import'),
      file('512,Conference course,1/5/2021,Completed', '9,Conference course,1/5/2021,Completed'),
    )
    await user.click(await screen.findByRole('button', { name: 'See what would change' }))
    expect(await screen.findByText('Line 3: The staff list knows nobody called “9”.')).toBeVisible()
    expect((await world.completions.all()).rows).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Bring in 1 line' }))
    expect(await screen.findByRole('heading', { name: 'The import is done' })).toBeVisible()
    expect((await world.completions.all()).rows).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Mend them here' }))
    expect(await screen.findByRole('heading', { name: 'To be mended (1)' })).toBeVisible()
    expect(screen.getByLabelText('Staff number, line 3')).toHaveValue('9')
  })
})
