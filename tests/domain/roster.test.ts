import type { Contact } from '../../src/domain/contact.ts'
import type { Exercise, Invitee } from '../../src/domain/exercise.ts'
import { firstRules } from '../../src/domain/partnerDirectory.ts'
import type { Post } from '../../src/domain/post.ts'
import { plainRole, type RoleTemplate } from '../../src/domain/roleTemplate.ts'
import { proposeRoster } from '../../src/domain/roster.ts'
import { aContact } from '../support/directory.ts'
import { anInvitee } from '../support/exercises.ts'

const today = '2021-06-01'
const commander: RoleTemplate = {
  ...plainRole('Borough Commander', 'police', 'police'),
  ...{ required: true, panel: true },
}
const superintendents: RoleTemplate = {
  ...plainRole('Superintendent', 'police', 'police'),
  ...{ required: true, each: true, alsoCalled: ['Temporary Superintendent'] },
}
const nurse: RoleTemplate = {
  ...plainRole('Designated safeguarding nurse', 'partner', 'health'),
  required: true,
}
const nurses: RoleTemplate = { ...nurse, each: true }
const trust: RoleTemplate = {
  ...plainRole('Director of Nursing', 'partner', 'health'),
  ...{ each: true, condition: 'headquarters-in-unit' },
}

const person = (name: string) => ({ objectId: name, name, address: `${name}@thameside.example` })
function aPost(title: string, changes: Partial<Post> = {}): Post {
  const unit = 'Camden & Islington'
  return { key: title, title, unit, holder: person('holder'), deputy: null, headOfUnit: null, ...changes }
}

interface Scene {
  readonly contacts?: readonly Contact[]
  readonly posts?: readonly Post[]
  readonly invitees?: readonly Invitee[]
  readonly exercise?: Partial<Exercise>
}

function propose(roles: readonly RoleTemplate[], scene: Scene = {}) {
  const { contacts = [], posts = [], invitees = [], exercise = {} } = scene
  return proposeRoster({
    roles,
    exercise: {
      unit: 'Camden and Islington',
      boroughs: ['Camden', 'Islington'],
      invitees,
      ...exercise,
    },
    directory: { contacts, rules: firstRules, today },
    posts,
    force: 'Thameside Police',
  })
}
const seatsOf = (...args: Parameters<typeof propose>) => propose(...args).seats
const shortOf = (...args: Parameters<typeof propose>) =>
  seatsOf(...args).map(({ invitee, reason, change }) => [
    invitee.state,
    invitee.name || invitee.organisation,
    reason.code,
    change,
  ])

describe('a police role', () => {
  it('is held by whoever holds the post of the unit now, by object id', () => {
    const [seat] = seatsOf([commander], { posts: [aPost('Borough Commander, Camden and Islington')] })
    expect(seat).toMatchObject({
      invitee: { state: 'known', name: 'holder', personRef: 'holder', panel: true, sector: 'police' },
      reason: { code: 'holds-post', post: 'Borough Commander, Camden and Islington' },
    })
  })

  it('falls to the deputy of a vacant post, and is vacant without one', () => {
    const deputised = aPost('Borough Commander', { holder: null, deputy: person('deputy') })
    expect(shortOf([commander], { posts: [deputised] })).toEqual([
      ['known', 'deputy', 'deputy-of-vacant-post', 'new'],
    ])
    expect(shortOf([commander], { posts: [aPost('Borough Commander', { holder: null })] })).toEqual([
      ['vacant', 'Thameside Police', 'post-vacant', 'new'],
    ])
  })

  it('is unknown where the unit has no such post, also when another unit has', () => {
    const elsewhere = aPost('Borough Commander', { unit: 'Lambeth and Southwark' })
    expect(shortOf([commander], { posts: [elsewhere] })).toEqual([
      ['unknown', 'Thameside Police', 'no-such-post', 'new'],
    ])
  })

  it('asks every superintendent in each portfolio, temporary ones too, and no chief superintendent', () => {
    const posts = [
      aPost('Superintendent, Response'),
      aPost('T/Superintendent, Neighbourhoods', { holder: person('temporary') }),
      aPost('Detective Superintendent, Crime', { holder: null }),
      aPost('Chief Superintendent'),
    ]
    expect(shortOf([superintendents], { posts }).map(([state]) => state)).toEqual([
      'known',
      'known',
      'vacant',
    ])
  })
})

