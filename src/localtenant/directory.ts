import { MAIL_DOMAIN, SERVICE_MAILBOX } from './settings.ts'

export type AppRole = 'FollowThrough.Coordinator' | 'FollowThrough.Secretary' | 'FollowThrough.Administrator'
/** What a person may do on the site by membership alone. */
export type SiteMembership = 'none' | 'member' | 'owner'

export interface Person {
  readonly id: string
  readonly userPrincipalName: string
  readonly mail: string
  readonly displayName: string
  readonly givenName: string
  readonly surname: string
  readonly jobTitle: string
  readonly appRoles: readonly AppRole[]
  readonly site: SiteMembership
  /** Whether the Teams app is installed for this person in a tenant that has just begun. */
  readonly teamsAppAtFirst: boolean
}

/** An address with a calendar and an inbox that nobody signs in to. */
export interface SharedMailbox {
  readonly id: string
  readonly userPrincipalName: string
  readonly mail: string
  readonly displayName: string
}

/** A mailbox that some people may work in; Exchange keeps who. */
export interface DelegatedMailbox extends SharedMailbox {
  /** Entra object ids of those with full access. */
  readonly members: readonly string[]
}

export interface Room extends SharedMailbox {
  readonly building: string
  readonly capacity: number
}

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

type Differences = Partial<Pick<Person, 'appRoles' | 'site' | 'teamsAppAtFirst'>>

function person(number: number, name: string, jobTitle: string, differences: Differences = {}): Person {
  const [givenName = '', surname = ''] = name.split(' ')
  const mail = `${givenName}.${surname}@${MAIL_DOMAIN}`.toLowerCase()
  return {
    id: id(number),
    userPrincipalName: mail,
    mail,
    displayName: name,
    givenName,
    surname,
    jobTitle,
    appRoles: [],
    site: 'member',
    teamsAppAtFirst: true,
    ...differences,
  }
}

/** Everybody with an account at Thameside Police. */
export const people: readonly Person[] = [
  person(1, 'Amira Hassan', 'Sergeant, Response'),
  person(2, 'Daniel Okafor', 'T/Detective Chief Inspector, Crime'),
  person(3, 'Ruth Mbeki', 'Exercise and Training Coordinator', { appRoles: ['FollowThrough.Coordinator'] }),
  person(4, 'Helen Carver', 'Board Secretary, Strategic Development', {
    appRoles: ['FollowThrough.Secretary'],
  }),
  person(5, 'Tom Brandt', 'Systems Administrator', {
    appRoles: ['FollowThrough.Administrator'],
    site: 'owner',
  }),
  person(6, 'Priya Nair', 'Superintendent, Public Protection'),
  person(7, 'Gareth Lloyd', 'Inspector, Roads Policing'),
  person(8, 'Susan Achebe', 'Chief Inspector, Custody'),
  person(9, 'Joanna Price', 'Detective Superintendent, Professional Standards'),
  person(10, 'Mark Ellery', 'Superintendent, Uniformed Operations'),
  person(11, 'Fiona Grant', 'Detective Inspector, Public Protection'),
  person(12, 'Oliver Webb', 'Commander, Camden and Islington'),
  person(13, 'Nadia Rahman', 'T/Superintendent, Neighbourhoods, Camden and Islington'),
  person(14, 'Chen Wei', 'Head of Learning and Development'),
  person(15, 'Sam Porter', 'Contractor, Estates', { site: 'none' }),
  person(16, 'Erin Walsh', 'Inspector, Intelligence', { teamsAppAtFirst: false }),
]

/** The mailbox the product organises events and sends mail from. */
export const serviceMailbox: SharedMailbox = {
  id: id(90),
  userPrincipalName: SERVICE_MAILBOX,
  mail: SERVICE_MAILBOX,
  displayName: 'Follow-Through',
}

/** The exercise team's own mailbox: the coordinator and the administrator work in it. */
export const sharedMailboxes: readonly DelegatedMailbox[] = [
  {
    id: id(92),
    userPrincipalName: `exercises@${MAIL_DOMAIN}`,
    mail: `exercises@${MAIL_DOMAIN}`,
    displayName: 'Exercises, Thameside Police',
    members: [id(3), id(5)],
  },
]

export const rooms: readonly Room[] = [
  {
    id: id(91),
    userPrincipalName: `hydra.suite@${MAIL_DOMAIN}`,
    mail: `hydra.suite@${MAIL_DOMAIN}`,
    displayName: 'Hydra Suite',
    building: 'Training Centre',
    capacity: 40,
  },
]

/** A person by object id, principal name or mail address, in any case. */
export function findPerson(key: string): Person | undefined {
  const wanted = key.toLowerCase()
  return people.find((one) => one.id === wanted || one.userPrincipalName === wanted || one.mail === wanted)
}

/** Any mailbox of the tenant (person, service or room) by object id, principal name or address. */
export function findMailbox(key: string): SharedMailbox | undefined {
  const wanted = key.toLowerCase()
  const shared = [serviceMailbox, ...sharedMailboxes, ...rooms]
  return findPerson(key) ?? shared.find((one) => one.id === wanted || one.mail === wanted)
}
