import type { Exercise, Invitee } from '../../src/domain/exercise.ts'
import { unplanned } from '../../src/domain/exercisePlan.ts'

const roles = [
  'Borough Commander',
  'Superintendent',
  'Director of Public Health',
  'Safeguarding Doctor',
  'Nurse',
]

/** One exercise with so many people on its roster; no two share a unit or a key. */
export function exerciseOf(force: number, index: number, people: number, mailbox: string): Exercise {
  const date = new Date(Date.UTC(2022, 0, 5 + 7 * index)).toISOString().slice(0, 10)
  const unit = `Unit ${index + 1} of Force ${force + 1}`
  return {
    ...unplanned,
    key: `spase-${force}-${index}`,
    type: 'SPASE',
    unit,
    boroughs: [unit],
    date,
    start: '09:30',
    end: '16:30',
    venue: 'Hydra Suite',
    roomAddress: 'hydra.suite@force.example',
    internalNote: 'Ask finance about lunch.',
    agenda: '09:30 Welcome\n10:00 First scenario\n13:00 Second scenario\n16:00 What we take home',
    joining: 'Parking at the gate. Bring your warrant card or a letter from your organisation.',
    mailbox,
    invitees: Array.from({ length: people }, (_, at) => inviteeOf(force, index, at)),
    invitation: null,
    history: [],
  }
}

function inviteeOf(force: number, index: number, at: number): Invitee {
  return {
    role: `${roles[at % roles.length]} ${Math.floor(at / roles.length) + 1}`,
    organisation: at % 2 === 0 ? 'Force' : 'Partner',
    side: at % 2 === 0 ? 'police' : 'partner',
    required: at % 3 !== 0,
    state: 'known',
    name: `Person ${at + 1}`,
    address: `person${at + 1}.unit${index}@force${force}.example`,
    response: 'none',
  }
}
