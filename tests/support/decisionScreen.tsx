import { configure, fireEvent, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import { OpenedItem } from '../../src/tab/features/recommendations/OpenedItem.tsx'
import { owner } from './register.ts'
import { drawRegister, type RegisterInMemory } from './registerScreen.tsx'

// Working out from the styles what is hidden, or may be pressed, takes most of the time of a test of these pages.
configure({ defaultHidden: true })

/** A person at the keyboard and mouse. */
export const user = userEvent.setup({ pointerEventsCheck: 0 })

/** The fields of an open form. */
export type OpenForm = ReturnType<typeof within>

/** Draws an opened recommendation, or a report by its place in the address. */
export function drawOpened(lists: RegisterInMemory, itemId = '1') {
  return drawRegister(<OpenedItem itemId={itemId} onClose={() => undefined} />, lists)
}

/** The first button of a name: the same form may be opened from the bar and from its section. */
export async function button(name: string | RegExp): Promise<HTMLElement> {
  return (await screen.findAllByRole('button', { name }))[0] as HTMLElement
}

/** The window that is open. */
export async function openDialog(): Promise<OpenForm> {
  return within(await screen.findByRole('dialog'))
}

/** Opens a form by the words on its button. */
export async function openForm(name: string): Promise<OpenForm> {
  await user.click(await button(name))
  return openDialog()
}

/** Opens a form that stands behind More. */
export async function openMore(name: string): Promise<OpenForm> {
  await user.click(await button('More decisions'))
  await user.click(await screen.findByRole('menuitem', { name: new RegExp(`^${name}`) }))
  return openDialog()
}

/** Puts a text, a day or a month into a field whose label begins like this. */
export async function fill(form: OpenForm, label: string, text: string): Promise<void> {
  const field = form.getByLabelText(new RegExp(`^${label}`)) as HTMLInputElement
  if (field.type === 'month' || field.type === 'date') {
    fireEvent.change(field, { target: { value: text } })
    return
  }
  await user.clear(field)
  await user.paste(text)
}

/** Presses a button of a form. */
export async function pressIn(form: OpenForm, name: string): Promise<void> {
  await user.click(form.getByRole('button', { name }))
}

/** A row as it is in the list now. */
export function rowNow(lists: RegisterInMemory, id = '1'): Recommendation {
  return lists.recommendations.peek(id).value
}

/** Something that shows that it was done. */
export const someEvidence = {
  title: 'Signed policy',
  link: 'https://force.example/policy',
  at: '2021-05-01T09:00:00.000Z',
  by: owner.name,
  byObject: owner.objectId,
}
