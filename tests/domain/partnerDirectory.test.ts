import { addMonths } from '../../src/domain/addMonths.ts'
import type { Contact } from '../../src/domain/contact.ts'
import {
  duplicateGroups,
  firstRules,
  isPastRetention,
  isStale,
  keepUntil,
  notesOf,
  organisationName,
  personName,
  readDirectoryRules,
} from '../../src/domain/partnerDirectory.ts'
import { aContact, ownDomain } from '../support/directory.ts'

const today = '2021-06-01'
const codesOf = (...contacts: readonly Contact[]) =>
  (notesOf(contacts, firstRules, today, ownDomain).get(contacts[0]?.key ?? '') ?? []).map(({ code }) => code)

describe('how long an entry is trusted', () => {
  it.each([
    // Half a year to the day, and a day more.
    ['2020-12-01', false],
    ['2020-11-30', true],
    [null, true],
  ])('confirmed on %s it is stale: %s', (lastConfirmed, stale) => {
    expect(isStale({ lastConfirmed }, firstRules, today)).toBe(stale)
  })

  it.each([
    ['2021-06-01', false],
    ['2021-05-31', true],
    [null, false],
  ])('to be kept until %s it is over its date: %s', (until, over) => {
    expect(isPastRetention({ keepUntil: until }, today)).toBe(over)
  })

  it.each([
    ['2021-08-31', 6, '2022-02-28'],
    ['2020-02-29', 12, '2021-02-28'],
    ['2021-12-15', 1, '2022-01-15'],
    ['2021-01-31', 24, '2023-01-31'],
  ])('%s and %i months are %s', (day, months, later) => {
    expect(addMonths(day, months)).toBe(later)
  })

  it('is kept two years from the day it was confirmed', () => {
    expect(keepUntil('2021-04-12', firstRules)).toBe('2023-04-12')
  })

  it.each([
    [{ staleAfterMonths: 6, keepMonths: 6 }, true],
    [{ staleAfterMonths: 7, keepMonths: 6 }, false],
    [{ staleAfterMonths: 0, keepMonths: 6 }, false],
    [{ staleAfterMonths: 24, keepMonths: 84 }, true],
    [{ staleAfterMonths: 25, keepMonths: 84 }, false],
    [{ staleAfterMonths: 6, keepMonths: 85 }, false],
    [{ staleAfterMonths: 6.5, keepMonths: 12 }, false],
    [null, false],
  ])('%j can be rules: %s', (value, can) => {
    expect(readDirectoryRules(value) !== null).toBe(can)
  })
})

describe('what is to be looked at in an entry', () => {
  it('is nothing where it is confirmed, complete and alone', () => {
    expect(codesOf(aContact())).toEqual([])
  })

  it.each([
    ['over its date', { keepUntil: '2021-05-31' }, ['past-retention']],
    ['of a replaced body', { organisation: 'Camden CCG' }, ['replaced-body']],
    ['vacant', { name: '', address: '', vacantSince: '2021-05-02' }, ['vacant']],
    ['never confirmed', { lastConfirmed: null }, ['never-confirmed']],
    ['confirmed long ago', { lastConfirmed: '2020-03-09' }, ['stale']],
    ['inside the force', { address: 'a.b@mail.thameside.example' }, ['inside-the-force']],
    ['without a deputy', { deputyAddress: '' }, ['no-deputy']],
  ] as const)('is said when it is %s', (_what, changes, codes) => {
    expect(codesOf(aContact(changes))).toEqual(codes)
  })
})

describe('entries that say the same twice', () => {
  const kinds = (...contacts: readonly Contact[]) => duplicateGroups(contacts).map(({ kind }) => kind)

  it('are one address in one role, whatever its case', () => {
    expect(kinds(aContact({ key: 'a' }), aContact({ key: 'b', address: 'NURSE@partner.example' }))).toEqual([
      'same-address',
    ])
  })

  it('are one person with two addresses', () => {
    const other = aContact({ address: 'c.marsh@partner.example', name: 'Marsh, Celia', boroughs: ['Barnet'] })
    expect(kinds(aContact(), other)).toEqual(['same-person'])
  })

  it('are two people in one role of one body for one borough', () => {
    const other = aContact({
      address: 'x@partner.example',
      name: 'Xenia Orr',
      boroughs: ['Camden', 'Barnet'],
    })
    expect(kinds(aContact(), other)).toEqual(['same-place'])
  })

  it('are not two people of one body who share out the boroughs', () => {
    const other = aContact({ address: 'x@partner.example', name: 'Xenia Orr', boroughs: ['Barnet'] })
    expect(kinds(aContact(), other)).toEqual([])
  })

  it('are not one person in two roles', () => {
    expect(kinds(aContact({ key: 'a' }), aContact({ key: 'b', role: 'Chief Nurse' }))).toEqual([])
  })
})

describe('names as they are compared', () => {
  it.each([
    ['Dr Anna Thorne', 'Thorne, Anna'],
    ['PROF. SIÂN O’BRIEN', 'Siân O’Brien'],
  ])('%s and %s are one person', (one, other) => {
    expect(personName(one)).toBe(personName(other))
  })

  it.each([
    ['London Borough of Camden', 'Camden Council'],
    ['NHS South East ICB', 'The South East ICB'],
    ['Royal Free NHS Foundation Trust', 'Royal Free'],
  ])('%s and %s are one body', (one, other) => {
    expect(organisationName(one)).toBe(organisationName(other))
  })
})
