import type { Contact } from '../../domain/contact.ts'
import { inviteeRoles } from './inviteeRoles.ts'

const camdenAndIslington = ['Camden', 'Islington']
const northWest = ['Harrow', 'Brent', 'Barnet']
const southWest = ['Richmond upon Thames', 'Kingston upon Thames', 'Wandsworth', 'Merton']
const southEast = ['Lambeth', 'Southwark']
const wholeOfLondon: readonly string[] = []

/**
 * Partners outside the force, with invented names and addresses that lead nowhere. A contact without boroughs serves
 * the whole of London.
 */
export const sampleContacts: readonly Contact[] = [
  contact(
    'public.health@camden.example',
    'Dr Leila Farouk',
    'Camden and Islington Public Health',
    inviteeRoles.publicHealth,
    camdenAndIslington,
  ),
  contact(
    'safeguarding@northcentral-icb.example',
    'Moira Kessler',
    'North Central Integrated Care Board',
    inviteeRoles.careBoard,
    camdenAndIslington,
  ),
  contact(
    'nursing@northcentral-icb.example',
    'Grace Adeyemi',
    'North Central Integrated Care Board',
    inviteeRoles.nurse,
    camdenAndIslington,
  ),
  contact(
    'chief.nurse@islington-hospital.example',
    'Patrick Doyle',
    'Islington Hospital NHS Trust',
    inviteeRoles.trustNursing,
    camdenAndIslington,
  ),
  contact(
    'nursing.director@nhse-london.example',
    'Beatriz Lopes',
    'NHS England, London',
    inviteeRoles.nhseNursing,
    wholeOfLondon,
  ),
  contact(
    'medical.director@nhse-london.example',
    'Dr Simon Achterberg',
    'NHS England, London',
    inviteeRoles.nhseMedical,
    wholeOfLondon,
  ),
  contact(
    'quality@nhsi-london.example',
    'Hannah Birch',
    'NHS Improvement, London',
    inviteeRoles.quality,
    wholeOfLondon,
  ),
  contact(
    'public.health@harrow.example',
    'Dr Vikram Joshi',
    'Harrow Council',
    inviteeRoles.publicHealth,
    northWest,
  ),
  contact(
    'safeguarding@northwest-icb.example',
    'Rosalind Peake',
    'North West Integrated Care Board',
    inviteeRoles.careBoard,
    northWest,
  ),
  contact(
    'public.health@richmond.example',
    'Dr Anna Thorne',
    'Richmond Council',
    inviteeRoles.publicHealth,
    southWest,
  ),
  contact(
    'designated.doctor@southwest-icb.example',
    'Dr Owen Pritchard',
    'South West Integrated Care Board',
    inviteeRoles.doctor,
    southWest,
  ),
  contact(
    'designated.nurse@southwest-icb.example',
    'Celia Marsh',
    'South West Integrated Care Board',
    inviteeRoles.nurse,
    southWest,
  ),
  contact(
    'public.health@southwark.example',
    'Dr Ngozi Eze',
    'Southwark Council',
    inviteeRoles.publicHealth,
    southEast,
  ),
  contact(
    'chief.nurse@lambeth-hospital.example',
    'Martin Sowerby',
    'Lambeth Hospital NHS Trust',
    inviteeRoles.trustNursing,
    southEast,
  ),
]

function contact(
  address: string,
  name: string,
  organisation: string,
  role: string,
  boroughs: readonly string[],
): Contact {
  return { key: address, organisation, role, name, address, boroughs }
}