describe('a partner role', () => {
  it('is held by a contact who serves a borough of the unit or the whole of London', () => {
    const wide = aContact({ key: 'wide', boroughs: [], address: 'w@x.example', name: 'Wide' })
    const other = aContact({ key: 'other', boroughs: ['Barnet'] })
    expect(shortOf([nurse], { contacts: [other] })).toEqual([
      ['unknown', 'Camden, Islington', 'nobody-known', 'new'],
    ])
    expect(shortOf([nurse], { contacts: [other, wide] })).toEqual([['known', 'Wide', 'serves', 'new']])
  })

  it('offers the others for the one place, those to be trusted first', () => {
    const contacts = [
      aContact({ key: 'stale', name: 'Stale', address: 's@x.example', lastConfirmed: '2020-01-01' }),
      aContact({ key: 'ccg', name: 'Ex', address: 'e@x.example', organisation: 'Camden CCG' }),
      aContact({ key: 'good', name: 'Good', address: 'g@x.example' }),
      aContact({ key: 'empty', name: '', address: '', deputyAddress: '', vacantSince: '2021-05-01' }),
    ]
    const [seat] = seatsOf([nurse], { contacts })
    expect(seat?.invitee.name).toBe('Good')
    expect(seat?.others.map(({ invitee }) => invitee.name)).toEqual(['Stale', 'Ex', ''])
    expect(seat?.others.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
      ['stale'],
      ['replaced-body'],
      [],
    ])
  })

  it('has a place for each body, and one that is unknown for the boroughs nobody serves', () => {
    const contacts = [
      aContact({ key: 'a', organisation: 'One', boroughs: ['Camden'] }),
      aContact({
        key: 'b',
        organisation: 'Two',
        boroughs: ['Camden'],
        name: 'Second',
        address: 'b@x.example',
      }),
    ]
    expect(shortOf([nurses], { contacts })).toEqual([
      ['known', 'Celia Marsh', 'serves', 'new'],
      ['known', 'Second', 'serves', 'new'],
      ['unknown', 'Islington', 'nobody-known', 'new'],
    ])
  })

  it('has no open place where two bodies serve every borough between them', () => {
    const contacts = [
      aContact({ key: 'a', organisation: 'One', boroughs: ['Camden'] }),
      aContact({ key: 'b', organisation: 'Two', boroughs: ['Islington'], address: 'b@x.example' }),
    ]
    expect(seatsOf([nurses], { contacts }).every(({ invitee }) => invitee.state === 'known')).toBe(true)
  })

  it('falls to the deputy where the role is vacant', () => {
    const vacant = aContact({ name: '', address: '', vacantSince: '2021-05-01' })
    expect(shortOf([nurse], { contacts: [vacant] })).toEqual([['known', 'Dev Ray', 'deputy-at', 'new']])
    expect(shortOf([nurse], { contacts: [{ ...vacant, deputyAddress: '' }] })).toEqual([
      ['vacant', 'Partner Trust', 'vacant-at', 'new'],
    ])
  })

  it('asks nobody whose entry is over its date, and still does on the day itself', () => {
    const old = aContact({ keepUntil: '2021-05-31' })
    const proposal = propose([nurse], { contacts: [old] })
    expect(proposal.seats[0]?.invitee.state).toBe('unknown')
    expect(proposal.leftOut.map(({ code }) => code)).toEqual(['past-retention'])
    expect(seatsOf([nurse], { contacts: [aContact({ keepUntil: today })] })[0]?.invitee.state).toBe('known')
  })

  it('says that an entry of a replaced body was replaced, and asks its person all the same', () => {
    const [seat] = seatsOf([nurse], { contacts: [aContact({ organisation: 'Camden CCG' })] })
    expect(seat?.warnings).toEqual([
      expect.objectContaining({
        code: 'replaced-body',
        successor: expect.objectContaining({ becomes: 'North Central London Integrated Care Board' }),
      }),
    ])
  })
})

