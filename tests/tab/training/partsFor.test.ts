import type { AppRole } from '../../../src/domain/roles.ts'
import { partsFor } from '../../../src/tab/features/training/trainingPlace.ts'

const person = (...roles: readonly AppRole[]) => ({ objectId: '', name: '', signInName: '', roles })
const ofEverybody = ['mine', 'catalogue', 'runs', 'venues', 'cover']

test.each<[string, AppRole[], string[]]>([
  ['an officer', [], []],
  ['the board secretary, who answers requests for information', ['Secretary'], ['information']],
  ['a coordinator', ['Coordinator'], ['completions', 'information']],
  ['an administrator', ['Administrator'], ['completions', 'information']],
])('%s is shown the parts of Training that are of use', (_who, roles, more) => {
  expect(partsFor(person(...roles), 'mine')).toEqual([...ofEverybody, ...more])
})

test('a part that a link has opened has its tab, whoever follows it', () => {
  expect(partsFor(person(), 'completions')).toEqual([...ofEverybody, 'completions'])
})
