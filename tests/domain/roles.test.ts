import { mayInvite, mayManage, readRoles } from '../../src/domain/roles.ts'
import { officer } from '../support/register.ts'

test.each([
  ['one of ours', ['FollowThrough.Secretary'], ['Secretary']],
  ['ours among others', ['Other.Reader', 'FollowThrough.Coordinator'], ['Coordinator']],
  [
    'several, in a fixed order',
    ['FollowThrough.Administrator', 'FollowThrough.Coordinator'],
    ['Coordinator', 'Administrator'],
  ],
  ['another product’s role of the same name', ['Other.Secretary', 'Secretary'], []],
  ['none', [], []],
  ['no claim', undefined, []],
  ['a claim that is no list', 'FollowThrough.Secretary', []],
])('reads the roles of a token: %s', (_what, claim, roles) => expect(readRoles(claim)).toEqual(roles))

test.each([
  [[], false, false],
  [['Coordinator'], false, true],
  [['Secretary'], true, false],
  [['Administrator'], true, true],
  [['Coordinator', 'Secretary'], true, true],
] as const)('with the roles %p: manages the register %p, invites %p', (roles, manages, invites) => {
  expect(mayManage({ ...officer, roles })).toBe(manages)
  expect(mayInvite({ ...officer, roles })).toBe(invites)
})
