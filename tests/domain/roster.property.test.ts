import fc from 'fast-check'
import { londonBoroughs } from '../../src/domain/boroughs.ts'
import type { Contact } from '../../src/domain/contact.ts'
import type { Invitee } from '../../src/domain/exercise.ts'
import { responses } from '../../src/domain/exercise.ts'
import { firstRules } from '../../src/domain/partnerDirectory.ts'
import { proposeRoster } from '../../src/domain/roster.ts'
import { chosenRoster } from '../../src/domain/rosterEdits.ts'
import { spaseRoles } from '../../src/domain/spaseRoles.ts'
import { aContact } from '../support/directory.ts'
import { anInvitee } from '../support/exercises.ts'

const boroughNames = londonBoroughs.map(({ name }) => name)
const someBoroughs = fc.uniqueArray(fc.constantFrom(...boroughNames), { minLength: 1, maxLength: 4 })
const partnerRoles = spaseRoles.filter(({ side }) => side === 'partner').map(({ role }) => role)
const awkward = fc.constantFrom('A and B', 'O’Brien & Sons, "Ltd"', '<b>x</b>', 'Müller', '')

const contact: fc.Arbitrary<Contact> = fc
  .record({
    number: fc.nat(30),
    name: awkward,
    organisation: awkward,
    role: fc.constantFrom(...partnerRoles, 'Observer'),
    boroughs: fc.oneof(someBoroughs, fc.constant([])),
    headquarters: fc.oneof(someBoroughs, fc.constant([])),
    lastConfirmed: fc.constantFrom(null, '2019-01-01', '2021-05-01'),
    keepUntil: fc.constantFrom(null, '2021-05-31', '2021-06-01'),
    vacant: fc.boolean(),
  })
  .map(({ number, vacant, name, ...facts }) => {
    const address = `person${number}@x.example`
    return aContact({
      ...facts,
      key: `${address} ${facts.role}`,
      name: vacant ? '' : name || 'Somebody',
      address: vacant ? '' : address,
      vacantSince: vacant ? '2021-05-01' : null,
    })
  })
const invitee: fc.Arbitrary<Invitee> = fc
  .record({
    number: fc.nat(30),
    role: fc.constantFrom(...partnerRoles, 'Observer'),
    response: fc.constantFrom(...responses),
    held: fc.boolean(),
  })
  .map(({ number, role, response, held }) =>
    anInvitee({
      ...{ role, side: 'partner', state: held ? 'known' : 'unknown' },
      ...{ name: held ? `Person ${number}` : '', address: held ? `person${number}@x.example` : '' },
      response: held ? response : 'none',
    }),
  )

const scene = fc.record({
  contacts: fc.uniqueArray(contact, { maxLength: 20, selector: ({ key }) => key }),
  invitees: fc.array(invitee, { maxLength: 8 }),
  boroughs: someBoroughs,
})

function propose({
  contacts,
  invitees,
  boroughs,
}: {
  contacts: Contact[]
  invitees: Invitee[]
  boroughs: string[]
}) {
  return proposeRoster({
    roles: spaseRoles,
    exercise: { unit: 'A unit', boroughs, invitees },
    directory: { contacts, rules: firstRules, today: '2021-06-01' },
    posts: [],
    force: 'Thameside Police',
  })
}

describe('whatever the directory and the people who are there', () => {
  it('nobody who has answered loses the place', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const chosen = chosenRoster(propose(given), new Map())
        for (const one of given.invitees.filter(({ response }) => response !== 'none')) {
          const kept = chosen.filter(
            ({ role, address, response }) =>
              role === one.role && address === one.address && response === one.response,
          )
          expect(kept.length).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('every place is held with a name and an address, or has neither', () => {
    fc.assert(
      fc.property(scene, (given) => {
        for (const { invitee } of propose(given).seats) {
          const held = invitee.state === 'known'
          expect([invitee.name !== '', invitee.address !== '']).toEqual([held, held])
        }
      }),
    )
  })

  it('taking a proposal and proposing again changes nothing', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const taken = chosenRoster(propose(given), new Map())
        const again = propose({ ...given, invitees: [...taken] })
        expect(again.seats.filter(({ change }) => change === 'new' || change === 'changed')).toEqual([])
        expect(chosenRoster(again, new Map())).toHaveLength(taken.length)
      }),
    )
  })
})
