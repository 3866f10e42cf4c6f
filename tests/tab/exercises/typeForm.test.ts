import { builtInTypes, readExerciseType, spase } from '../../../src/domain/exerciseType.ts'
import {
  typeIn,
  typeProblems,
  valuesOfType,
} from '../../../src/tab/features/exercises/directory/roles/typeForm.ts'

const others = builtInTypes.filter(({ key }) => key !== spase.key)

describe('a kind of exercise', () => {
  it('comes out of its form as it went in', () => {
    expect(typeIn(valuesOfType(spase), spase, false)).toEqual(spase)
    expect(typeProblems(spase, others)).toEqual({})
    expect(readExerciseType(JSON.parse(JSON.stringify(spase)))).toEqual(spase)
  })

  it('that is new begins with the roles of another, under a key of its own', () => {
    const values = { ...valuesOfType(null), name: 'Gold exercise' }
    const made = typeIn(values, spase, true)
    expect(made).toMatchObject({ key: 'gold-exercise', name: 'Gold exercise', fullName: 'Gold exercise' })
    expect(made.roles).toBe(spase.roles)
    expect(typeProblems(made, builtInTypes)).toEqual({})
  })

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['the name of another', { name: 'spase' }, 'name'],
    ['a name of 61 characters', { name: 'x'.repeat(61) }, 'name'],
    ['no hour', { start: '' }, 'start'],
    ['an end at its start', { start: '10:00', end: '10:00' }, 'end'],
  ])('with %s is not kept', (_what, changes, field) => {
    const values = { ...valuesOfType(null), name: 'Gold exercise', ...changes }
    expect(Object.keys(typeProblems(typeIn(values, spase, true), builtInTypes))).toEqual([field])
  })

  it('with a name of 60 characters is kept', () => {
    const values = { ...valuesOfType(null), name: 'x'.repeat(60) }
    expect(typeProblems(typeIn(values, spase, true), builtInTypes)).toEqual({})
  })
})

describe('a kind that is stored', () => {
  it.each([
    ['no roles', { roles: undefined }],
    ['a role without a sector', { roles: [{ ...spase.roles[0], sector: 'police force' }] }],
    ['an hour that is none', { defaultStart: '24:00' }],
    ['no name', { name: ' ' }],
  ])('with %s is not read', (_what, changes) => {
    expect(readExerciseType({ ...spase, ...changes })).toBeNull()
  })
})
