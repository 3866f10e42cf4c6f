import type { Contact } from '../../domain/contact.ts'
import { sampleContact } from './contact.ts'
import { inviteeRoles } from './inviteeRoles.ts'
import { laterContacts } from './laterContacts.ts'
import { areas } from './partnerAreas.ts'

const { camdenAndIslington, northWest, southWest, southEast, london } = areas

/**
 * Partners whom the first planning of the sample's exercises found, with invented names and addresses that lead
 * nowhere.
 */
export const plannedContacts: readonly Contact[] = [
  sampleContact(
    'public.health@camden.example',
    'Dr Leila Farouk',
    'Camden and Islington Public Health',
    inviteeRoles.publicHealth,
    camdenAndIslington,
    { deputyName: 'Dr Ivo Sandell', deputyAddress: 'ivo.sandell@camden.example' },
  ),
  sampleContact(
    'safeguarding@northcentral-icb.example',
    'Moira Kessler',
    'North Central Integrated Care Board',
    inviteeRoles.careBoard,
    camdenAndIslington,
  ),
  sampleContact(
    'nursing@northcentral-icb.example',
    'Grace Adeyemi',
    'North Central Integrated Care Board',
    inviteeRoles.nurse,
    camdenAndIslington,
    { deputyName: 'Delphine Amara', deputyAddress: 'delphine.amara@northcentral-icb.example' },
  ),
  sampleContact(
    'chief.nurse@islington-hospital.example',
    'Patrick Doyle',
    'Islington Hospital NHS Trust',
    inviteeRoles.trustNursing,
    camdenAndIslington,
    { headquarters: ['Islington'] },
  ),
  sampleContact(
    'nursing.director@nhse-london.example',
    'Beatriz Lopes',
    'NHS England, London',
    inviteeRoles.nhseNursing,
    london,
  ),
  sampleContact(
    'medical.director@nhse-london.example',
    'Dr Simon Achterberg',
    'NHS England, London',
    inviteeRoles.nhseMedical,
    london,
  ),
  sampleContact(
    'quality@nhsi-london.example',
    'Hannah Birch',
    'NHS Improvement, London',
    inviteeRoles.quality,
    london,
    { lastConfirmed: '2021-01-18' },
  ),
  sampleContact(
    'public.health@harrow.example',
    'Dr Vikram Joshi',
    'Harrow Council',
    inviteeRoles.publicHealth,
    northWest,
    { lastConfirmed: '2020-02-03' },
  ),
  sampleContact(
    'safeguarding@northwest-icb.example',
    'Rosalind Peake',
    'North West Integrated Care Board',
    inviteeRoles.careBoard,
    northWest,
  ),
  sampleContact(
    'public.health@richmond.example',
    'Dr Anna Thorne',
    'Richmond Council',
    inviteeRoles.publicHealth,
    southWest,
  ),
  sampleContact(
    'designated.doctor@southwest-icb.example',
    'Dr Owen Pritchard',
    'South West Integrated Care Board',
    inviteeRoles.doctor,
    southWest,
  ),
  sampleContact(
    'designated.nurse@southwest-icb.example',
    'Celia Marsh',
    'South West Integrated Care Board',
    inviteeRoles.nurse,
    southWest,
  ),
  sampleContact(
    'public.health@southwark.example',
    'Dr Ngozi Eze',
    'Southwark Council',
    inviteeRoles.publicHealth,
    southEast,
    { deputyName: 'Tobias Lindqvist', deputyAddress: 'tobias.lindqvist@southwark.example' },
  ),
  sampleContact(
    'chief.nurse@lambeth-hospital.example',
    'Martin Sowerby',
    'Lambeth Hospital NHS Trust',
    inviteeRoles.trustNursing,
    southEast,
    { headquarters: ['Lambeth'] },
  ),
]

/** The whole directory of the sample: also what has come in since, and what is to be put right in it. */
export const sampleContacts: readonly Contact[] = [...plannedContacts, ...laterContacts]
