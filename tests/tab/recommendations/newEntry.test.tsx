/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import '@testing-library/jest-dom'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { OpenedItem } from '../../../src/tab/features/recommendations/OpenedItem.tsx'
import { NewReportButton } from '../../../src/tab/features/recommendations/report/NewReportButton.tsx'
import { owner, secretary } from '../../support/register.ts'
import { drawRegister, registerInMemory } from '../../support/registerScreen.tsx'

beforeEach(() => window.localStorage.clear())

const form = async (opener: string) => {
  await userEvent.click(await screen.findByRole('button', { name: opener }))
  return within(await screen.findByRole('dialog'))
}

test('a report that came by letter is added and opens', async () => {
  const lists = registerInMemory({ me: secretary })
  drawRegister(<NewReportButton />, lists)
  const dialog = await form('Add a report')
  await userEvent.type(dialog.getByLabelText(/^Title/), 'Learning recommendations')
  fireEvent.change(dialog.getByLabelText(/^Published, or made/), { target: { value: '2021-04-20' } })
  await userEvent.click(dialog.getByRole('button', { name: 'Add' }))
  await waitFor(() =>
    expect(window.location.hash).toBe('#/recommendations/report~learning-recommendations-2021-04'),
  )
  expect(lists.reports.peek('2').value).toMatchObject({ source: 'iopc-28a', order: 2 })
})

test('a recommendation is added to its report', async () => {
  const lists = registerInMemory({ me: secretary })
  drawRegister(<OpenedItem itemId="report~hate-crime-2018-07" onClose={() => undefined} />, lists)
  const dialog = await form('Add a recommendation')
  await userEvent.click(dialog.getByRole('button', { name: 'Add' }))
  expect(await dialog.findByText(/^Give its number in the report/)).toBeVisible()
  await userEvent.type(dialog.getByLabelText(/^Number in the report/), '12')
  await userEvent.type(dialog.getByLabelText(/^What is recommended/), 'Train the staff.')
  await userEvent.click(dialog.getByRole('button', { name: 'Add' }))
  expect(await screen.findByRole('button', { name: 'Recommendation 12' })).toBeVisible()
  expect(lists.recommendations.peek('2').value).toMatchObject({ number: '12', status: 'AMBER' })
})

test('a number that is taken is refused, and what was typed stays', async () => {
  drawRegister(
    <OpenedItem itemId="report~hate-crime-2018-07" onClose={() => undefined} />,
    registerInMemory({ me: secretary }),
  )
  const dialog = await form('Add a recommendation')
  await userEvent.type(dialog.getByLabelText(/^Number in the report/), '8')
  await userEvent.type(dialog.getByLabelText(/^What is recommended/), 'Another text.')
  await userEvent.click(dialog.getByRole('button', { name: 'Add' }))
  expect(await dialog.findByText(/holds one of that name or number already/)).toBeVisible()
  expect(dialog.getByLabelText(/^What is recommended/)).toHaveValue('Another text.')
})

test('an owner is not offered to add anything', async () => {
  const lists = registerInMemory({ me: owner })
  drawRegister(<OpenedItem itemId="report~hate-crime-2018-07" onClose={() => undefined} />, lists)
  expect(await screen.findByText('1 recommendation')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Add a recommendation' })).toBeNull()
})
