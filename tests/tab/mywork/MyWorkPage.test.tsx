/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MyWorkPage } from '../../../src/tab/features/mywork/MyWorkPage.tsx'
import { aDueEntry, aPost, aRecommendation, holderOf, officer, owner } from '../../support/register.ts'
import { drawRegister, registerInMemory } from '../../support/registerScreen.tsx'

const due = (date: string) => [aDueEntry({ date, precision: 'day', text: date })]

const mine = [
  aRecommendation({ number: '1', due: due('2021-05-31') }),
  aRecommendation({ number: '2', due: due('2021-06-01') }),
  aRecommendation({ number: '3', due: due('2021-07-01') }),
  aRecommendation({ number: '4', due: due('2021-07-02') }),
  aRecommendation({ number: '5', status: 'WHITE', due: due('2021-05-31') }),
  aRecommendation({ number: '6', due: [aDueEntry({ text: 'To be set', date: null, precision: null })] }),
  aRecommendation({ number: '7', ownerPost: 'head-of-ppu', due: due('2021-05-31') }),
]

async function numbersIn(group: string): Promise<readonly (string | undefined)[]> {
  const region = await screen.findByRole('region', { name: group })
  return within(region)
    .getAllByRole('button')
    .map((card) => /Recommendation (\w+),/.exec(card.getAttribute('aria-label') ?? '')?.[1])
}

test.each([
  ['yesterday is overdue', 'Overdue', ['1']],
  ['today and the thirtieth day from now are soon', 'Due within 30 days', ['2', '3']],
  ['the thirty-first day is later, and so is what has no day yet', 'Later', ['4', '6']],
  ['what waits for another body asks nothing, however old its day', 'Nothing to do now', ['5']],
])('%s', async (_rule, group, numbers) => {
  drawRegister(<MyWorkPage />, registerInMemory({ rows: mine }), '#/mywork')
  expect(await numbersIn(group)).toEqual(numbers)
})

test('rows of posts that somebody else holds are not mine', async () => {
  drawRegister(<MyWorkPage />, registerInMemory({ rows: mine }), '#/mywork')
  await screen.findByText('You have 1 overdue, 2 due within 30 days, 2 for later')
  expect(screen.queryByRole('button', { name: /Recommendation 7,/ })).toBeNull()
})

test('a deputy sees the work of the post', async () => {
  const posts = [aPost({ holder: holderOf(owner), deputy: holderOf(officer) })]
  drawRegister(<MyWorkPage />, registerInMemory({ rows: mine, posts, me: officer }), '#/mywork')
  expect(await numbersIn('Overdue')).toEqual(['1'])
})

test('a card says status and days left in words, and opens its row', async () => {
  drawRegister(<MyWorkPage />, registerInMemory({ rows: mine }), '#/mywork')
  const card = await screen.findByRole('button', { name: /Recommendation 1,/ })
  expect(card.getAttribute('aria-label')).toMatch(/AMBER, 1 day overdue$/)
  const item = within(card.closest('li') as HTMLElement)
  expect(item.getByText('AMBER')).toBeTruthy()
  expect(item.getByText('1 day overdue')).toBeTruthy()
  await userEvent.click(card)
  expect(window.location.hash).toBe('#/recommendations/1')
})

test('a change of the last fortnight is named, an older one and a paper are not', async () => {
  const change = (at: string, via: 'tab' | 'import') =>
    ({ at, by: 'Helen Carver', byObject: 'h', field: 'progress', from: '', to: 'x', via }) as const
  const rows = [
    aRecommendation({ number: '1', history: [change('2021-05-18T12:00:00.000Z', 'tab')] }),
    aRecommendation({ number: '2', history: [change('2021-05-17T12:00:00.000Z', 'tab')] }),
    aRecommendation({ number: '3', history: [change('2021-06-01T07:00:00.000Z', 'import')] }),
  ]
  drawRegister(<MyWorkPage />, registerInMemory({ rows }), '#/mywork')
  await screen.findByRole('button', { name: /Recommendation 1,/ })
  const changed = screen.getAllByRole('listitem').filter((card) => /changed by/.test(card.textContent ?? ''))
  expect(changed.map((card) => /Recommendation (\d)/.exec(card.textContent ?? '')?.[1])).toEqual(['1'])
})

test('an officer without a post is told what they can do', async () => {
  drawRegister(<MyWorkPage />, registerInMemory({ rows: mine, me: officer }), '#/mywork')
  expect(await screen.findByText('Nothing is assigned to you')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'See all recommendations' }))
  expect(window.location.hash).toBe('#/recommendations')
})

test('rows that could not be read are mentioned, since they may be mine', async () => {
  const lists = registerInMemory({ rows: mine })
  lists.recommendations.unreadable = [{ id: '41', reason: 'broken' }]
  drawRegister(<MyWorkPage />, lists, '#/mywork')
  expect(await screen.findByText(/could not be read \(item 41\)/)).toBeTruthy()
})
