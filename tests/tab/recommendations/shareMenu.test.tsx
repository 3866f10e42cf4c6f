/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import '@testing-library/jest-dom'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { ShareMenu } from '../../../src/tab/features/recommendations/register/ShareMenu.tsx'
import { plainView, writeView } from '../../../src/tab/features/recommendations/register/view.ts'
import { drawRegister, registerInMemory } from '../../support/registerScreen.tsx'

const place = 'https://teams.example/l/'

async function share(length: number): Promise<string[]> {
  const copied: string[] = []
  Object.defineProperty(window.navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text: string) => copied.push(text) },
  })
  const frame = `${place}recommendations?${writeView({ ...plainView, search: 'x' })}`.length - 1
  const lists = { ...registerInMemory({}), linkTo: (subPage: string) => place + subPage }
  const view = { ...plainView, search: 'x'.repeat(length - frame) }
  drawRegister(<ShareMenu view={view} items={[]} />, lists)
  await userEvent.click(screen.getByRole('button', { name: 'Share' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Copy a link to this view' }))
  return copied
}

test('a link of 2,000 characters is copied', async () => {
  const copied = await share(2_000)
  expect(copied.map((link) => link.length)).toEqual([2_000])
})

test('one of 2,001 is not, and a sentence says by how much and what to do', async () => {
  const copied = await share(2_001)
  const dialog = within(await screen.findByRole('dialog', { name: 'No link was copied' }))
  expect(dialog.getByText(/2,001 characters, 1 more than the 2,000.*save it as a shared view/)).toBeVisible()
  expect(copied).toEqual([])
})
