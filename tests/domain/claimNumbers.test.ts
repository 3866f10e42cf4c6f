import { type ClaimNumbers, joinClaims, readClaim } from '../../src/domain/claimNumbers.ts'

type Given = Partial<Omit<ClaimNumbers, 'kinds'>>
const nothing = {
  total: null,
  forForce: null,
  complete: null,
  closed: null,
  open: null,
  subdivided: false,
  isAllComplete: false,
}

it.each<[string, Given]>([
  ['There are 7 actions for the force, being considered at present.', { forForce: 7, open: 7 }],
  ['No actions are for the force.', { forForce: 0 }],
  ['12 recommendations, 3 of which are for forces.', { total: 12, forForce: 3 }],
  [
    '9 for the force, 4 are completed, 2 closed [overtaken] and 3 in progress.',
    { forForce: 9, complete: 4, closed: 2, open: 3 },
  ],
  ['5 recommendations for the force, all complete.', { forForce: 5, complete: 5 }],
  ['5 recommendations for the force, all in progress.', { forForce: 5, open: 5 }],
  ['The force has completed 3 actions, 1 is closed.', { complete: 3, closed: 1 }],
  ['We completed 3 and closed 1 because it was overtaken.', { complete: 3, closed: 1 }],
  ['3 are completed 1 closed.', { complete: 3, closed: 1 }],
  ['3 recommendations are complete 2 in progress.', { complete: 3, open: 2 }],
  [
    '2 recommendations [complete] and 4 areas for improvement for the force to be progressed.',
    { forForce: 6, complete: 2, open: 4 },
  ],
  ['4 of the 5 for the force are complete.', { complete: 4, forForce: 5 }],
  [
    '8 are for the force and 6 of these are complete, 2 can now be progressed.',
    { forForce: 8, complete: 6, open: 2 },
  ],
  ['2 are complete, 1 pending input from the College of Policing.', { complete: 2, open: 1 }],
  ['3 complete, 1 is held at WHITE.', { complete: 3, open: 1 }],
  ['two recommendations apply to the force and one is complete.', { forForce: 2, complete: 1 }],
  ['6 recommendations, 1 sub-divided and are complete.', { total: 6, complete: 1, subdivided: true }],
  ['This report was published on 22nd March 2017.', {}],
  ['On 3 May 2021 the board met.', {}],
  ['The 2019/20 report and Circular 1/2007 are complete.', {}],
])('%s', (sentence, given) => {
  const { kinds: _kinds, ...read } = readClaim(sentence)
  expect(read).toEqual({ ...nothing, ...given })
})

it('counts by kind where the sentence does', () => {
  const { kinds } = readClaim('1 recommendation and 20 areas for improvement for the force, all complete.')
  expect(kinds).toEqual({ recommendation: 1, 'area-for-improvement': 20 })
})

it('reads an aside for nothing but what it says of the number before it', () => {
  expect(readClaim('4 are for the force [1 in part].').forForce).toBe(4)
  expect(readClaim('2 are in progress [Home Office leads on 1].').open).toBe(2)
})

it('joins sentences: each number from the first that gives it', () => {
  const joined = joinClaims([
    readClaim('20 recommendations, 5 of which are for the force.'),
    readClaim('4 are complete, 1 in progress.'),
  ])
  expect(joined).toMatchObject({ total: 20, forForce: 5, complete: 4, open: 1, closed: null })
})
