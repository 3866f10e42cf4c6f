/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { PapersPage } from '../../../src/tab/features/papers/PapersPage.tsx'
import { freezePaper } from '../../../src/usecases/freezePaper.ts'
import { papersInMemory } from '../../support/paperScreen.tsx'
import { aPaper } from '../../support/papers.ts'
import { aDueEntry, aRecommendation, officer, secretary } from '../../support/register.ts'
import { drawRegister } from '../../support/registerScreen.tsx'

const due = (date: string) => [aDueEntry({ date, precision: 'day', text: date })]

/** A frozen paper of May and a draft of June; in between one row was implemented, and one slipped. */
async function twoPapers(me = secretary) {
  const may = aPaper({
    key: 'police-authority-board-2021-05-19',
    meetingDate: '2021-05-19',
    cutOff: '2021-05-01',
  })
  const lists = papersInMemory({
    rows: [
      aRecommendation({ number: '1', due: due('2021-06-30') }),
      aRecommendation({ number: '2', due: due('2021-06-30') }),
      aRecommendation({ number: '3', status: 'GREEN' }),
    ],
    papers: [may, aPaper()],
    me,
  })
  const frozen = await freezePaper(lists, { id: '1', actor: secretary })
  if (!frozen.ok) throw new Error(frozen.code)
  lists.recommendations.change('1', (row) => ({ ...row, status: 'GREEN' }))
  lists.recommendations.change('2', (row) => ({ ...row, due: [...row.due, ...due('2021-07-31')] }))
  return lists
}

test('lists papers with their board, meeting and state, the newest first', async () => {
  drawRegister(<PapersPage />, await twoPapers(), '#/papers')
  const table = await screen.findByRole('table', { name: 'Papers' })
  const names = within(table)
    .getAllByRole('button')
    .map((one) => one.textContent)
  expect(names).toEqual(['Police Authority Board16 June 2021', 'Police Authority Board19 May 2021'])
  expect(table.textContent).toContain('Draft; follows the register until it is frozen')
  expect(table.textContent).toContain('Frozen on 1 June 2021 at 09:00 by Helen Carver')
})

test('an officer may read papers, and is told who makes them', async () => {
  drawRegister(<PapersPage />, await twoPapers(officer), '#/papers')
  const button = await screen.findByRole('button', { name: 'New paper' })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  const why = document.getElementById(button.getAttribute('aria-describedby') ?? '')
  expect(why?.textContent).toMatch(/made by the board secretary/)
})

test('the secretary begins a paper and is taken to it', async () => {
  const lists = papersInMemory({})
  drawRegister(<PapersPage />, lists, '#/papers')
  await userEvent.click(await screen.findByRole('button', { name: 'New paper' }))
  await userEvent.type(await screen.findByLabelText(/Meeting on/), '2021-06-16')
  await userEvent.click(screen.getByRole('button', { name: 'Begin the paper' }))
  expect(await screen.findByRole('heading', { name: 'Police Authority Board, 16 June 2021' })).toBeTruthy()
  expect(window.location.hash).toBe('#/papers/1')
})

test('a second paper for the same board and day is refused, and what was typed stays', async () => {
  drawRegister(<PapersPage />, papersInMemory({ papers: [aPaper()] }), '#/papers')
  await userEvent.click(await screen.findByRole('button', { name: 'New paper' }))
  const day = await screen.findByLabelText<HTMLInputElement>(/Meeting on/)
  await userEvent.type(day, '2021-06-16')
  await userEvent.click(screen.getByRole('button', { name: 'Begin the paper' }))
  expect(await screen.findByText(/a paper for this board on this day already/)).toBeTruthy()
  expect(day.value).toBe('2021-06-16')
})

test('says what changed since the last paper, and each line opens its row', async () => {
  drawRegister(<PapersPage />, await twoPapers(), '#/papers/2')
  const green = await screen.findByRole('region', { name: 'New green' })
  expect(green.textContent).toContain('was AMBER')
  const slipped = screen.getByRole('region', { name: 'Slipped' })
  expect(slipped.textContent).toContain('by 31 days, from 30 June 2021 to 31 July 2021')
  expect(screen.getByRole('region', { name: 'Dropped out' }).textContent).toContain(
    'reported, so not shown again',
  )
  await userEvent.click(within(slipped).getByRole('button', { name: 'Recommendation 2' }))
  expect(window.location.hash).toBe('#/recommendations/2')
})

test('the first paper of a board is compared with nothing, and says so', async () => {
  drawRegister(<PapersPage />, papersInMemory({ papers: [aPaper()] }), '#/papers/1')
  expect(await screen.findByText(/first paper for this board/)).toBeTruthy()
})

test('the paper prints words beside colours, the due history and the comment', async () => {
  const lists = papersInMemory({
    papers: [aPaper()],
    rows: [aRecommendation({ due: [aDueEntry(), aDueEntry({ text: 'Extended to July 2021' })] })],
  })
  drawRegister(<PapersPage />, lists, '#/papers/1?view=paper')
  const table = await screen.findByRole('table', { name: 'Understanding the difference' })
  for (const words of ['AMBER', 'June 2021', 'Extended to July 2021', 'A working group met in April.'])
    expect(table.textContent).toContain(words)
})

