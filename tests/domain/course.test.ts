import { type Course, type CourseRun, findCourses, runsOf } from '../../src/domain/course.ts'
import { undetailed } from '../../src/domain/courseDetails.ts'
import { emptyRun } from '../../src/domain/runPlaces.ts'

const course: Course = {
  ...undetailed,
  key: 'csu',
  title: 'Community Safety Unit course',
  audience: ['Detectives'],
  mandatory: true,
  selfApply: true,
  assessed: false,
  canFail: false,
  length: 'Five days',
  frequency: '',
  mode: 'blended',
  provider: 'Learning and Development',
  trainers: '',
  externalInputs: [],
  about: 'Safeguarding',
}
const other: Course = { ...course, key: 'pip2', title: 'PIP2', audience: ['Constables'] }

const run = (courseKey: string, date: string, start = '09:00'): CourseRun => ({
  ...emptyRun,
  key: `${courseKey} ${date} ${start}`,
  courseKey,
  date,
  start,
  end: '17:00',
  venue: 'Hendon',
  capacity: 16,
})

describe('courses', () => {
  it.each([
    ['safety  unit', ['csu']],
    ['DETECTIVES', ['csu']],
    ['learning', ['csu', 'pip2']],
    ['', ['csu', 'pip2']],
    ['firearms', []],
  ])('are found by "%s"', (text, keys) => {
    expect(findCourses([course, other], text).map((one) => one.key)).toEqual(keys)
  })

  it('have their own dates only, earliest first', () => {
    const runs = [
      run('csu', '2021-07-02'),
      run('pip2', '2021-06-01'),
      run('csu', '2021-06-30', '13:00'),
      run('csu', '2021-06-30'),
    ]
    expect(runsOf(course, runs).map((one) => `${one.date} ${one.start}`)).toEqual([
      '2021-06-30 09:00',
      '2021-06-30 13:00',
      '2021-07-02 09:00',
    ])
  })
})
