/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { Change, Recommendation } from '../../../src/domain/recommendation.ts'
import { RecommendationsPage } from '../../../src/tab/features/recommendations/RecommendationsPage.tsx'
import { aRecommendation, secretary } from '../../support/register.ts'
import { drawRegister, type RegisterInMemory, registerInMemory } from '../../support/registerScreen.tsx'

const address = '#/recommendations/1'
const draw = (lists: RegisterInMemory) => drawRegister(<RecommendationsPage />, lists, address)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const note = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Progress' })
const saved = (lists: RegisterInMemory) => lists.recommendations.peek('1').value.progress

async function type(text: string): Promise<void> {
  const field = await note()
  await userEvent.clear(field)
  await userEvent.type(field, text)
}

function helenSaves(row: Recommendation): Recommendation {
  const change: Change = {
    at: '2021-06-01T08:05:00.000Z',
    by: secretary.name,
    byObject: secretary.objectId,
    field: 'progress',
    from: row.progress,
    to: 'Helen was quicker.',
    via: 'tab',
  }
  return { ...row, progress: 'Helen was quicker.', history: [...row.history, change] }
}

beforeEach(() => window.localStorage.clear())

test('a saved note is shown, announced and in the history, without reading the list again', async () => {
  const lists = registerInMemory({})
  draw(lists)
  await press('Update progress')
  await type('The policy was signed.')
  const reads = lists.recommendations.calls.filter((call) => call === 'changes').length
  await press('Save')
  expect(await screen.findByText('Saved. The progress is updated.')).toBeTruthy()
  expect(screen.getAllByText(/The policy was signed\./).length).toBeGreaterThan(0)
  expect(screen.getByText('updated the progress', { exact: false })).toBeTruthy()
  expect(lists.recommendations.calls.filter((call) => call === 'changes')).toHaveLength(reads)
})

test.each([
  ['nothing has changed', 'A working group met in April.', 'Nothing has changed yet.'],
  ['the note is empty', ' ', 'Write where the work stands first.'],
])('Save is disabled and says why when %s', async (_when, text, reason) => {
  const lists = registerInMemory({})
  draw(lists)
  await press('Update progress')
  await type(text)
  const save = await screen.findByRole('button', { name: 'Save' })
  expect(save.getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByText(reason)).toBeTruthy()
  await userEvent.click(save)
  expect(lists.recommendations.calls).not.toContain('save')
})

describe('when somebody else saved in between', () => {
  async function conflict() {
    const lists = registerInMemory({})
    draw(lists)
    await press('Update progress')
    await type('Mine.')
    lists.recommendations.change('1', helenSaves)
    await press('Save')
    await screen.findByText('Saved by Helen Carver on 1 June 2021 at 09:05')
    return lists
  }

  test('both versions are shown and what was typed is kept', async () => {
    const lists = await conflict()
    expect(screen.getByText('Yours, not saved yet')).toBeTruthy()
    expect((await note()).value).toBe('Mine.')
    expect(screen.getAllByText('Helen was quicker.').length).toBeGreaterThan(0)
    expect(saved(lists)).toBe('Helen was quicker.')
  })

  test('Keep mine saves mine and leaves theirs in the history', async () => {
    const lists = await conflict()
    await press('Keep mine')
    await waitFor(() => expect(saved(lists)).toBe('Mine.'))
    expect(lists.recommendations.peek('1').value.history.map((change) => change.to)).toEqual([
      'Helen was quicker.',
      'Mine.',
    ])
  })

  test('both can be brought together before keeping mine', async () => {
    const lists = await conflict()
    await type('Helen was quicker. Mine.')
    await press('Keep mine')
    await waitFor(() => expect(saved(lists)).toBe('Helen was quicker. Mine.'))
  })

  test('Take theirs saves nothing, and mine can be brought back', async () => {
    const lists = await conflict()
    await press('Take theirs')
    expect(saved(lists)).toBe('Helen was quicker.')
    await press('Bring it back')
    expect((await note()).value).toBe('Mine.')
  })

  test('nobody is named for a text changed in SharePoint itself', async () => {
    const lists = await conflict()
    lists.recommendations.change('1', (row) => ({ ...row, progress: 'Typed into the list.' }))
    await press('Keep mine')
    expect(await screen.findByText('Typed into the list.')).toBeTruthy()
    expect(screen.getByText('Changed in SharePoint, outside Follow-Through')).toBeTruthy()
    expect(screen.queryByText(/Saved by/)).toBeNull()
  })

  test('a third save in between is shown in turn', async () => {
    const lists = await conflict()
    lists.recommendations.change('1', (row) => ({ ...row, progress: 'And a third.' }))
    await press('Keep mine')
    expect(await screen.findByText('And a third.')).toBeTruthy()
    expect((await note()).value).toBe('Mine.')
  })
})

describe('the present note', () => {
  const outside = /^Changed in SharePoint, outside Follow-Through/

  test.each([
    ['the newest recorded save: nothing is said', 'Helen was quicker.', 0],
    ['changed outside since: it says so', 'Typed into the list.', 1],
  ])('is %s', async (_whose, progress, said) => {
    const lists = registerInMemory({ rows: [{ ...helenSaves(aRecommendation()), progress }] })
    draw(lists)
    expect((await screen.findAllByText(progress)).length).toBeGreaterThan(0)
    expect(screen.queryAllByText(outside)).toHaveLength(said)
  })
})

describe('nothing typed is lost', () => {
  test('when saving fails: the words stay and Save can be pressed again', async () => {
    const lists = registerInMemory({})
    draw(lists)
    await press('Update progress')
    await type('Kept.')
    lists.recommendations.goOffline()
    await press('Save')
    expect(await screen.findByText(/What you typed is kept here/)).toBeTruthy()
    expect((await note()).value).toBe('Kept.')
    lists.recommendations.recover()
    await press('Save')
    await waitFor(() => expect(saved(lists)).toBe('Kept.'))
  })

  test('when the answer to a save was lost: saving again writes nothing twice', async () => {
    const lists = registerInMemory({})
    draw(lists)
    await press('Update progress')
    await type('Once.')
    lists.recommendations.loseNextAnswer()
    await press('Save')
    await screen.findByText(/What you typed is kept here/)
    await press('Save')
    await screen.findByText('Saved. The progress is updated.')
    expect(lists.recommendations.peek('1').value.history).toHaveLength(1)
  })

  test('when the page is left or reloaded: the words are there again, against the version they answered', async () => {
    const lists = registerInMemory({})
    const first = draw(lists)
    await press('Update progress')
    await type('Half a sentence')
    first.unmount()
    lists.recommendations.change('1', helenSaves)
    draw(lists)
    expect((await note()).value).toBe('Half a sentence')
    expect(screen.getByText(/You have unsaved text/)).toBeTruthy()
    await press('Save')
    expect(await screen.findByRole('button', { name: 'Keep mine' })).toBeTruthy()
  })

  test('when the list is refreshed while somebody types', async () => {
    const lists = registerInMemory({})
    const { refresh } = draw(lists)
    await press('Update progress')
    await type('Still mine')
    lists.recommendations.change('1', helenSaves)
    await act(() => refresh())
    expect((await note()).value).toBe('Still mine')
    expect(await screen.findByText(/Somebody saved this row while you were typing/)).toBeTruthy()
  })

  test('when Cancel is pressed: it can be brought back', async () => {
    draw(registerInMemory({}))
    await press('Update progress')
    await type('Second thoughts')
    await press('Cancel')
    await press('Bring it back')
    expect((await note()).value).toBe('Second thoughts')
  })
})
