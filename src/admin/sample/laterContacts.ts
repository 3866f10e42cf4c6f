import type { Contact } from '../../domain/contact.ts'
import { sampleContact } from './contact.ts'
import { inviteeRoles } from './inviteeRoles.ts'
import { areas } from './partnerAreas.ts'

const { camdenAndIslington, southWest, southEast } = areas

/**
 * Partners who came into the directory after the exercises were planned, so that filling an exercise finds them. Some
 * are as directories are: asked too long ago, entered twice, vacant, over their date, or of a body that is no more.
 */
export const laterContacts: readonly Contact[] = [
  sampleContact(
    'designated.doctor@northcentral-icb.example',
    'Dr Yusuf Halloran',
    'North Central Integrated Care Board',
    inviteeRoles.doctor,
    camdenAndIslington,
    { lastConfirmed: '2021-05-20' },
  ),
  sampleContact(
    'safeguarding@southeast-icb.example',
    'Winifred Osei',
    'South East Integrated Care Board',
    inviteeRoles.careBoard,
    southEast,
    {
      lastConfirmed: '2021-05-11',
      deputyName: 'Callum Reyes',
      deputyAddress: 'callum.reyes@southeast-icb.example',
    },
  ),
  // The last word on this one is more than a year old.
  sampleContact(
    'designated.nurse@southeast-icb.example',
    'Noor Castellan',
    'South East Integrated Care Board',
    inviteeRoles.nurse,
    southEast,
    { lastConfirmed: '2020-03-09' },
  ),
  // The same person, entered a second time from an old list.
  sampleContact(
    'n.castellan@southeast-icb.example',
    'Castellan, Noor',
    'NHS South East Integrated Care Board',
    inviteeRoles.nurse,
    ['Southwark'],
    { lastConfirmed: '2020-11-30' },
  ),
  // A clinical commissioning group, as people still write it.
  sampleContact(
    'safeguarding@enfield-ccg.example',
    'Lionel Marchetti',
    'Enfield CCG',
    'CCG Executive Director (Safeguarding)',
    ['Enfield'],
    { lastConfirmed: '2021-02-15' },
  ),
  sampleContact(
    'chief.nurse@wandsworth-hospital.example',
    'Adaeze Nwosu',
    'Wandsworth Hospital NHS Trust',
    inviteeRoles.trustNursing,
    southWest,
    { headquarters: ['Wandsworth'] },
  ),
  // The trust serves the unit, and its headquarters are outside London.
  sampleContact(
    'chief.nurse@surrey-hospitals.example',
    'Fergus Keane',
    'Surrey Hospitals NHS Trust',
    inviteeRoles.trustNursing,
    ['Kingston upon Thames'],
    { headquarters: ['Surrey'] },
  ),
  sampleContact('', '', 'Lambeth Council', inviteeRoles.publicHealth, ['Lambeth'], {
    key: 'lambeth-council/local-authority-director-of-public-health',
    vacantSince: '2021-04-30',
    keepUntil: null,
  }),
  // Kept too long: nobody has confirmed it for more than two years.
  sampleContact(
    'public.health@merton.example',
    'Dr Rupert Vane',
    'Merton Council',
    inviteeRoles.publicHealth,
    ['Merton'],
    { lastConfirmed: '2019-03-04' },
  ),
  sampleContact(
    'childrens.services@islington.example',
    'Saoirse Bellamy',
    'Islington Council',
    'Director of Children’s Services',
    ['Islington'],
    { sector: "children's services", lastConfirmed: '2021-05-24' },
  ),
  sampleContact(
    'adult.care@camden.example',
    'Hamish Delacroix',
    'Camden Council',
    'Director of Adult Social Services',
    ['Camden'],
    { sector: 'adult services', lastConfirmed: '2021-05-24' },
  ),
]
