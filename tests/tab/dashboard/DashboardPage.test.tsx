/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { readFigure } from '../../../src/domain/figures.ts'
import { DashboardPage } from '../../../src/tab/features/dashboard/DashboardPage.tsx'
import { aDueEntry, aRecommendation } from '../../support/register.ts'
import { drawRegister, registerInMemory } from '../../support/registerScreen.tsx'

const due = (date: string) => [aDueEntry({ date, precision: 'day', text: date })]
const rows = [
  aRecommendation({ number: '1', status: 'RED', due: due('2021-05-31') }),
  aRecommendation({ number: '2', due: due('2021-06-20') }),
  aRecommendation({ number: '3', due: due('2021-06-21'), ownerPost: null }),
  aRecommendation({ number: '4', status: 'WHITE' }),
  aRecommendation({ number: '5', status: 'GREEN', kind: 'cause-of-concern' }),
]

const figureInAddress = () =>
  readFigure(new URLSearchParams(window.location.hash.split('?')[1]).get('figure') ?? '')

async function panel(name: string): Promise<HTMLElement> {
  return screen.findByRole('region', { name })
}

test('begins with the state of the register in a sentence', async () => {
  drawRegister(<DashboardPage />, registerInMemory({ rows }), '#/dashboard')
  expect(
    await screen.findByText('3 of 5 are open for the force, 1 overdue; 1 waits for another body.'),
  ).toBeTruthy()
})

test.each([
  ['Deadlines ahead', '2, Due within 30 days: open these rows', [['due', '30']]],
  ['Owners', '1, No owner: open these rows', [['owner', 'none']]],
  ['WHITE by counterparty', '1, No counterparty named: open these rows', [['awaits', '']]],
  [
    'Status by report',
    'Understanding the difference, AMBER: 2, open these rows',
    [
      ['report', 'hate-crime-2018-07'],
      ['status', 'AMBER'],
    ],
  ],
])('a figure of %s opens the rows behind it', async (name, button, figure) => {
  drawRegister(<DashboardPage />, registerInMemory({ rows }), '#/dashboard')
  await userEvent.click(within(await panel(name)).getByRole('button', { name: button }))
  expect(window.location.hash).toMatch(/^#\/recommendations\?figure=/)
  expect(figureInAddress()).toEqual(figure)
})

test('a chart is shown as a table of numbers on request', async () => {
  drawRegister(<DashboardPage />, registerInMemory({ rows }), '#/dashboard')
  const kinds = await panel('Status by kind')
  await userEvent.click(within(kinds).getByRole('button', { name: 'As a table' }))
  const line = within(kinds).getByRole('row', { name: /^Recommendation/ })
  expect(
    within(line)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['1', '2', '1', '0', '4'])
  const heads = within(kinds)
    .getAllByRole('columnheader')
    .map((head) => head.textContent)
  expect(heads).toEqual(['Kind', 'RED', 'AMBER', 'WHITE', 'GREEN', 'All'])
})

test('a chart has its key in words', async () => {
  drawRegister(<DashboardPage />, registerInMemory({ rows }), '#/dashboard')
  const key = within(await panel('Status by report')).getByRole('list', { name: 'Key' })
  expect(
    within(key)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['RED', 'AMBER', 'WHITE', 'GREEN'])
})

test('an empty register is no row of zeros', async () => {
  drawRegister(<DashboardPage />, registerInMemory({ rows: [] }), '#/dashboard')
  expect(await screen.findByText('There is nothing to count yet')).toBeTruthy()
})
