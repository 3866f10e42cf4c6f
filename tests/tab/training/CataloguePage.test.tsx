/** @jest-environment <rootDir>/tests/support/browserEnvironment.cjs */
import '@testing-library/jest-dom'
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { Course, CourseRun } from '../../../src/domain/course.ts'
import { undetailed } from '../../../src/domain/courseDetails.ts'
import { M365Error } from '../../../src/domain/m365Error.ts'
import { emptyRun } from '../../../src/domain/runPlaces.ts'
import { CataloguePage } from '../../../src/tab/features/training/catalogue/CataloguePage.tsx'
import type { DatedRunStore } from '../../../src/usecases/trainingPorts.ts'
import { amira, june } from '../../support/exercises.ts'
import { drawPage, listOf } from '../../support/tabScreen.tsx'

const pip2: Course = {
  ...undetailed,
  key: 'pip2',
  title: 'PIP2 investigators',
  audience: ['Constables on the detective route'],
  mandatory: true,
  selfApply: true,
  assessed: true,
  canFail: true,
  length: 'Four weeks',
  frequency: 'Once',
  mode: 'blended',
  provider: 'Learning and Development',
  trainers: 'Experienced detectives',
  externalInputs: ['Refuge'],
  about: 'Investigating serious and complex crime.',
}
const openDay: Course = { ...pip2, key: 'open', title: 'Open day', mandatory: false, assessed: false }
const run = (date: string): CourseRun => ({
  ...emptyRun,
  key: date,
  courseKey: 'pip2',
  date,
  start: '09:00',
  end: '17:00',
  venue: 'Hendon',
  capacity: 16,
})

/** Dates as the whole list gives them; this screen asks for no others. */
function datesOf(...runs: readonly CourseRun[]): DatedRunStore {
  const unasked = async () => ({ rows: [], unreadable: [] })
  return { ...listOf(...runs), onOrAfter: unasked, ofCourse: unasked }
}

function draw(courses: readonly Course[], address = '#/training/catalogue') {
  drawPage(<CataloguePage />, address, '2021-06-01', {
    me: amira,
    clock: june,
    courses: listOf(...courses),
    runs: datesOf(run('2021-11-03'), run('2021-05-12')),
    venues: listOf(),
    requirements: { ...listOf(), all: async () => ({ rows: [], unreadable: [] }) },
  })
  return userEvent.setup()
}

describe('the catalogue', () => {
  it('says that a course is mandatory and that people apply themselves, both at once', async () => {
    draw([pip2, openDay])
    const row = await screen.findByRole('button', { name: /PIP2/ })
    expect(row).toHaveTextContent('Mandatory')
    expect(row).toHaveTextContent('People apply themselves')
    expect(row).toHaveTextContent('Assessed, and can be failed')
    expect(row).toHaveTextContent('2 dates')
    expect(screen.getByRole('button', { name: /Open day/ })).toHaveTextContent('no dates yet')
  })

  it('opens a course with its facts and dates, those that are over folded away', async () => {
    const user = draw([pip2, openDay])
    await user.click(await screen.findByRole('button', { name: /PIP2/ }))
    const panel = screen.getByRole('region', { name: 'Course PIP2 investigators' })
    expect(panel).toHaveTextContent('Refuge')
    expect(panel).toHaveTextContent('3 November 2021, Wednesday09:00 to 17:00, Hendon')
    expect(panel).toHaveTextContent('0 of 16 booked, 16 free')
    expect(panel).toHaveTextContent('One date is over')
  })

  it('that is empty says so', async () => {
    draw([])
    expect(await screen.findByText('There is no course in the catalogue yet')).toBeVisible()
  })

  it('that may not be read shows the forbidden screen', async () => {
    const refuse = {
      ...listOf<Course>(),
      changesSince: async () => {
        throw new M365Error('forbidden', 'No.', { status: 403 })
      },
    }
    drawPage(<CataloguePage />, '#/training/catalogue', '2021-06-01', {
      me: amira,
      clock: june,
      courses: refuse,
      runs: datesOf(),
    })
    expect(await screen.findByText("You don't have access to this register")).toBeVisible()
  })
})
