/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { writeReference } from '../../../src/domain/recommendation.ts'
import type { Person } from '../../../src/domain/roles.ts'
import { Shell } from '../../../src/tab/Shell.tsx'
import { NavigationProvider } from '../../../src/tab/ui/navigation.tsx'
import { keepDraft, readDraft } from '../../../src/tab/ui/progressDraft.ts'
import type { Services } from '../../../src/tab/ui/services.tsx'
import { createQueryClient } from '../../../src/tab/useStart.ts'
import { aRecommendation, owner, secretary, standingClock } from '../../support/register.ts'
import { registerInMemory } from '../../support/registerScreen.tsx'

function drawShell(
  given: { me?: Person; clock?: Services['clock']; expired?: boolean; subPageId?: string } = {},
) {
  const services = { ...registerInMemory({}), me: given.me ?? owner, clock: given.clock ?? standingClock() }
  const signInAgain = jest.fn()
  render(
    <FluentProvider theme={teamsLightTheme}>
      <QueryClientProvider client={createQueryClient()}>
        <NavigationProvider subPageId={given.subPageId}>
          <Shell
            services={services as unknown as Services}
            expired={given.expired ?? false}
            onSignInAgain={signInAgain}
          />
        </NavigationProvider>
      </QueryClientProvider>
    </FluentProvider>,
  )
  return { signInAgain }
}

beforeEach(() => {
  window.history.replaceState(null, '', '/')
  window.localStorage.clear()
})

test('has six places, and begins with my work', async () => {
  drawShell()
  await screen.findAllByRole('tab')
  const names = ['My work', 'Recommendations', 'Papers', 'Overview', 'Training', 'Exercises']
  expect(names.map((name) => screen.getByRole('tab', { name }).getAttribute('aria-selected'))).toEqual([
    'true',
    ...Array(5).fill('false'),
  ])
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('My work')
})

test('a place is kept in the address', async () => {
  drawShell()
  await userEvent.click(await screen.findByRole('tab', { name: 'Recommendations' }))
  expect(window.location.hash).toBe('#/recommendations')
  expect(await screen.findByRole('heading', { level: 1, name: 'Recommendations' })).toBeTruthy()
})

test('a deep link opens its row', async () => {
  drawShell({ subPageId: 'recommendation/1' })
  expect(await screen.findByRole('heading', { level: 2, name: 'Recommendation 8' })).toBeTruthy()
})

test('says which day it is and who is signed in, with the role', async () => {
  drawShell({ me: secretary })
  expect(await screen.findByText('Today is 1 June 2021')).toBeTruthy()
  expect(screen.getByText(', board secretary', { exact: false }).textContent).toBe(
    'Helen Carver, board secretary',
  )
})

test('the day that the clock last gave stands while it cannot be asked', async () => {
  window.localStorage.setItem('follow-through day', '2021-05-31')
  const refusing = () => Promise.reject(new Error('no answer'))
  drawShell({ clock: { now: refusing, today: refusing } })
  expect(await screen.findByText('Today is 31 May 2021')).toBeTruthy()
})

test('a sign-in that has run out is said in a bar, with the way to sign in again', async () => {
  const { signInAgain } = drawShell({ expired: true })
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
  expect(signInAgain).toHaveBeenCalledTimes(1)
})

test('the keyboard can skip to the content', async () => {
  drawShell()
  await userEvent.click(await screen.findByRole('button', { name: 'Skip to content' }))
  expect(document.activeElement).toBe(screen.getByRole('main'))
})

test.each(['banner', 'main'])('the %s is told from the one of the Teams window by its name', async (role) => {
  drawShell()
  expect(await screen.findByRole(role, { name: 'Follow-Through' })).toBeTruthy()
})

describe('text that was typed and not saved', () => {
  const base = { id: '1', etag: 'v1', value: aRecommendation() }
  const go = { name: `Go to ${writeReference(base.value)}` }

  test('is told of on the first page of a tab that Teams opened anew, and is found again', async () => {
    keepDraft(owner.objectId, '1', { text: 'Half a sentence', base })
    drawShell()
    expect(await screen.findByText(/You have unsaved text/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', go))
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Progress' })).value).toBe(
      'Half a sentence',
    )
    expect(screen.queryByRole('button', go)).toBeNull()
  })

  test('is not told to somebody else on the same device, and not once it is gone', async () => {
    keepDraft(secretary.objectId, '1', { text: 'Hers', base })
    keepDraft(owner.objectId, '1', { text: 'Mine', base })
    keepDraft(owner.objectId, '1', null)
    drawShell()
    expect(await screen.findByText('Today is 1 June 2021')).toBeTruthy()
    expect(screen.queryByText(/You have unsaved text/)).toBeNull()
    expect(readDraft(secretary.objectId, '1')?.text).toBe('Hers')
  })
})
