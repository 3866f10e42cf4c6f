import fc from 'fast-check'
import { completionResults } from '../../src/domain/completion.ts'
import { foiFiguresOf } from '../../src/domain/foiFigures.ts'
import { aCompletion } from '../support/training.ts'

const scope = { courseKeys: ['a', 'b'], fromYear: 2016, toYear: 2020, asAt: '2020-12-31' }
const day = fc
  .record({ year: fc.integer({ min: 2015, max: 2021 }), month: fc.constantFrom('01', '06', '12') })
  .map(({ year, month }) => `${year}-${month}-15`)
const completion = fc
  .record({
    person: fc.constantFrom('p', 'q', 'r', 's'),
    courseKey: fc.constantFrom('a', 'b', 'other'),
    completedOn: day,
    recordedOn: day,
    result: fc.constantFrom(...completionResults),
  })
  .map((given) => aCompletion({ ...given, key: JSON.stringify(given) }))
const completions = fc.array(completion, { maxLength: 40 })

it('gives the same figures next month, whatever was entered in between', () => {
  fc.assert(
    fc.property(completions, completions, (now, later) => {
      const entered = later.map((one) => ({ ...one, recordedOn: '2021-01-15' }))
      expect(foiFiguresOf([...now, ...entered], scope)).toEqual(foiFiguresOf(now, scope))
    }),
  )
})

it('does not depend on the order of the rows, or on a row read twice', () => {
  fc.assert(
    fc.property(completions, (rows) => {
      expect(foiFiguresOf([...rows.toReversed(), ...rows], scope)).toEqual(foiFiguresOf(rows, scope))
    }),
  )
})

it('counts each person once a year for a course, as counting by hand does', () => {
  fc.assert(
    fc.property(completions, (rows) => {
      const figures = foiFiguresOf(rows, scope)
      for (const { courseKey, heldFrom, finished } of figures.courses)
        for (const [place, year] of figures.years.entries()) {
          const people = new Set<string>()
          for (const row of rows)
            if (
              row.courseKey === courseKey &&
              row.recordedOn <= scope.asAt &&
              row.completedOn <= scope.asAt &&
              row.completedOn.startsWith(String(year)) &&
              (row.result === 'completed' || row.result === 'passed')
            )
              people.add(row.person)
          const unknown = heldFrom === null || year < heldFrom
          expect(finished[place]).toBe(unknown ? null : people.size)
          if (unknown) expect(people.size).toBe(0)
        }
    }),
  )
})

it('adds up: nobody is in a course of a year and not among the people of that year', () => {
  fc.assert(
    fc.property(completions, (rows) => {
      const { courses, people, years } = foiFiguresOf(rows, scope)
      for (const place of years.keys()) {
        const each = courses.map(({ finished }) => finished[place] ?? 0)
        const all = people[place] ?? 0
        expect(all).toBeGreaterThanOrEqual(Math.max(...each))
        expect(all).toBeLessThanOrEqual(each.reduce((sum, one) => sum + one, 0))
      }
    }),
  )
})
