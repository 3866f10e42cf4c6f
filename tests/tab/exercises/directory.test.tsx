/** @jest-environment <rootDir>/tests/support/browserEnvironment.cjs */
import '@testing-library/jest-dom'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { readContactFile } from '../../../src/documents/read/contactFile.ts'
import { contactResultCsv } from '../../../src/documents/write/contactResult.ts'
import type { Contact } from '../../../src/domain/contact.ts'
import { exerciseTypesOf } from '../../../src/domain/exerciseType.ts'
import type { Setting } from '../../../src/domain/setting.ts'
import { DirectoryTab } from '../../../src/tab/features/exercises/directory/DirectoryTab.tsx'
import type { FoundPerson } from '../../../src/usecases/directoryPorts.ts'
import { aContact, directoryShelf } from '../../support/directory.ts'
import { june, ruth } from '../../support/exercises.ts'
import { MemoryListStore } from '../../support/memoryListStore.ts'
import { drawPage, listOf } from '../../support/tabScreen.tsx'

const good = aContact()
const ccg = aContact({
  key: 'ccg',
  organisation: 'Enfield CCG',
  address: 'l@enfield.example',
  name: 'Lionel',
  boroughs: ['Enfield'],
})
const stale = aContact({
  key: 'stale',
  organisation: 'Barnet Trust',
  address: 's@barnet.example',
  name: 'Sol',
  lastConfirmed: '2020-01-01',
})
const old = aContact({
  key: 'old',
  organisation: 'Old Body',
  address: 'o@old.example',
  name: 'Olwen',
  keepUntil: '2021-05-01',
})
const found: FoundPerson = {
  ...{ objectId: '', name: 'Nel Found', address: 'nel@found.example' },
  ...{ jobTitle: '', organisation: 'Found Ltd', inside: false },
}

function draw(address = '#/exercises/directory', ...values: readonly Contact[]) {
  const contacts = directoryShelf(...values)
  const settings = new MemoryListStore<Setting>()
  drawPage(<DirectoryTab />, address, '2021-06-01', {
    ...{ me: ruth, clock: june, contacts, settings, exercises: { ...listOf() } },
    peopleSearch: { search: async () => [found] },
    contactFiles: { read: readContactFile, resultFile: async (lines) => contactResultCsv(lines) },
  })
  return { contacts, settings, user: userEvent.setup({ delay: null }) }
}
/** The files of this browser lack what real ones have. */
function aFile(text: string): File {
  const { buffer } = new TextEncoder().encode(text)
  return Object.assign(new File([text], 'partners.csv'), { arrayBuffer: async () => buffer })
}
const group = (name: string) => screen.findByRole('region', { name })

