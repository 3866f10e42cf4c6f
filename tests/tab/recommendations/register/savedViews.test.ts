/** @jest-environment <rootDir>/tests/support/browserEnvironment.cjs */
import {
  keepOwnViews,
  readOwnViews,
  sharedViews,
  withView,
  writeShared,
} from '../../../../src/tab/features/recommendations/register/savedViews.ts'
import { isSamePerson, recallPerson, rememberPerson } from '../../../../src/tab/rememberedPerson.ts'
import { officer, secretary } from '../../../support/register.ts'

beforeEach(() => window.localStorage.clear())

test('a person’s own views are theirs, by name, one of each name', () => {
  const views = withView(withView([{ name: 'b', query: '1' }], { name: 'a', query: '2' }), {
    name: 'b',
    query: '3',
  })
  keepOwnViews('me', views)
  expect(readOwnViews('me')).toEqual([
    { name: 'a', query: '2' },
    { name: 'b', query: '3' },
  ])
  expect(readOwnViews('somebody else')).toEqual([])
})

test.each(['nonsense', '{}', '[{"name":1}]'])('what was kept as %p is no view', (kept) => {
  window.localStorage.setItem('follow-through views me', kept)
  expect(readOwnViews('me')).toEqual([])
})

test('of everybody’s settings those are views that are called so, were not taken back and can be read', () => {
  const setting = (key: string, value: string) => ({
    ...{ id: key, etag: 'v1' },
    value: { key, value, changedBy: 'x', changedByName: 'X' },
  })
  expect(
    sharedViews([
      setting('view/Red', writeShared('status=RED')),
      setting('view/Gone', writeShared(null)),
      setting('view/Broken', '{'),
      setting('mapping/1', '{"query":"x"}'),
    ]),
  ).toEqual([{ name: 'Red', query: 'status=RED' }])
})

describe('who signed in here before', () => {
  test('is known again by the name that Teams gives, with their roles', () => {
    rememberPerson('app', 'helen', secretary)
    expect(recallPerson('app', 'helen')).toEqual(secretary)
    expect(recallPerson('app', 'amira')).toBeNull()
    expect(recallPerson('other app', 'helen')).toBeNull()
    expect(recallPerson('app', undefined)).toBeNull()
  })
  test.each(['nonsense', 'null', '{"objectId":"1"}'])('is nobody when %p was kept', (kept) => {
    window.localStorage.setItem('follow-through person app helen', kept)
    expect(recallPerson('app', 'helen')).toBeNull()
  })
  test('is somebody else with other roles', () => {
    expect(isSamePerson(secretary, { ...secretary })).toBe(true)
    expect(isSamePerson(secretary, { ...secretary, roles: [] })).toBe(false)
    expect(isSamePerson(secretary, officer)).toBe(false)
  })
})
