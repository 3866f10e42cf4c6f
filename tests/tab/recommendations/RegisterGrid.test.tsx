/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { Setting } from '../../../src/domain/setting.ts'
import { RecommendationsPage } from '../../../src/tab/features/recommendations/RecommendationsPage.tsx'
import { MemoryListStore } from '../../support/memoryListStore.ts'
import { aDueEntry, aPost, aRecommendation, aReport, officer, secretary } from '../../support/register.ts'
import { drawRegister, registerInMemory } from '../../support/registerScreen.tsx'

const due = (date: string) => [aDueEntry({ date, text: date })]

function lists(me = secretary) {
  const settings = new MemoryListStore<Setting>()
  const register = registerInMemory({
    me,
    reports: [aReport(), aReport({ key: 'roads-2020-07', title: 'Roads Policing', order: 2 })],
    posts: [aPost(), aPost({ key: 'roads', title: 'Inspector, Roads', holder: null })],
    rows: [
      aRecommendation({ number: '2', order: 1, status: 'RED', due: due('2021-05-30') }),
      aRecommendation({ number: '10', order: 2, due: due('2021-07-31'), text: 'Share collision data.' }),
      aRecommendation({
        ...{ number: '3', key: 'roads-2020-07/3', reportKey: 'roads-2020-07', status: 'WHITE' },
        ownerPost: null,
      }),
    ],
  })
  return { ...register, settings, linkTo: (place: string) => `https://teams.example/${place}` }
}

const draw = (address = '#/recommendations', given = lists()) => {
  drawRegister(<RecommendationsPage />, given, address)
  return given
}

/** Numbers of the rows that are drawn, in their order. */
const shown = () =>
  screen
    .getAllByRole('row')
    .flatMap((row) => /^\w[\w ]* (\w+), .*, [A-Z ]+$/.exec(row.getAttribute('aria-label') ?? '')?.[1] ?? [])

const heading = (name: string) => screen.getByRole('columnheader', { name })

beforeEach(() => {
  window.localStorage.clear()
  // A window of 1,280 pixels; jsdom knows no media queries at all.
  window.matchMedia = (media: string) =>
    ({
      media,
      matches: true,
      addEventListener: () => {},
      removeEventListener: () => {},
    }) as unknown as MediaQueryList
})
afterEach(() => {
  Reflect.deleteProperty(window, 'matchMedia')
})

describe('the grid', () => {
  test('says how many lines it has, its head among them, and numbers them', async () => {
    draw()
    const grid = await screen.findByRole('treegrid', { name: 'Recommendations' })
    expect(grid.getAttribute('aria-rowcount')).toBe('6')
    const rows = within(grid).getAllByRole('row')
    expect(rows.map((row) => row.getAttribute('aria-rowindex'))).toEqual(['1', '2', '3', '4', '5', '6'])
  })

  test('opens the page of a report from its heading, which stays as it is', async () => {
    draw()
    const heading = await screen.findByRole('row', { name: /^Roads Policing/ })
    within(heading).getByRole('button', { name: 'Open the report Roads Policing' }).focus()
    await userEvent.keyboard('{Enter}')
    expect(window.location.hash).toMatch(/^#\/recommendations\/report~roads-2020-07/)
    expect(heading.getAttribute('aria-expanded')).toBe('true')
  })

  test('is a plain grid without groups', async () => {
    draw('#/recommendations?group=none')
    const grid = await screen.findByRole('grid', { name: 'Recommendations' })
    expect(within(grid).getAllByRole('row')[1]?.getAttribute('aria-level')).toBeNull()
    expect(shown()).toEqual(['2', '10', '3'])
  })

  test('sorts by a heading, which says how', async () => {
    draw('#/recommendations?group=none')
    await screen.findByRole('grid')
    await userEvent.click(within(heading('Number')).getByRole('button'))
    expect(heading('Number').getAttribute('aria-sort')).toBe('ascending')
    expect(shown()).toEqual(['2', '3', '10'])
    await userEvent.click(within(heading('Number')).getByRole('button'))
    expect(shown()).toEqual(['10', '3', '2'])
  })

  test('shows what a link asks for: rows, groups and columns', async () => {
    draw('#/recommendations?status=RED&status=AMBER&group=status&columns=text.applies')
    await screen.findByRole('treegrid')
    expect(shown()).toEqual(['2', '10'])
    expect(screen.getAllByRole('columnheader').map((one) => one.textContent)).toEqual([
      '',
      'Recommendation',
      'Applies',
    ])
  })

  test('shows the rows behind a figure of the overview, and says which', async () => {
    draw('#/recommendations?figure=due%3Aoverdue')
    await screen.findByRole('treegrid')
    expect(shown()).toEqual(['2'])
    await userEvent.click(screen.getByRole('button', { name: 'Overdue Remove' }))
    expect(shown()).toEqual(['2', '10', '3'])
  })

  test('marks what was searched for, and the address says it a moment later', async () => {
    draw()
    await userEvent.type(await screen.findByRole('searchbox'), 'collision')
    await waitFor(() => expect(shown()).toEqual(['10']))
    expect(screen.getAllByText('collision', { selector: 'mark' })).toHaveLength(1)
    await waitFor(() => expect(window.location.hash).toBe('#/recommendations?search=collision'))
  })

  test('goes into the cells of a row and back with the arrows', async () => {
    draw()
    const row = await screen.findByRole('row', { name: /^Recommendation 2,/ })
    act(() => row.focus())
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(document.activeElement?.textContent).toContain('Chief constables should review')
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toContain('Share collision data.')
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Recommendation 10/)
  })

  test('opens a row, and the filters are still there beside it', async () => {
    draw('#/recommendations?status=RED')
    await userEvent.click(await screen.findByRole('row', { name: /^Recommendation 2,/ }))
    expect(await screen.findByRole('heading', { name: 'Recommendation 2' })).toBeTruthy()
    expect(window.location.hash).toBe('#/recommendations/1?status=RED')
  })
})

