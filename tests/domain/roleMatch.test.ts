import { bestRole, namesRole } from '../../src/domain/roleMatch.ts'
import { roleFaults } from '../../src/domain/roleTemplate.ts'
import { spaseRoles } from '../../src/domain/spaseRoles.ts'

const roleOf = (title: string) => bestRole(title, spaseRoles)?.role ?? null
const superintendent = 'Superintendent or Temporary Superintendent'

describe('the role that a title names', () => {
  it.each([
    ['Borough Commander, Camden and Islington', 'Borough Commander'],
    ['Superintendent, Response', superintendent],
    ['T/Superintendent, Neighbourhoods', superintendent],
    ['Temporary Superintendent', superintendent],
    ['T/Supt Crime', superintendent],
    ['Detective Superintendent, Public Protection', superintendent],
    ['Chief Superintendent', 'Borough Commander'],
    ['Chief Nurse', 'Director of Nursing of an NHS trust'],
    ['Director of Nursing', 'Director of Nursing of an NHS trust'],
    ['NHSE Director of Nursing', 'NHS England Director of Nursing'],
    ['NHS England Director of Nursing', 'NHS England Director of Nursing'],
    ['DPH', 'Local authority Director of Public Health'],
    [
      'CCG Executive Director (Safeguarding)',
      'Safeguarding lead of the integrated care board (formerly CCG)',
    ],
    ['Designated Nurse for Safeguarding', 'Designated safeguarding nurse'],
  ])('%s is the %s', (title, role) => {
    expect(roleOf(title)).toBe(role)
  })

  it.each([
    ['Deputy Director of Public Health'],
    ['Assistant Director of Nursing'],
    ['Chief Inspector, Custody'],
    ['Superintendents’ Association'],
    ['Director of Public Healthcare'],
    [''],
  ])('%s is none of them', (title) => {
    expect(roleOf(title)).toBeNull()
  })

  it('is not found by a role without a name', () => {
    expect(namesRole('Anything', { role: '', alsoCalled: [' '] })).toBe(false)
  })
})

describe('a list of roles', () => {
  it('can be kept as SPASE has it', () => {
    expect(roleFaults(spaseRoles)).toEqual([])
  })

  it.each([
    ['without a name', { role: ' ' }, 'no-role-name'],
    ['with a name that is there', { role: 'borough commander' }, 'same-role-twice'],
    ['of the police in health', { side: 'police', sector: 'health' }, 'police-sector-mismatch'],
    ['of the police with a condition', { condition: 'headquarters-in-unit' }, 'condition-on-police'],
  ] as const)('cannot have a role %s', (_what, changes, code) => {
    const [commander] = spaseRoles
    if (!commander) throw new Error('SPASE has no roles')
    const role = { ...commander, role: 'Another', ...changes }
    expect(roleFaults([...spaseRoles, role]).map((fault) => fault.code)).toEqual([code])
  })
})
