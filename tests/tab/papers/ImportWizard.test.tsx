/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import { fireEvent, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { AnyPaperResult } from '../../../src/domain/anyPaper.ts'
import { rowPrint } from '../../../src/domain/paperFields.ts'
import type { PaperRow } from '../../../src/domain/paperReading.ts'
import { PapersPage } from '../../../src/tab/features/papers/PapersPage.tsx'
import { notedReader, papersInMemory } from '../../support/paperScreen.tsx'
import { aRecommendation, aReport, officer } from '../../support/register.ts'
import { drawRegister } from '../../support/registerScreen.tsx'

function paperRow(changes: Partial<PaperRow> = {}): PaperRow {
  return {
    ...{ report: 0, number: '1', numberInferred: false, kind: 'recommendation', status: 'AMBER' },
    ...{
      text: 'Check the quality of calls.',
      comment: 'Begun.',
      due: [],
      elements: [],
      doubts: [],
      lines: [2],
    },
    ...changes,
  } as PaperRow
}

/** What a reader finds in a paper of one report. */
function found(rows: readonly PaperRow[], changes: Partial<AnyPaperResult> = {}): AnyPaperResult {
  const columns = [
    { key: 'ref', heading: 'Ref', meaning: 'number', confidence: 1, samples: ['1'] },
    { key: 'weight', heading: 'Weight', meaning: 'other', confidence: 0.2, samples: ['3'] },
  ] as const
  return {
    ok: true,
    format: 'csv',
    reading: {
      reports: [
        {
          title: 'Understanding the difference',
          typeLine: 'A national joint report by HMICFRS',
          published: { text: 'July 2018', date: '2018-07-31', precision: 'month' },
          claims: [],
          narrative: '',
          lines: [1],
        },
      ],
      rows,
      doubts: [],
      remainder: [],
      totals: { reports: 1, rows: rows.length, byStatus: { AMBER: rows.length } },
    },
    tables: [{ name: 'Sheet 1', line: 1, rows: rows.length, columns }],
    statusWords: [],
    fingerprint: 'abc',
    mapping: { columns: {}, statuses: {} },
    ...changes,
  } as AnyPaperResult
}

async function readPaper(): Promise<void> {
  await userEvent.type(await screen.findByLabelText('Or paste a table'), 'Ref Text')
  await userEvent.click(screen.getByRole('button', { name: 'Read what was pasted' }))
}

const open = (lists: ReturnType<typeof papersInMemory>) =>
  drawRegister(<PapersPage />, lists, '#/papers/import')

test('is not for officers, who are told who imports papers', async () => {
  open(papersInMemory({ me: officer }))
  expect(await screen.findByText('Papers are imported by the secretary')).toBeTruthy()
})

test('from a pasted table to the result: shown first, then written, then as a file', async () => {
  const { reader, reports } = notedReader(() => found([paperRow()]))
  const lists = papersInMemory({ rows: [], reports: [], reader })
  open(lists)
  await readPaper()
  expect(await screen.findByText(/A CSV paper with 1 report and 1 row/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Show what would change' }))
  expect(await screen.findByText(/Nothing has been written yet. Rows: 1 new/)).toBeTruthy()
  expect((await lists.recommendations.all()).rows).toHaveLength(0)
  await userEvent.click(screen.getByRole('button', { name: 'Bring it in' }))
  expect(await screen.findByText('The paper is in the register.')).toBeTruthy()
  expect((await lists.recommendations.all()).rows.map(({ value }) => value.text)).toEqual([
    'Check the quality of calls.',
  ])
  URL.createObjectURL = () => 'blob:x'
  const saved = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  await userEvent.click(screen.getByRole('button', { name: 'Download the result file' }))
  expect(reports.map(({ results }) => results.map(({ outcome }) => outcome))).toEqual([
    ['created', 'created'],
  ])
  expect(saved).toHaveBeenCalledTimes(1)
})

test('the keyboard goes on from the heading of each step, not from a button that is gone', async () => {
  const { reader } = notedReader(() => found([paperRow()]))
  open(papersInMemory({ rows: [], reports: [], reader }))
  await readPaper()
  const show = await screen.findByRole('button', { name: 'Show what would change' })
  expect(document.activeElement?.textContent).toBe('Import a paper')
  show.focus()
  await userEvent.keyboard('{Enter}')
  const apply = await screen.findByRole('button', { name: 'Bring it in' })
  expect(document.activeElement?.textContent).toBe('Import a paper')
  apply.focus()
  await userEvent.keyboard('{Enter}')
  await screen.findByText('The paper is in the register.')
  expect(document.activeElement?.textContent).toBe('Import a paper')
})

test('a file that is refused says why, and another can be chosen at once', async () => {
  const { reader } = notedReader(() => ({ ok: false, code: 'macros', message: 'The file holds macros.' }))
  open(papersInMemory({ reader }))
  await readPaper()
  expect(await screen.findByText(/The file holds macros\./)).toBeTruthy()
  expect(screen.getByLabelText<HTMLTextAreaElement>('Or paste a table').value).toBe('Ref Text')
})

test('a table on the clipboard is read with its cells', async () => {
  const seen: unknown[] = []
  const { reader } = notedReader((file) => {
    seen.push(file)
    return found([paperRow()])
  })
  open(papersInMemory({ reader }))
  const html = '<table><tr><td>1</td></tr></table>'
  fireEvent.paste(await screen.findByLabelText('Or paste a table'), {
    clipboardData: { getData: (type: string) => (type === 'text/html' ? html : '1') },
  })
  expect(await screen.findByText(/A CSV paper/)).toBeTruthy()
  expect(seen[0]).toEqual({ pasted: html, name: 'Pasted table' })
})

test('what a column holds is corrected, remembered, and used for the next such file', async () => {
  const { reader, mappings } = notedReader(() => found([paperRow()]))
  const lists = papersInMemory({ rows: [], reports: [], reader })
  open(lists)
  await readPaper()
  await userEvent.click(await screen.findByRole('combobox', { name: 'What the column Weight holds' }))
  await userEvent.click(await screen.findByRole('option', { name: 'Leave it out' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Show what would change' }))
  await screen.findByText(/Nothing has been written yet/)
  const chosen = { columns: { weight: 'ignored' }, statuses: {} }
  expect(mappings.at(-1)).toEqual(chosen)
  const { rows } = await lists.settings.all()
  expect(rows.map(({ value }) => [value.key, JSON.parse(value.value)])).toEqual([['mapping/abc', chosen]])
})

describe('a row that changed here and in the paper', () => {
  const reportKey = 'understanding-the-difference-2018-07'
  const last = aRecommendation({ number: '1', key: `${reportKey}/1`, reportKey, progress: 'Begun.' })
  const here = { ...last, progress: 'Half done here.', importedAs: rowPrint(last) }
  const given = () => {
    const { reader } = notedReader(() =>
      found([paperRow({ text: last.text, comment: 'Nearly done.', due: last.due })]),
    )
    return papersInMemory({ rows: [here], reports: [aReport({ key: reportKey })], reader })
  }
  const bringIn = async (lists: ReturnType<typeof given>, settle: () => Promise<void>) => {
    open(lists)
    await readPaper()
    await userEvent.click(await screen.findByRole('button', { name: 'Show what would change' }))
    await userEvent.click(await screen.findByRole('tab', { name: /^Conflict 1/ }))
    const sides = screen.getByRole('group', { name: 'Comment' })
    for (const words of ['Half done here.', 'Nearly done.']) expect(sides.textContent).toContain(words)
    await settle()
    await userEvent.click(screen.getByRole('button', { name: 'Bring it in' }))
    await screen.findByRole('table', { name: 'Result of the import' })
    return lists.recommendations.peek('1').value.progress
  }

  test('shows both versions, and stays as it is here until somebody settles it', async () => {
    expect(await bringIn(given(), async () => undefined)).toBe('Half done here.')
  })

  test('follows the paper where a person says so', async () => {
    const take = async () => {
      const sides = screen.getByRole('group', { name: 'Comment' })
      await userEvent.click(within(sides).getByRole('radio', { name: "Take the paper's" }))
    }
    expect(await bringIn(given(), take)).toBe('Nearly done.')
  })

  test('follows the paper where a person says so of all of them', async () => {
    const take = () => userEvent.click(screen.getByRole('button', { name: "Take the paper's everywhere" }))
    expect(await bringIn(given(), take)).toBe('Nearly done.')
  })
})

test('rows that cannot be read stand with their reason, and doubts beside their row', async () => {
  const doubt = { code: 'empty-comment', message: 'The comment is empty.', line: 2 } as const
  const rows = [paperRow({ doubts: [doubt] }), paperRow({ number: '2', status: 'PURPLE' })]
  const { reader } = notedReader(() => found(rows))
  open(papersInMemory({ rows: [], reports: [], reader }))
  await readPaper()
  await userEvent.click(await screen.findByRole('button', { name: 'Show what would change' }))
  expect(await screen.findByText(/Its status is no word that is known/)).toBeTruthy()
  await userEvent.click(screen.getByRole('tab', { name: /^New 2/ }))
  expect(screen.getByText('The comment is empty.')).toBeTruthy()
})

test('an outage while comparing loses nothing that was chosen', async () => {
  const { reader } = notedReader(() => found([paperRow()]))
  const lists = papersInMemory({ rows: [], reports: [], reader })
  open(lists)
  await readPaper()
  const name = await screen.findByLabelText<HTMLInputElement>('Name of the paper')
  await userEvent.clear(name)
  await userEvent.type(name, 'Paper of May')
  lists.recommendations.goOffline()
  await userEvent.click(screen.getByRole('button', { name: 'Show what would change' }))
  expect(await screen.findByText(/What you chose so far is kept/)).toBeTruthy()
  expect(name.value).toBe('Paper of May')
  lists.recommendations.recover()
  await userEvent.click(screen.getByRole('button', { name: 'Show what would change' }))
  expect(await screen.findByText(/Nothing has been written yet/)).toBeTruthy()
})
