import { readConfig } from '../../../src/tab/config.ts'
import { readTheme } from '../../../src/tab/host.ts'
import { readHash, readSubPage } from '../../../src/tab/ui/navigation.tsx'

test.each([
  ['#/mywork', { place: 'mywork', itemId: null }],
  ['#/recommendations/12', { place: 'recommendations', itemId: '12' }],
  ['#/exercises/a%2Fb', { place: 'exercises', itemId: 'a/b' }],
  ['#/recommendations?status=RED', { place: 'recommendations', itemId: null, query: 'status=RED' }],
  ['#/recommendations/12?sort=due', { place: 'recommendations', itemId: '12', query: 'sort=due' }],
  ['#/settings', null],
  ['#access_token=x', null],
  ['', null],
])('the address %p leads to %p', (hash, location) => {
  expect(readHash(hash)).toEqual(location)
})

test.each([
  ['recommendation/12', { place: 'recommendations', itemId: '12' }],
  ['exercise/7', { place: 'exercises', itemId: '7' }],
  ['reminders/mine', { place: 'reminders', itemId: 'mine' }],
  ['paper/3', { place: 'papers', itemId: '3' }],
  ['recommendations?status=RED', { place: 'recommendations', itemId: null, query: 'status=RED' }],
  ['recommendations?', null],
  ['course/pip2', { place: 'training', itemId: 'course~pip2' }],
  ['run/pip2-2021-06-14', { place: 'training', itemId: 'run~pip2-2021-06-14' }],
  ['training/mine', { place: 'training', itemId: 'mine' }],
  ['venue/7', null],
  ['recommendation/', null],
  [undefined, null],
])('the deep link %p leads to %p', (subPageId, location) => {
  expect(readSubPage(subPageId)).toEqual(location)
})

test.each([
  ['default', 'default'],
  ['dark', 'dark'],
  ['contrast', 'contrast'],
  ['glass', 'default'],
  [undefined, 'default'],
])('Teams’ theme %p is drawn as %p', (name, theme) => {
  expect(readTheme(name)).toBe(theme)
})

describe('config.json', () => {
  const whole = {
    tenantId: 't',
    clientId: 'c',
    graphOrigin: 'https://graph.microsoft.com',
    site: 'contoso.sharepoint.com:/sites/x',
    clockUrl: null,
    hostOrigins: [],
    teamsAppId: 'a',
  }

  test('is taken whole', () => expect(readConfig(whole)).toEqual(whole))

  test.each(['tenantId', 'clientId', 'graphOrigin', 'site', 'teamsAppId'])(
    'without %s is refused by name',
    (name) => {
      expect(() => readConfig({ ...whole, [name]: undefined })).toThrow(`config.json has no ${name}`)
    },
  )

  test.each([null, 'text', 7])('that is %p is refused', (read) => {
    expect(() => readConfig(read)).toThrow('config.json has no tenantId')
  })
})
