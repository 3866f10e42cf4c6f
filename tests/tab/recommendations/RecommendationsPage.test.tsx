/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { M365Error } from '../../../src/domain/m365Error.ts'
import { RecommendationsPage } from '../../../src/tab/features/recommendations/RecommendationsPage.tsx'
import { aDueEntry, aPost, aRecommendation, aReport, officer, secretary } from '../../support/register.ts'
import { drawRegister, registerInMemory } from '../../support/registerScreen.tsx'

const twoReports = () =>
  registerInMemory({
    reports: [
      aReport(),
      aReport({ key: 'roads-2020-07', title: 'Roads Policing', order: 2, claims: ['10 for the force.'] }),
    ],
    rows: [
      aRecommendation({ number: '8', status: 'RED', due: [aDueEntry({ date: '2021-05-30' })] }),
      aRecommendation({
        key: 'roads-2020-07/6',
        reportKey: 'roads-2020-07',
        number: '6',
        status: 'WHITE',
        text: 'Collision data should be shared.',
        ownerPost: null,
      }),
    ],
  })

beforeEach(() => window.localStorage.clear())

const rowNames = () =>
  screen
    .getAllByRole('row')
    .flatMap((row) => (row.getAttribute('aria-level') === '2' ? [row.getAttribute('aria-label')] : []))

describe('the list', () => {
  test('names each row by number, report and the word of its status', async () => {
    drawRegister(<RecommendationsPage />, twoReports())
    await screen.findAllByRole('row')
    expect(rowNames()).toEqual([
      'Recommendation 8, Understanding the difference, RED',
      'Recommendation 6, Roads Policing, WHITE',
    ])
  })

  test('says how many lines there are, although only those in view are drawn', async () => {
    drawRegister(<RecommendationsPage />, twoReports())
    expect((await screen.findByRole('treegrid')).getAttribute('aria-rowcount')).toBe('4')
  })

  test('says days overdue where the force has to act, and none where another body has', async () => {
    drawRegister(<RecommendationsPage />, twoReports())
    const [mine, theirs] = (await screen.findAllByRole('row')).filter(
      (row) => row.ariaLevel === '2' || row.getAttribute('aria-level') === '2',
    )
    expect(mine?.textContent).toContain('2 days overdue')
    expect(theirs?.textContent).not.toMatch(/overdue|due in/)
  })

  test.each([
    ['a word of the text', 'collision', ['6']],
    ['a number', 'recommendation 8', ['8']],
    ['a report', 'roads', ['6']],
    ['an owner', 'daniel okafor', ['8']],
    ['words from two places', 'collision roads', ['6']],
    ['words that no row has together', 'collision daniel', []],
  ])('finds by %s', async (_what, search, numbers) => {
    drawRegister(<RecommendationsPage />, twoReports())
    await userEvent.type(await screen.findByRole('searchbox'), search)
    await waitFor(() => {
      if (numbers.length === 0) expect(screen.getByText('Nothing matches')).toBeTruthy()
      else expect(rowNames().map((name) => /Recommendation (\w+),/.exec(name ?? '')?.[1])).toEqual(numbers)
    })
  })

  test('keeps the chosen statuses, and says how many of all are left', async () => {
    drawRegister(<RecommendationsPage />, twoReports())
    await userEvent.click(await screen.findByRole('button', { name: 'RED 1' }))
    expect(rowNames()).toEqual(['Recommendation 8, Understanding the difference, RED'])
    expect(screen.getByText('1 of 2 recommendations in 1 report')).toBeTruthy()
  })

  test('keys go through reports and rows, fold a report and open a row', async () => {
    drawRegister(<RecommendationsPage />, twoReports())
    const [first] = await screen.findAllByRole('row')
    act(() => first?.focus())
    const focused = () => document.activeElement?.getAttribute('aria-label') ?? ''
    await userEvent.keyboard('{ArrowDown}')
    expect(focused()).toMatch(/^Recommendation 8/)
    await userEvent.keyboard('{End}')
    expect(focused()).toMatch(/^Recommendation 6/)
    await userEvent.keyboard('{Home}{ArrowLeft}')
    expect(screen.getAllByRole('row')).toHaveLength(3)
    await userEvent.keyboard('{End}{Enter}')
    expect(await screen.findByRole('heading', { name: 'Recommendation 6' })).toBeTruthy()
  })

  test('shows a row that could not be read, with its id and why', async () => {
    const lists = twoReports()
    lists.recommendations.unreadable = [{ id: '77', reason: 'The status PURPLE is not known.' }]
    drawRegister(<RecommendationsPage />, lists)
    const row = await screen.findByRole('row', { name: 'Item 77 could not be read' })
    expect(row.textContent).toContain('PURPLE')
  })
})

