import { londonBoroughs } from '../../src/domain/boroughs.ts'
import { careBoardsOf, londonCareBoards, successorOf } from '../../src/domain/successorBodies.ts'

describe('bodies that have been replaced', () => {
  it.each([
    ['Enfield CCG', ['Enfield'], 'North Central London Integrated Care Board', '2022-07-01'],
    [
      'NHS Lambeth Clinical Commissioning Group',
      ['Lambeth'],
      'South East London Integrated Care Board',
      '2022-07-01',
    ],
    ['Sutton PCT', ['Sutton'], 'South West London Integrated Care Board', '2013-04-01'],
    ['NHS Improvement, London', [], 'NHS England', '2022-07-01'],
    ['Camden LSCB', ['Camden'], 'Local safeguarding children partnership', '2019-09-29'],
    ['Public Health England', [], 'Office for Health Improvement and Disparities', '2021-10-01'],
  ])('%s has become another', (organisation, boroughs, becomes, on) => {
    expect(successorOf(organisation, boroughs)).toMatchObject({ becomes, on })
  })

  it.each([
    ['North Central London Integrated Care Board'],
    ['NHS England, London'],
    ['Camden and Islington Public Health'],
    ['Integrated Care Board (formerly Camden CCG)'],
    ['Phelps & Sons'],
  ])('%s is still what it was', (organisation) => {
    expect(successorOf(organisation, ['Camden'])).toBeNull()
  })

  it('leaves a board without a name where the boroughs belong to two', () => {
    expect(careBoardsOf(['Harrow', 'Brent', 'Barnet'])).toEqual([
      'North Central London Integrated Care Board',
      'North West London Integrated Care Board',
    ])
    expect(successorOf('CCG', ['Harrow', 'Barnet'])?.becomes).toBe('Integrated Care Board')
  })

  it('renames a role that still names the old body', () => {
    expect(successorOf('Enfield CCG', ['Enfield'], 'CCG Executive Director (Safeguarding)')?.role).toBe(
      'integrated care board Executive Director (Safeguarding)',
    )
    expect(successorOf('Enfield CCG', ['Enfield'], 'Designated Nurse')?.role).toBeNull()
  })

  it('has every borough and the City in one board and no more', () => {
    const inBoards = Object.values(londonCareBoards).flat().sort()
    expect(inBoards).toEqual(londonBoroughs.map(({ name }) => name).sort())
  })
})