describe('views', () => {
  test('are saved under a name, opened again, and taken away', async () => {
    draw('#/recommendations?status=RED&group=none')
    await userEvent.click(await screen.findByRole('button', { name: 'Views' }))
    await userEvent.click(screen.getByRole('menuitem', { name: /Save or remove/ }))
    await userEvent.type(screen.getByLabelText('Name of what is shown now'), 'The red ones')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    const button = await screen.findByRole('button', { name: 'View: The red ones' })
    await userEvent.click(button)
    await userEvent.click(screen.getByRole('menuitem', { name: 'The whole register' }))
    expect(shown()).toEqual(['2', '10', '3'])
    await userEvent.click(screen.getByRole('button', { name: 'Views' }))
    await userEvent.click(screen.getByRole('menuitem', { name: 'The red ones' }))
    expect(shown()).toEqual(['2'])
  })

  test('of the board secretary may be everybody’s', async () => {
    const { settings } = draw('#/recommendations?status=RED')
    await userEvent.click(await screen.findByRole('button', { name: 'Views' }))
    await userEvent.click(screen.getByRole('menuitem', { name: /Save or remove/ }))
    await userEvent.type(screen.getByLabelText('Name of what is shown now'), 'Red')
    await userEvent.click(screen.getByLabelText('For everybody'))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByRole('button', { name: 'View: Red' })
    expect(settings.peek('1').value).toMatchObject({ key: 'view/Red', value: '{"query":"status=RED"}' })
  })

  test('for everybody are not for everyone to save, and it says why', async () => {
    draw('#/recommendations', lists(officer))
    await userEvent.click(await screen.findByRole('button', { name: 'Views' }))
    await userEvent.click(screen.getByRole('menuitem', { name: /Save or remove/ }))
    expect((screen.getByLabelText('For everybody') as HTMLInputElement).disabled).toBe(true)
    expect(screen.getByText(/Only the board secretary or an administrator/)).toBeTruthy()
  })
})

describe('many rows at once', () => {
  const chooseAll = async () => userEvent.click(await screen.findByLabelText('Choose all shown rows'))

  test('nobody chooses rows who may change none', async () => {
    draw('#/recommendations', lists(officer))
    await screen.findByRole('treegrid')
    expect(screen.queryByLabelText('Choose all shown rows')).toBeNull()
  })

  test('what would happen is shown first, then done, and every row is accounted for', async () => {
    const { recommendations } = draw()
    await chooseAll()
    expect(screen.getByText('3 rows chosen')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Edit together…' }))
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Owner' }), 'roads')
    await userEvent.type(screen.getByRole('textbox', { name: 'Why' }), 'The unit has moved.')
    await userEvent.click(screen.getByRole('button', { name: 'Show what would happen' }))
    expect(await screen.findByText('3 rows would change.')).toBeTruthy()
    recommendations.change('2', (row) => ({ ...row, progress: 'Somebody wrote this meanwhile.' }))
    await userEvent.click(screen.getByRole('button', { name: 'Change 3 rows' }))
    expect(await screen.findByText('2 rows changed, 1 row not:')).toBeTruthy()
    expect(screen.getByText(/Somebody else changed it meanwhile/)).toBeTruthy()
    expect(['1', '2', '3'].map((id) => recommendations.peek(id).value.ownerPost)).toEqual([
      'roads',
      'crime-dci',
      'roads',
    ])
  }, 30_000)
})