test('a typed sentence that disagrees is shown with the difference, and the computed one comes back', async () => {
  drawRegister(<PapersPage />, papersInMemory({ papers: [aPaper()] }), '#/papers/1?view=paper')
  await userEvent.click(await screen.findByRole('button', { name: /^Type a sentence for/ }))
  const box = screen.getByLabelText(/^Sentence for/)
  await userEvent.clear(box)
  await userEvent.type(box, '8 recommendations for the force, 8 complete.')
  expect(screen.getByText(/The register disagrees/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Use this sentence' }))
  expect(await screen.findByText('8 recommendations for the force, 8 complete.')).toBeTruthy()
  expect(screen.getByText(/The typed sentence and the register disagree/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /^Type a sentence for/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Use the computed one' }))
  expect(await screen.findByRole('button', { name: /^Type a sentence for/ })).toBeTruthy()
  expect(screen.queryByText(/The typed sentence and the register disagree/)).toBeNull()
})

describe('freezing', () => {
  test('says what it does, and then the paper is frozen', async () => {
    const lists = papersInMemory({ papers: [aPaper()] })
    drawRegister(<PapersPage />, lists, '#/papers/1')
    await screen.findByText(/first paper for this board/)
    await userEvent.click(screen.getByRole('button', { name: 'Freeze the paper' }))
    expect(await screen.findByText(/Nobody can change/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Freeze it' }))
    expect(await screen.findByText(/^Frozen on 1 June 2021/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Freeze the paper' })).toBeNull()
  })

  test('that fails leaves a draft, and is done again', async () => {
    const lists = papersInMemory({ papers: [aPaper()] })
    drawRegister(<PapersPage />, lists, '#/papers/1')
    await screen.findByText(/first paper for this board/)
    lists.paperParts.goOffline()
    await userEvent.click(screen.getByRole('button', { name: 'Freeze the paper' }))
    await userEvent.click(screen.getByRole('button', { name: 'Freeze it' }))
    expect(await screen.findByText(/The paper is still a draft; freeze it again/)).toBeTruthy()
    lists.paperParts.recover()
    await userEvent.click(screen.getByRole('button', { name: 'Freeze it again' }))
    expect(await screen.findByText(/^Frozen on 1 June 2021/)).toBeTruthy()
  })

  test('waits for the cut-off, and says until when', async () => {
    drawRegister(<PapersPage />, papersInMemory({ papers: [aPaper({ cutOff: '2021-06-02' })] }), '#/papers/1')
    const button = await screen.findByRole('button', { name: 'Freeze the paper' })
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(screen.getByText(/can be frozen from 2 June 2021 on/)).toBeTruthy()
  })

  test('is not for officers', async () => {
    drawRegister(<PapersPage />, papersInMemory({ papers: [aPaper()], me: officer }), '#/papers/1')
    const button = await screen.findByRole('button', { name: 'Freeze the paper' })
    expect(button.getAttribute('aria-disabled')).toBe('true')
  })
})

test('a frozen paper of which a part was lost shows nothing of it, and says who can mend it', async () => {
  const lists = await twoPapers()
  lists.paperParts.remove('1')
  drawRegister(<PapersPage />, lists, '#/papers/1')
  expect(await screen.findByText(/a part of this frozen paper is missing/)).toBeTruthy()
})

test('names the rows that were changed after the cut-off, before the paper is frozen and after', async () => {
  const lists = papersInMemory({
    rows: [aRecommendation({ number: '1' }), aRecommendation({ number: '2' })],
    papers: [aPaper({ cutOff: '2021-05-31' })],
  })
  const then = lists.recommendations.peek('1').value
  const change = { by: 'A', byObject: 'a', field: 'progress', from: '', to: 'x', via: 'tab' } as const
  lists.recommendations.change('1', (row) => ({
    ...{ ...row, progress: 'Later words.', history: [{ ...change, at: '2021-06-01T07:00:00.000Z' }] },
  }))
  const version = { number: 1, at: '2021-05-31T09:00:00.000Z', by: 'A', byObject: 'a', mark: '', value: then }
  lists.versions.ofRecommendation = async () => [version]
  drawRegister(<PapersPage />, lists, '#/papers/1?view=paper')
  const note = await screen.findByText(/1 row was changed after 31 May 2021/)
  expect(note.textContent).toContain('shows it as it stood at the end of that day')
  expect(within(note).getByRole('button').textContent).toContain('1')
  expect(screen.queryByText('Later words.')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Freeze the paper' }))
  const asked = await screen.findByRole('alertdialog')
  expect(asked.textContent).toContain('1 row was changed after 31 May 2021')
  await userEvent.click(within(asked).getByRole('button', { name: 'Freeze it' }))
  await screen.findByText(/Frozen on/)
  expect(screen.getByText(/1 row was changed after 31 May 2021/)).toBeTruthy()
  expect(screen.queryByText('Later words.')).toBeNull()
})