describe('a role that is asked for only with headquarters in the area', () => {
  const chiefNurse = (headquarters: readonly string[]) =>
    aContact({ role: 'Director of Nursing', boroughs: ['Camden'], headquarters })

  it.each([
    ['in the area', ['Islington'], ['known'], []],
    ['elsewhere', ['Barnet'], [], ['headquarters-elsewhere', 'no-headquarters-here']],
    ['not known', [], [], ['headquarters-not-known', 'no-headquarters-here']],
  ])('%s', (_where, headquarters, states, leftOut) => {
    const proposal = propose([trust], { contacts: [chiefNurse(headquarters)] })
    expect(proposal.seats.map(({ invitee }) => invitee.state)).toEqual(states)
    expect(proposal.leftOut.map(({ code }) => code)).toEqual(leftOut)
  })

  it('keeps whoever was left out at hand, to be asked all the same', () => {
    const { leftOut } = propose([trust], { contacts: [chiefNurse(['Barnet'])] })
    expect(leftOut[0]?.invitee).toMatchObject({ name: 'Celia Marsh', state: 'known' })
  })
})

describe('filling an exercise that has people already', () => {
  const there = (changes: Partial<Invitee>) =>
    anInvitee({ role: nurse.role, side: 'partner', organisation: 'Partner Trust', ...changes })

  it('changes nothing for a person who is there, and keeps the answer', () => {
    const invitees = [there({ address: 'NURSE@partner.example', response: 'tentative' })]
    const [seat] = seatsOf([nurse], { contacts: [aContact()], invitees })
    expect(seat).toMatchObject({
      change: 'same',
      invitee: { response: 'tentative', personRef: 'nurse@partner.example' },
    })
  })

  it('fills a place that nobody holds', () => {
    const invitees = [there({ state: 'unknown', name: '', address: '' })]
    expect(shortOf([nurse], { contacts: [aContact()], invitees })).toEqual([
      ['known', 'Celia Marsh', 'serves', 'changed'],
    ])
  })

  it('replaces somebody of the directory who no longer holds the role', () => {
    const left = aContact({
      key: 'left',
      name: '',
      address: '',
      deputyAddress: '',
      vacantSince: '2021-05-01',
    })
    const invitees = [there({ personRef: 'left', address: 'gone@x.example', name: 'Gone' })]
    const [seat] = seatsOf([nurse], { contacts: [left, aContact()], invitees })
    expect(seat).toMatchObject({
      change: 'changed',
      invitee: { name: 'Celia Marsh' },
      before: { name: 'Gone' },
    })
  })

  it.each([
    ['has accepted', { response: 'accepted' }, 'kept-answer'],
    ['has declined', { response: 'declined' }, 'kept-answer'],
    ['was put there by hand', {}, 'kept-by-hand'],
  ] as const)('moves nobody who %s, and offers the other beside', (_what, changes, reason) => {
    const invitees = [there({ address: 'by.hand@x.example', name: 'By Hand', ...changes })]
    const [seat] = seatsOf([nurse], { contacts: [aContact()], invitees })
    expect(seat).toMatchObject({ change: 'kept', invitee: { name: 'By Hand' }, reason: { code: reason } })
    expect(seat?.others[0]?.invitee.name).toBe('Celia Marsh')
  })

  it('keeps roles that the template does not know, and drops empty places it no longer needs', () => {
    const invitees = [
      anInvitee({ role: 'Observer', side: 'partner', name: 'Olga Obs' }),
      there({ address: 'nurse@partner.example' }),
      there({ state: 'vacant', name: '', address: '' }),
    ]
    expect(
      shortOf([nurse], { contacts: [aContact()], invitees }).map(([, name, , change]) => [name, change]),
    ).toEqual([
      ['Celia Marsh', 'same'],
      ['Olga Obs', 'kept'],
      ['Partner Trust', 'dropped'],
    ])
  })

  it('says of a person in two roles that they are here twice', () => {
    const both = aContact({ key: 'both', role: 'Director of Nursing', headquarters: ['Camden'] })
    const seats = seatsOf([nurse, trust], { contacts: [aContact(), both] })
    expect(seats.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([[], ['sits-twice']])
  })
})
