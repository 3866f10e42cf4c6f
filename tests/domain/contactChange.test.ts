import type { Contact } from '../../src/domain/contact.ts'
import {
  applyToContact,
  type ContactDoing,
  isAddress,
  newContact,
  wordsOf,
} from '../../src/domain/contactChange.ts'
import { aContact, coordinator, someWords } from '../support/directory.ts'
import { amira } from '../support/exercises.ts'

const doing: ContactDoing = { ...coordinator, at: '2021-06-01T09:00:00.000Z' }
const added = { does: 'added', what: 'typed in' } as const

function mustBe(outcome: ReturnType<typeof newContact>): Contact {
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.next
}

describe('an address', () => {
  it.each([
    ['a.b@c.example', true],
    ["o'brien@camden.gov.uk", true],
    ['a@b', false],
    ['a b@c.example', false],
    ['A B <a@c.example>', false],
    ['a@c.example, b@c.example', false],
    ['a@@c.example', false],
    [`${'a'.repeat(250)}@c.example`, false],
  ])('%s can be one: %s', (text, can) => {
    expect(isAddress(text)).toBe(can)
  })
})

describe('a new entry', () => {
  it('is confirmed today, kept for two years, and named by its place and not its person', () => {
    expect(mustBe(newContact(someWords(), doing, new Set(), added))).toMatchObject({
      key: 'camden-council/director-of-education',
      lastConfirmed: '2021-06-01',
      keepUntil: '2023-06-01',
      vacantSince: null,
      history: [{ by: 'Ruth Mbeki', does: 'added', what: 'typed in' }],
    })
  })

  it('gets a number where another is in the same place', () => {
    const taken = new Set(['camden-council/director-of-education', 'camden-council/director-of-education/2'])
    expect(mustBe(newContact(someWords(), doing, taken, added)).key).toBe(
      'camden-council/director-of-education/3',
    )
  })

  it('may be a role that nobody holds, which is kept without a date', () => {
    expect(mustBe(newContact(someWords({ name: '', address: '' }), doing, new Set(), added))).toMatchObject({
      vacantSince: '2021-06-01',
      keepUntil: null,
    })
  })

  it.each([
    ['2021-03-01', '2021-03-01'],
    ['2021-06-01', '2021-06-01'],
    ['2021-06-02', '2021-06-01'],
    ['nonsense', '2021-06-01'],
  ])('from a source that says %s it counts as confirmed on %s', (confirmed, day) => {
    expect(mustBe(newContact(someWords(), doing, new Set(), { ...added, confirmed })).lastConfirmed).toBe(day)
  })

  it.each([
    [{ organisation: ' ' }, 'no-organisation'],
    [{ role: '' }, 'no-role'],
    [{ name: '' }, 'no-name'],
    [{ address: '' }, 'no-address'],
    [{ address: 'ada' }, 'bad-address'],
    [{ deputyAddress: 'dev' }, 'bad-deputy-address'],
    [{ deputyAddress: 'ADA.ROWE@camden.example' }, 'deputy-is-person'],
    [{ address: 'a@thameside.example' }, 'inside-the-force'],
    [{ deputyAddress: 'a@x.thameside.example' }, 'inside-the-force'],
    [{ sector: 'police' }, 'police-sector'],
    [{ name: 'x'.repeat(256) }, 'too-long'],
  ] as const)('with %j is refused: %s', (changes, code) => {
    expect(newContact(someWords(changes), doing, new Set(), added)).toEqual({ ok: false, code })
  })

  it('fits with 255 characters', () => {
    expect(newContact(someWords({ name: 'x'.repeat(255) }), doing, new Set(), added).ok).toBe(true)
  })

  it('is for coordinators only', () => {
    expect(newContact(someWords(), { ...doing, actor: amira }, new Set(), added)).toEqual({
      ok: false,
      code: 'coordinators-only',
    })
  })
})

describe('an entry that is there', () => {
  const apply = (contact: Contact, deed: Parameters<typeof applyToContact>[1]) =>
    applyToContact(contact, deed, doing)

  it('keeps its key and names the fields that changed, not what stood in them', () => {
    const words = { ...wordsOf(aContact()), name: 'Ann Other', address: 'ann@partner.example' }
    const next = mustBe(apply(aContact(), { does: 'change', words, why: 'She said so' }))
    expect(next).toMatchObject({
      key: 'nurse@partner.example',
      lastConfirmed: '2021-06-01',
      history: [{ does: 'changed', what: 'name, address', why: 'She said so' }],
    })
    expect(JSON.stringify(next.history)).not.toMatch(/Celia|nurse@/)
  })

  it('moves its retention date on when it is confirmed, once a day', () => {
    const next = mustBe(apply(aContact(), { does: 'confirm' }))
    expect(next).toMatchObject({ lastConfirmed: '2021-06-01', keepUntil: '2023-06-01' })
    expect(apply(next, { does: 'confirm' })).toEqual({ ok: false, code: 'nothing-changed' })
  })

  it('forgets the person and the deputy who left, and keeps the role', () => {
    const next = mustBe(apply(aContact({ key: 'trust/nurse' }), { does: 'left', why: 'Retired' }))
    expect(next).toMatchObject({ role: 'Designated safeguarding nurse', vacantSince: '2021-06-01' })
    expect(JSON.stringify(next)).not.toMatch(/Celia|nurse@partner|Dev Ray|deputy@/)
    expect(apply(next, { does: 'left', why: 'Again' })).toEqual({ ok: false, code: 'already-vacant' })
    expect(apply(next, { does: 'confirm' })).toEqual({ ok: false, code: 'is-vacant' })
  })

  it('asks how it is known that somebody left', () => {
    expect(apply(aContact(), { does: 'left', why: ' ' })).toEqual({ ok: false, code: 'no-why' })
  })

  it('is held again when somebody follows', () => {
    const vacant = aContact({ name: '', address: '', vacantSince: '2021-05-01', keepUntil: null })
    const words = { ...wordsOf(vacant), name: 'Nel Follows', address: 'nel@partner.example' }
    expect(mustBe(apply(vacant, { does: 'change', words, why: '' }))).toMatchObject({
      vacantSince: null,
      keepUntil: '2023-06-01',
      history: [{ does: 'joined' }],
    })
  })

  it('is not changed by the same words', () => {
    const words = wordsOf(aContact())
    expect(apply(aContact(), { does: 'change', words, why: '' })).toEqual({
      ok: false,
      code: 'nothing-changed',
    })
  })
})
