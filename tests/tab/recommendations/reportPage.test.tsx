/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import '@testing-library/jest-dom'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { drawOpened, user } from '../../support/decisionScreen.tsx'
import { aRecommendation, aReport, owner, secretary } from '../../support/register.ts'
import { registerInMemory } from '../../support/registerScreen.tsx'

const published = { text: '11 March 2021', date: '2021-03-11', precision: 'day' } as const

function draw(given: Parameters<typeof registerInMemory>[0] = {}, itemId = 'report~hate-crime-2018-07') {
  const lists = registerInMemory({ me: secretary, ...given })
  drawOpened(lists, itemId)
  return lists
}

beforeEach(() => window.localStorage.clear())

test('opens by its key, from the recommendation too', async () => {
  draw({}, '1')
  await user.click(await screen.findByRole('button', { name: 'Understanding the difference' }))
  expect(window.location.hash).toBe('#/recommendations/report~hate-crime-2018-07')
})

test('a report that the register does not hold says so', async () => {
  draw({}, 'report~nothing')
  expect(await screen.findByText('This report is not in the register')).toBeVisible()
})

test('counts its rows at each status, in words as well as colours', async () => {
  draw({
    rows: [
      aRecommendation({ status: 'RED' }),
      aRecommendation({ number: '9' }),
      aRecommendation({ number: '10' }),
      aRecommendation({ number: '11', key: 'other/1', reportKey: 'other' }),
    ],
  })
  const table = within(await screen.findByRole('table', { name: 'Rows at each status' }))
  expect(table.getAllByRole('row').map((row) => row.textContent)).toEqual(['RED133 %', 'AMBER267 %'])
})

test('shows a typed count that disagrees, with the difference', async () => {
  draw({
    reports: [aReport({ claims: ['2 recommendations for the force: 1 is closed and 1 in progress.'] })],
    rows: [
      aRecommendation({ status: 'RED', applies: 'yes' }),
      aRecommendation({ number: '9', applies: 'yes' }),
    ],
  })
  expect(await screen.findByText('The typed count disagrees')).toBeVisible()
  expect(
    screen.getByText('It says 1 still to be done, the register counts 2: a difference of 1.'),
  ).toBeVisible()
})

test('each of its recommendations opens', async () => {
  draw()
  await user.click(await screen.findByRole('button', { name: 'Recommendation 8' }))
  expect(window.location.hash).toBe('#/recommendations/1')
})

describe('its statutory clocks', () => {
  const addClock = async () => {
    await user.click(await screen.findByRole('button', { name: 'Add a clock' }))
    return within(await screen.findByRole('dialog'))
  }
  test('begin with the day: published on 11 March, the last day is 5 May', async () => {
    const lists = draw({ reports: [aReport({ published })] })
    const form = await addClock()
    expect(form.getByLabelText(/^First day/)).toHaveValue('2021-03-11')
    expect(form.getByText(/last day 5 May 2021/)).toBeVisible()
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(lists.reports.peek('1').value.clocks).toHaveLength(1))
    expect(await screen.findByText('27 days late')).toBeVisible()
  })
  test('are refused beside the field that contradicts the others', async () => {
    const lists = draw({ reports: [aReport({ published })] })
    const form = await addClock()
    fireEvent.change(form.getByLabelText(/^Answered on/), { target: { value: '2021-03-10' } })
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await form.findByText('It cannot be answered before the first day.')).toBeVisible()
    expect(lists.reports.calls).not.toContain('save')
  })
  test('that somebody else changed in between keep what was typed', async () => {
    const lists = draw({ reports: [aReport({ published })] })
    const form = await addClock()
    await user.click(form.getByLabelText(/^Note/))
    await user.paste('Mine.')
    lists.reports.change('1', (report) => ({ ...report, scope: 'force' }))
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await form.findByText(/Somebody saved this report before you/)).toBeVisible()
    expect(form.getByLabelText(/^Note/)).toHaveValue('Mine.')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(lists.reports.peek('1').value).toMatchObject({ scope: 'force', clocks: [{ note: 'Mine.' }] }),
    )
  })
  test('are the secretary’s to change', async () => {
    draw({ me: owner })
    await screen.findByRole('article')
    expect(screen.queryByRole('button', { name: 'Add a clock' })).toBeNull()
  })
})
