/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import '@testing-library/jest-dom'
import { screen, waitFor } from '@testing-library/react'
import { button, drawOpened, fill, openMore, pressIn, rowNow, user } from '../../support/decisionScreen.tsx'
import { aRecommendation, secretary } from '../../support/register.ts'
import { registerInMemory } from '../../support/registerScreen.tsx'

describe('correcting what is asked', () => {
  test('the secretary changes the words and the kind, with a reason that stands in the history', async () => {
    const lists = registerInMemory({ rows: [aRecommendation({ text: 'Forces shuold act.' })], me: secretary })
    drawOpened(lists)
    const form = await openMore('Correct text or kind')
    await user.click(form.getByRole('radio', { name: 'Cause of concern' }))
    await fill(form, 'What is asked', 'Forces should act.')
    await fill(form, 'Why', 'A slip of the paper.')
    await pressIn(form, 'Correct it')
    expect(await screen.findByRole('heading', { name: /Cause of concern/ })).toBeVisible()
    expect(rowNow(lists)).toMatchObject({ kind: 'cause-of-concern', text: 'Forces should act.' })
    expect(screen.getAllByText('Why: A slip of the paper.')).toHaveLength(2)
    expect(screen.getByText(/→ Cause of concern/)).toBeVisible()
  })

  test('a part that has a comment cannot be lost: what was typed stays, with the reason beside it', async () => {
    const part = { label: '[1]', text: 'record.', status: null, comment: 'Begun.' }
    const row = aRecommendation({ text: 'Forces should:\n[1] record.', elements: [part] })
    const lists = registerInMemory({ rows: [row], me: secretary })
    drawOpened(lists)
    const form = await openMore('Correct text or kind')
    await fill(form, 'What is asked', 'Forces should record.')
    await fill(form, 'Why', 'Shorter.')
    await pressIn(form, 'Correct it')
    expect(await form.findByText(/has to stay in the text/)).toBeVisible()
    expect(form.getByLabelText(/^What is asked/)).toHaveValue('Forces should record.')
    expect(rowNow(lists)).toEqual(row)
  })

  test('is not offered beside the text to those who may not', async () => {
    drawOpened(registerInMemory({}))
    expect(await button('Update progress')).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Correct/ })).toBeNull()
  })

  test('a window that closes gives the keyboard back to the button that opened it', async () => {
    drawOpened(registerInMemory({ me: secretary }))
    const opener = await button('Correct: what is asked')
    opener.focus()
    await user.keyboard('{Enter}')
    await screen.findByRole('dialog')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(opener).toHaveFocus())
  })
})