describe('the partners', () => {
  it('that ask for something come first, each with its sentence', async () => {
    draw(undefined, good, ccg, stale, old)
    const first = await group('To be looked at')
    expect(within(first).getAllByRole('listitem').length).toBeGreaterThan(3)
    expect(first).toHaveTextContent('it becomes North Central London Integrated Care Board')
    expect(first).toHaveTextContent('Last confirmed on 1 January 2020')
    expect(first).toHaveTextContent('It was to be kept until 1 May 2021')
    expect(await group('In order')).toHaveTextContent('Celia Marsh')
  })

  it('are confirmed with one press', async () => {
    const { contacts, user } = draw(undefined, stale)
    await user.click(await screen.findByRole('button', { name: /^Still right: Sol/ }))
    expect(await group('In order')).toHaveTextContent('Confirmed 1 June 2021')
    expect((await contacts.rows())[0]?.value).toMatchObject({
      lastConfirmed: '2021-06-01',
      keepUntil: '2023-06-01',
    })
  })

  it('of a replaced body get its new name with one press', async () => {
    const { contacts, user } = draw(undefined, ccg)
    await user.click(await screen.findByRole('button', { name: 'Use the new name' }))
    expect(await screen.findByText('North Central London Integrated Care Board')).toBeVisible()
    expect((await contacts.rows())[0]?.value.history).toMatchObject([
      { does: 'changed', what: 'organisation' },
    ])
  })

  it('that were kept too long are named before they are taken away', async () => {
    const { contacts, user } = draw(undefined, good, old)
    await user.click(await screen.findByRole('button', { name: 'Take away the one kept too long' }))
    const dialog = screen.getByRole('dialog')
    expect(dialog).toHaveTextContent('Olwen, Designated safeguarding nurse, Old Body')
    await user.click(within(dialog).getByRole('button', { name: 'Take away' }))
    expect(await group('In order')).toBeVisible()
    expect(screen.queryByText('Olwen')).toBeNull()
    expect(await contacts.rows()).toHaveLength(1)
  })

  it('are only those of a kind where one is chosen', async () => {
    const { user } = draw(undefined, good, ccg, stale)
    await user.click(await screen.findByRole('button', { name: 'Body replaced (1)' }))
    expect(screen.getByText('Lionel')).toBeVisible()
    expect(screen.queryByText('Sol')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Show all' }))
    expect(screen.getByText('Sol')).toBeVisible()
  })
})

describe('a partner', () => {
  it('is added from the people one has written to', async () => {
    const { contacts, user } = draw()
    await user.click(await screen.findByRole('button', { name: 'Add a partner' }))
    await user.type(screen.getByRole('searchbox', { name: 'Find a person you have written to' }), 'nel')
    await user.click(await screen.findByRole('button', { name: 'Take Nel Found' }))
    expect(screen.getByLabelText(/^Organisation/)).toHaveValue('Found Ltd')
    await user.type(screen.getByLabelText(/^Role/), 'DPH')
    expect(screen.getByText('Kept as: Local authority Director of Public Health')).toBeVisible()
    await user.type(screen.getByLabelText('Boroughs they answer for'), 'Camden & Islington')
    await user.click(screen.getByRole('button', { name: 'Add' }))
    expect(await screen.findByText('Nel Found')).toBeVisible()
    expect((await contacts.rows())[0]?.value).toMatchObject({
      role: 'Local authority Director of Public Health',
      address: 'nel@found.example',
      boroughs: ['Camden', 'Islington'],
    })
  })

  it('that cannot be kept as typed is said beside the field, and what was typed stays', async () => {
    const { contacts, user } = draw(undefined, good)
    await user.click(await screen.findByRole('button', { name: 'Add a partner' }))
    await user.type(screen.getByLabelText(/^Organisation/), 'X')
    await user.type(screen.getByLabelText(/^Role/), 'Y')
    await user.type(screen.getByLabelText('Boroughs they answer for'), 'Atlantis')
    await user.click(screen.getByRole('button', { name: 'Add' }))
    expect(await screen.findByText('Atlantis: this is no London borough.')).toBeVisible()
    expect(screen.getByLabelText(/^Organisation/)).toHaveValue('X')
    expect(await contacts.rows()).toHaveLength(1)
  })
})

describe('the roles that are asked for', () => {
  it('leave sectors out, which one press mends', async () => {
    const { settings, user } = draw('#/exercises/directory?show=roles')
    expect(await screen.findByText('Nobody is asked for education')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Ask for the Director of Education' }))
    expect(await group('Education')).toHaveTextContent('Director of Education')
    expect(screen.queryByText('Nobody is asked for education')).toBeNull()
    const kept = (await settings.all()).rows.map(({ value }) => value)
    const spase = exerciseTypesOf(kept).find(({ key }) => key === 'spase')
    expect(spase?.roles.at(-1)?.sector).toBe('education')
  })

  it('are changed one by one', async () => {
    const { user } = draw('#/exercises/directory?show=roles')
    await user.click(await screen.findByRole('button', { name: 'Change Designated safeguarding doctor' }))
    await user.click(screen.getByRole('checkbox', { name: /^Required/ }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const health = await group('Health')
    const doctor = within(health).getByText('Designated safeguarding doctor').closest('li')
    expect(doctor).toHaveTextContent('Optional')
  })
})

describe('a file of partners', () => {
  it('is looked at line by line before anything is written', async () => {
    const { contacts, user } = draw('#/exercises/directory?show=import', good)
    const text = [
      'Organisation,Role,Name,Email,Boroughs',
      'Enfield CCG,Designated nurse,Ann A,ann@enfield.example,Enfield',
      'X,Y,Z,not an address,Camden',
    ].join('\n')
    const input = await screen.findByLabelText('File of partners')
    await user.upload(input, aFile(text))
    const table = await screen.findByRole('table')
    expect(table).toHaveTextContent('it becomes North Central London Integrated Care Board')
    expect(table).toHaveTextContent('Not taken: This is no e-mail address')
    expect(await contacts.rows()).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Bring in 1 line' }))
    expect(await screen.findByText(/2 lines: 1 new, 1 not taken\./)).toBeVisible()
    expect(await contacts.rows()).toHaveLength(2)
  })

  it('whose headings say too little asks which column is which', async () => {
    const { user } = draw('#/exercises/directory?show=import')
    const file = aFile('A,Role,Name,Email\nTrust,Nurse,N N,n@t.example')
    await user.upload(await screen.findByLabelText('File of partners'), file)
    expect(await screen.findByText(/No column holds: organisation/)).toBeVisible()
    await user.selectOptions(screen.getByLabelText('A'), 'Organisation')
    expect(await screen.findByRole('table')).toHaveTextContent('N N, Trust')
  })
})
