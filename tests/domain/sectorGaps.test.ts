import { sectorGaps, unfilledSectors } from '../../src/domain/sectorGaps.ts'
import { spaseRoles } from '../../src/domain/spaseRoles.ts'
import { anInvitee } from '../support/exercises.ts'

describe('sectors for which nobody is asked', () => {
  it('are education, children’s and adult services in SPASE, each with a role to ask for', () => {
    const gaps = sectorGaps(spaseRoles)
    expect(gaps.map(({ sector }) => sector)).toEqual(['education', "children's services", 'adult services'])
    expect(gaps.every(({ suggestion }) => suggestion?.role.required)).toBe(true)
  })

  it('are none once the suggested roles are in the list', () => {
    const added = sectorGaps(spaseRoles).flatMap(({ suggestion }) => (suggestion ? [suggestion.role] : []))
    expect(sectorGaps([...spaseRoles, ...added])).toEqual([])
  })
})

describe('sectors without anybody in the room', () => {
  const nurse = anInvitee({ role: 'Designated safeguarding nurse', side: 'partner' })

  it('count a partner by the sector of the role in the template', () => {
    expect(unfilledSectors([anInvitee(), nurse], spaseRoles)).toEqual([
      'education',
      "children's services",
      'adult services',
    ])
  })

  it('are not filled by a place that nobody holds', () => {
    const vacant = { ...nurse, state: 'vacant', name: '', address: '' } as const
    expect(unfilledSectors([anInvitee(), vacant], spaseRoles)).toContain('health')
  })
})
