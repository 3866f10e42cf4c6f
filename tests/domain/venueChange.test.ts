import { keyOfName } from '../../src/domain/keyOfName.ts'
import type { Venue } from '../../src/domain/venue.ts'
import {
  changeVenue,
  closeVenue,
  factsOfVenue,
  newVenue,
  type VenueFacts,
  type VenueRefusal,
} from '../../src/domain/venueChange.ts'
import { signedInAs, theCoordinator } from '../support/places.ts'

const made = { actor: theCoordinator, at: '2021-06-01T09:00:00.000Z', why: 'The lift is mended.' }
const hall: Venue = {
  ...{ key: 'hall', name: 'Hall', address: '1 Street', borough: 'Camden', capacity: 40, access: 'Stairs' },
  roomAddress: '',
}

test.each<[string, Partial<VenueFacts>, VenueRefusal | null]>([
  ['without a name', { name: ' ' }, 'no-name'],
  ['with room for nobody', { capacity: 0 }, 'no-capacity'],
  ['with room for one', { capacity: 1 }, null],
  ['with room for half a person more', { capacity: 1.5 }, 'no-capacity'],
  ['whose mailbox is none', { roomAddress: 'hall' }, 'room-address'],
  ['whose mailbox is one', { roomAddress: 'Hall@Thameside.example' }, null],
  ['as it is', {}, 'nothing-changed'],
])('a venue %s: %p gives %p', (_case, changes, code) => {
  const decided = changeVenue(hall, { ...factsOfVenue(hall), ...changes }, made)
  expect(decided.ok ? null : decided.code).toBe(code)
})

describe('a venue', () => {
  it('keeps what it said before, who changed it and why', () => {
    const changed = changeVenue(hall, { ...factsOfVenue(hall), access: 'Step-free' }, made)
    expect(changed).toMatchObject({
      ok: true,
      next: {
        access: 'Step-free',
        history: [{ from: 'Access: Stairs', to: 'Access: Step-free', why: made.why, by: 'Ruth Mbeki' }],
      },
    })
  })

  it('is changed, added and closed by coordinators alone', () => {
    const officer = { ...made, actor: signedInAs(1) }
    const refused = { ok: false, code: 'not-yours' }
    expect(changeVenue(hall, { ...factsOfVenue(hall), name: 'X' }, officer)).toEqual(refused)
    expect(newVenue(factsOfVenue(hall), officer)).toEqual(refused)
    expect(closeVenue(hall, true, officer)).toEqual(refused)
  })

  it('is closed once, with a reason, and opened again', () => {
    expect(closeVenue(hall, true, { ...made, why: '' })).toEqual({ ok: false, code: 'no-why' })
    const closed = closeVenue(hall, true, made)
    if (!closed.ok) throw new Error(closed.code)
    expect(closeVenue(closed.next, true, made)).toEqual({ ok: false, code: 'nothing-changed' })
    expect(closeVenue(closed.next, false, made)).toMatchObject({ ok: true, next: { closed: false } })
  })
})

test.each([
  ['Town Hall, Committee Room', 'town-hall-committee-room'],
  ["Children's Centre", 'childrens-centre'],
  ['Café Zürich', 'cafe-zurich'],
  ['…', 'venue'],
  [`${'long '.repeat(20)}name`, 'long-long-long-long-long-long-long-long-long-long-long-long'],
])('the key of %p is %p', (name, key) => {
  expect(keyOfName(name, 'venue')).toBe(key)
})
