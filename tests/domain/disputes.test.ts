import { decideDispute, noteDispute, raiseDispute } from '../../src/domain/disputes.ts'
import type { Person } from '../../src/domain/roles.ts'

const ruth: Person = { objectId: 'ruth', name: 'Ruth Mbeki', signInName: 'ruth@x', roles: ['Coordinator'] }
const at = '2021-06-01T09:00:00.000Z'
const made = { actor: ruth, at }
const given = { runKey: 'r', agencies: ['Camden', 'Islington', 'Camden'], note: 'Both want the last four.' }

function raised() {
  const decided = raiseDispute(given, made)
  if (!decided.ok) throw new Error(decided.code)
  return decided.next
}

it('is written down with who raised it', () => {
  expect(raised()).toMatchObject({ agencies: ['Camden', 'Islington'], raisedBy: 'Ruth Mbeki', decision: '' })
})

it.each([
  ['not-yours', given, { ...made, actor: { ...ruth, roles: [] } }],
  ['no-run', { ...given, runKey: '' }, made],
  ['two-agencies', { ...given, agencies: ['Camden', ' Camden '] }, made],
  ['no-note', { ...given, note: ' ' }, made],
])('is refused: %s', (code, said, by) => {
  expect(raiseDispute(said, by)).toEqual({ ok: false, code })
})

it('keeps what was decided before when it is decided anew', () => {
  const first = decideDispute(raised(), 'Two each', made)
  if (!first.ok) throw new Error(first.code)
  const again = decideDispute(first.next, 'Three and one', made)
  expect(again).toMatchObject({ ok: true, next: { decision: 'Three and one', decidedBy: 'Ruth Mbeki' } })
  if (again.ok)
    expect(again.next.history.map(({ from, to }) => [from, to]).at(-1)).toEqual([
      'Two each',
      'Decided: Three and one',
    ])
  expect(decideDispute(first.next, 'Two each ', made)).toEqual({ ok: false, code: 'nothing-changed' })
})

it('takes notes, also when it is decided', () => {
  expect(noteDispute(raised(), 'Camden rang.', made)).toMatchObject({ ok: true })
  expect(noteDispute(raised(), ' ', made)).toEqual({ ok: false, code: 'no-note' })
})
