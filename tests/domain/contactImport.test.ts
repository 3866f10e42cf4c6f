import type { Contact } from '../../src/domain/contact.ts'
import { guessContactColumns, missingMeanings } from '../../src/domain/contactColumns.ts'
import { planContactImport } from '../../src/domain/contactImport.ts'
import { readContactRows, readUkDay } from '../../src/domain/contactRows.ts'
import { spaseRoles } from '../../src/domain/spaseRoles.ts'
import { aContact, coordinator } from '../support/directory.ts'

const meaningsOf = (...titles: readonly string[]) => guessContactColumns(titles).map(({ meaning }) => meaning)
const doing = { ...coordinator, at: '2021-06-01T09:00:00.000Z' }
const titles = ['Organisation', 'Role', 'Name', 'Email', 'Boroughs', 'Last confirmed']

function plan(cells: readonly (readonly string[])[], existing: readonly Contact[] = []) {
  const lines = cells.map((line, index) => ({ line: index + 2, cells: line }))
  const rows = readContactRows({ lines }, meaningsOf(...titles), spaseRoles)
  return planContactImport(rows, existing, doing, 'partners.csv')
}
const doesOf = (...args: Parameters<typeof plan>) => plan(...args).map(({ step }) => step.does)

const nurse = [
  'Partner Trust',
  'Designated nurse',
  'Celia Marsh',
  'nurse@partner.example',
  'Camden',
  '1 May 2021',
]

describe('what the headings of a table say', () => {
  it.each([
    [
      ['Organisation', 'Role', 'Name', 'Email', 'Boroughs'],
      ['organisation', 'role', 'name', 'address', 'boroughs'],
    ],
    [
      ['Company', 'Job Title', 'First Name', 'Last Name', 'E-mail Address', 'Mobile Phone'],
      ['organisation', 'role', 'first-name', 'last-name', 'address', 'ignored'],
    ],
    [
      ['Agency', 'Post', 'Contact name', 'Email address', 'Area covered', 'Deputy', 'Deputy email'],
      ['organisation', 'role', 'name', 'address', 'boroughs', 'deputy-name', 'deputy-address'],
    ],
    [
      ['Sector', 'HQ', 'Last checked', 'Postal address', 'Notes'],
      ['sector', 'headquarters', 'last-confirmed', 'ignored', 'ignored'],
    ],
    [
      ['Name', 'Name'],
      ['name', 'ignored'],
    ],
  ])('%j', (headings, meanings) => {
    expect(meaningsOf(...headings)).toEqual(meanings)
  })

  it('names what is missing, and takes first and last name for a name', () => {
    expect(missingMeanings(['role', 'name'])).toEqual(['organisation', 'address'])
    expect(missingMeanings(['organisation', 'role', 'address', 'first-name'])).toEqual(['name'])
    expect(missingMeanings(['organisation', 'role', 'address', 'first-name', 'last-name'])).toEqual([])
  })
})

describe('a day in a cell', () => {
  it.each([
    ['3/4/2021', '2021-04-03'],
    ['03.04.2021', '2021-04-03'],
    ['3rd April 2021', '2021-04-03'],
    ['3-Sept-2021', '2021-09-03'],
    ['2021-04-03', '2021-04-03'],
    ['2021-04-03T00:00:00', '2021-04-03'],
    ['31/2/2021', null],
    ['spring', null],
  ])('%s is %s', (text, day) => {
    expect(readUkDay(text)).toBe(day)
  })
})

describe('a line of a file', () => {
  it('becomes a new entry with the role as the template calls it', () => {
    const [planned] = plan([nurse])
    expect(planned?.step).toMatchObject({
      does: 'add',
      contact: {
        role: 'Designated safeguarding nurse',
        sector: 'health',
        lastConfirmed: '2021-05-01',
        history: [{ does: 'imported', what: 'partners.csv' }],
      },
    })
  })

  it('of a replaced body comes in under the name of its successor', () => {
    const [planned] = plan([['Enfield CCG', 'CCG Lead', 'L M', 'l.m@enfield.example', 'Enfield', '']])
    expect(planned?.successor?.on).toBe('2022-07-01')
    expect(planned?.step).toMatchObject({
      contact: {
        organisation: 'North Central London Integrated Care Board',
        role: 'integrated care board Lead',
      },
    })
  })

  it('splits no borough wrongly, and says what is none', () => {
    const [planned] = plan([
      ['X', 'Y', 'Z', 'z@x.example', 'Barking and Dagenham; Kensington / Surrey', 'soon'],
    ])
    expect(planned?.row.words.boroughs).toEqual(['Barking and Dagenham', 'Kensington and Chelsea'])
    expect(planned?.row.doubts).toEqual([
      { code: 'unknown-borough', text: 'Surrey' },
      { code: 'unread-date', text: 'soon' },
      { code: 'sector-guessed', sector: 'other' },
    ])
  })

  it.each([['All'], ['London-wide'], ['']])('that says %s for its boroughs serves all of them', (area) => {
    const [planned] = plan([[...nurse.slice(0, 4), area, '']])
    expect(planned?.row).toMatchObject({ words: { boroughs: [] }, doubts: [] })
  })

  it('takes the address out of what Outlook puts around it', () => {
    const [planned] = plan([['X', 'Y', 'Z', 'Zoe Z <z@x.example>', '', '']])
    expect(planned?.row.words.address).toBe('z@x.example')
  })

  it('that is there does nothing, and confirms with a later day', () => {
    const there = aContact()
    expect(doesOf([nurse], [there])).toEqual(['nothing'])
    expect(doesOf([[...nurse.slice(0, 5), '2 May 2021']], [there])).toEqual(['confirm'])
    expect(doesOf([[...nurse.slice(0, 5), '30 April 2021']], [there])).toEqual(['nothing'])
    expect(doesOf([[...nurse.slice(0, 5), '2 June 2021']], [there])).toEqual(['nothing'])
  })

  it('changes what it says differently, and takes nothing away by saying nothing', () => {
    const [planned] = plan(
      [['Partner Trust', 'Designated nurse', 'Celia Marsh-Lee', nurse[3] ?? '', '', '']],
      [aContact()],
    )
    expect(planned?.step).toMatchObject({
      does: 'change',
      what: ['name'],
      next: { name: 'Celia Marsh-Lee', boroughs: ['Camden'], deputyName: 'Dev Ray' },
    })
  })

  it('puts nobody out of a place that is held, and fills one that is vacant', () => {
    const newcomer = ['Partner Trust', 'Designated nurse', 'Nel New', 'nel@partner.example', 'Camden', '']
    expect(plan([newcomer], [aContact()])[0]?.step).toEqual({ does: 'refuse', code: 'somebody-else' })
    const vacant = aContact({ name: '', address: '', vacantSince: '2021-05-01' })
    expect(plan([newcomer], [vacant])[0]?.step).toMatchObject({
      does: 'change',
      next: { name: 'Nel New', vacantSince: null },
    })
  })

  it('comes in once, however often the file says it', () => {
    expect(plan([nurse, nurse]).map(({ step }) => step)).toMatchObject([
      { does: 'add' },
      { does: 'refuse', code: 'twice-in-file' },
    ])
  })

  it('imported again does nothing', () => {
    const first = plan([nurse]).flatMap(({ step }) => (step.does === 'add' ? [step.contact] : []))
    expect(doesOf([nurse], first)).toEqual(['nothing'])
  })
})
