import type { Booker } from '../../domain/bookingLadder.ts'

/** Somebody of a partner who takes part in courses, with an invented name and an address that leads nowhere. */
export type SamplePartner = Pick<Booker, 'personName' | 'address' | 'organisation' | 'borough'>

/** What the force is called where places are counted by agency. */
export const force = 'Thameside Police'

const agencies: readonly (readonly [organisation: string, borough: string, domain: string, names: string])[] =
  [
    [
      'Camden Council',
      'Camden',
      'camden.example',
      'Alice Brennan, Marcus Idowu, Sunita Rao, Declan Hughes, Yusuf Demir, Karen Whitlock',
    ],
    [
      'Islington Council',
      'Islington',
      'islington.example',
      'Bella Osei, Tomasz Nowak, Jean Abbott, Ravi Menon, Hana Sato',
    ],
    [
      'Lambeth Council',
      'Lambeth',
      'lambeth.example',
      'Chloe Martin, Femi Balogun, Ines Duarte, George Pratt, Lucy Fenn',
    ],
    [
      'Southwark Council',
      'Southwark',
      'southwark.example',
      'Dawn Ellis, Kwame Boateng, Rosa Marino, Ian Strand',
    ],
    ['Hackney Council', 'Hackney', 'hackney.example', 'Esther Cohen, Paul Rigby, Leyla Aydin'],
    [
      'North Central Integrated Care Board',
      '',
      'northcentral-icb.example',
      'Anita Shah, Philip Crane, Nkechi Uche, Sarah Lindqvist',
    ],
    [
      'Islington Hospital NHS Trust',
      'Islington',
      'islington-hospital.example',
      'Maria Keane, Olu Adebayo, Fay Brook',
    ],
    ['Camden Schools Partnership', 'Camden', 'camden-schools.example', 'Helen Marsh, Zoe Palmer, Amit Joshi'],
  ]

/** Partners' staff who take part in the shared courses. */
export const samplePartners: readonly SamplePartner[] = agencies.flatMap(
  ([organisation, borough, domain, names]) =>
    names.split(', ').map((personName) => ({
      ...{ personName, organisation, borough },
      address: `${personName.toLowerCase().replace(/[^a-z]+/g, '.')}@${domain}`,
    })),
)

/** Officers and staff with an account who take part, by the first part of their address. */
export const sampleOfficers: readonly string[] = [
  'gareth.lloyd',
  'fiona.grant',
  'susan.achebe',
  'erin.walsh',
  'nadia.rahman',
  'priya.nair',
  'joanna.price',
  'daniel.okafor',
  'mark.ellery',
  'oliver.webb',
  'chen.wei',
]

/** Who books for the people of partners that have no account. */
export const sampleBookFor: readonly (readonly [address: string, agency: string])[] = [
  ['nadia.rahman@thameside.example', 'Camden Council'],
  ['nadia.rahman@thameside.example', 'Islington Council'],
]