describe('when Microsoft 365 fails', () => {
  test('rows read before stay, under a bar that says since when', async () => {
    const lists = twoReports()
    const { refresh } = drawRegister(<RecommendationsPage />, lists)
    await screen.findAllByRole('row')
    lists.recommendations.goOffline()
    await act(() => refresh())
    expect(await screen.findByText(/as they were on 1 June 2021 at 09:00/)).toBeTruthy()
    expect(rowNames()).toHaveLength(2)
  })

  test('and nothing was read before, it says so instead of showing an empty list', async () => {
    const lists = twoReports()
    lists.recommendations.goOffline()
    drawRegister(<RecommendationsPage />, lists)
    expect(await screen.findByText("Microsoft 365 can't be reached")).toBeTruthy()
    expect(screen.queryByText('The register is empty')).toBeNull()
  })

  test('or may not be read, rows from before are shown no longer', async () => {
    const lists = twoReports()
    const { refresh } = drawRegister(<RecommendationsPage />, lists)
    await screen.findAllByRole('row')
    lists.recommendations.fail(new M365Error('forbidden', 'No access.'))
    await act(() => refresh())
    expect(await screen.findByText("You don't have access to this register")).toBeTruthy()
    expect(screen.queryAllByRole('row')).toEqual([])
  })

  test('a register without rows says that it is empty', async () => {
    drawRegister(<RecommendationsPage />, registerInMemory({ rows: [] }))
    expect(await screen.findByText('The register is empty')).toBeTruthy()
  })
})

describe('an open recommendation', () => {
  const open = (row = aRecommendation()) =>
    drawRegister(<RecommendationsPage />, registerInMemory({ rows: [row] }), '#/recommendations/1')

  test('shows the due history in order: what was first, what was met, what holds now', async () => {
    open(
      aRecommendation({
        due: [
          aDueEntry({
            text: 'September 2020 for the review [completed]',
            date: '2020-09-30',
            tags: ['completed'],
          }),
          aDueEntry({ text: 'Extended to April 2021', verb: 'extended-to', date: '2021-04-30' }),
          aDueEntry({ text: 'Now June 2021', verb: 'now' }),
        ],
      }),
    )
    const entries = within(await screen.findByRole('list', { name: 'Due history' })).getAllByRole('listitem')
    expect(
      entries.map((entry) => [/Met/.test(entry.textContent ?? ''), entry.getAttribute('aria-current')]),
    ).toEqual([
      [true, null],
      [false, null],
      [false, 'true'],
    ])
    expect(entries[0]?.textContent).toContain('First set')
  })

  test.each([
    ['the holder of the post', aPost(), 'T/DCI Crime (Daniel Okafor)'],
    ['a vacancy', aPost({ holder: null }), 'T/DCI Crime (Vacant)'],
  ])('names %s', async (_who, post, words) => {
    drawRegister(<RecommendationsPage />, registerInMemory({ posts: [post] }), '#/recommendations/1')
    expect((await screen.findAllByText(words, { exact: false })).length).toBeGreaterThan(0)
  })

  test('says what a person should look at', async () => {
    open(aRecommendation({ doubts: [{ code: 'x', message: 'The year has five digits.', line: 249 }] }))
    expect(await screen.findByText('The year has five digits. (line 249 of the paper)')).toBeTruthy()
  })

  test('a link to a row that is not there says so', async () => {
    drawRegister(<RecommendationsPage />, registerInMemory({}), '#/recommendations/99')
    expect(await screen.findByText('This recommendation is not in the register')).toBeTruthy()
  })
})

describe('who may update the progress', () => {
  const button = async () =>
    (await screen.findByRole('button', { name: 'Update progress' })) as HTMLButtonElement

  test('an officer sees the button disabled, and why', async () => {
    drawRegister(<RecommendationsPage />, registerInMemory({ me: officer }), '#/recommendations/1')
    expect((await button()).getAttribute('aria-disabled')).toBe('true')
    expect(
      screen.getByText('Only the holder of T/DCI Crime or the board secretary may update the progress.'),
    ).toBeTruthy()
  })

  test('the holder and the board secretary may press it', async () => {
    for (const me of [undefined, secretary]) {
      const { unmount } = drawRegister(
        <RecommendationsPage />,
        registerInMemory({ me }),
        '#/recommendations/1',
      )
      expect((await button()).getAttribute('aria-disabled')).not.toBe('true')
      unmount()
    }
  })
})
