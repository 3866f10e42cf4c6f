import { sampleCourses } from '../../../src/admin/sample/courses.ts'
import { changeCourse } from '../../../src/domain/courseChange.ts'
import {
  factsOf,
  readMaterial,
  valuesOf,
  writeMaterial,
} from '../../../src/tab/features/training/catalogue/courseForm.ts'
import { theCoordinator } from '../../support/places.ts'

const made = { actor: theCoordinator, at: '2021-06-01T09:00:00.000Z', why: 'W' }

test.each(sampleCourses)('opening and saving $title without typing changes nothing', (course) => {
  expect(changeCourse(course, factsOf(valuesOf(course)), made)).toEqual({
    ok: false,
    code: 'nothing-changed',
  })
})

test.each([
  ['Slides', { title: 'Slides', owner: '', copyright: '', link: '' }],
  ['Slides | L&D', { title: 'Slides', owner: 'L&D', copyright: '', link: '' }],
  [
    'Slides |  | Crown | https://s.example',
    { title: 'Slides', owner: '', copyright: 'Crown', link: 'https://s.example' },
  ],
])('a line of the materials %p', (line, material) => {
  expect(readMaterial(line)).toEqual(material)
  expect(readMaterial(writeMaterial(material))).toEqual(material)
})

test.each([
  ['3.5', 3.5],
  ['3,5', 3.5],
  ['', null],
  ['half', Number.NaN],
])('hours typed as %p are %p', (hours, value) => {
  expect(factsOf({ hours }).hours).toBe(value)
})
