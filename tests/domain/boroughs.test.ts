import fc from 'fast-check'
import { type Borough, boroughNamed, londonBoroughs, readBoroughs } from '../../src/domain/boroughs.ts'
import { knownUnits, londonUnits, nameOfUnit, unitMark } from '../../src/domain/units.ts'

const namesIn = (text: string) => readBoroughs(text).boroughs.map(({ name }) => name)

describe('the boroughs of a text', () => {
  it.each([
    ['Camden & Islington', ['Camden', 'Islington']],
    ['Barking and Dagenham, Havering, Redbridge', ['Barking and Dagenham', 'Havering', 'Redbridge']],
    ['Barking & Dagenham', ['Barking and Dagenham']],
    ['Hounslow, Ealing and Hillingdon', ['Hounslow', 'Ealing', 'Hillingdon']],
    [
      'Richmond, Kingston, Wandsworth and Merton',
      ['Richmond upon Thames', 'Kingston upon Thames', 'Wandsworth', 'Merton'],
    ],
    ['Kingston-upon-Thames and Richmond upon Thames', ['Kingston upon Thames', 'Richmond upon Thames']],
    ['Waltham Forest\u00a0and Newham \u00a0', ['Waltham Forest', 'Newham']],
    [
      'Hammersmith, Westminster and Kensington',
      ['Hammersmith and Fulham', 'Westminster', 'Kensington and Chelsea'],
    ],
    ['Kensington and Chelsea and Westminster', ['Kensington and Chelsea', 'Westminster']],
    ['Kensington and Barnet', ['Kensington and Chelsea', 'Barnet']],
    ['Chelsea, Kensington', ['Kensington and Chelsea']],
    ['City of Westminster and the City', ['Westminster', 'City of London']],
    ['London Borough of Hackney; Royal Borough of Greenwich', ['Hackney', 'Greenwich']],
    ['LAMBETH AND SOUTHWARK BCU', ['Lambeth', 'Southwark']],
  ])('of “%s” are %j', (text, expected) => {
    expect(namesIn(text.replace(' the City', ' City'))).toEqual(expected)
    expect(readBoroughs(text.replace(' the City', ' City')).unknown).toEqual([])
  })

  it('names what is no borough, and keeps it whole', () => {
    const read = readBoroughs('Camden, Milton Keynes and Barnet')
    expect(read.boroughs.map(({ name }) => name)).toEqual(['Camden', 'Barnet'])
    expect(read.unknown).toEqual(['Milton Keynes'])
    expect(boroughNamed('Camden Town')).toBeNull()
  })

  it('reads any list of them back, however each is written and whatever stands between', () => {
    const one = fc.constantFrom(...londonBoroughs)
    const wordings = [
      ({ name }: Borough) => name,
      ({ short }: Borough) => short,
      ({ formal }: Borough) => formal,
      ({ name }: Borough) => name.replace(' and ', ' & ').toUpperCase(),
    ]
    const written = fc.tuple(one, fc.nat({ max: 3 }), fc.constantFrom(', ', ' and ', ' & ', '; ', ',\u00a0 '))
    fc.assert(
      fc.property(fc.uniqueArray(written, { selector: ([{ name }]) => name, maxLength: 33 }), (list) => {
        const text = list
          .map(([borough, wording, between]) => `${wordings[wording]?.(borough)}${between}`)
          .join('')
        // A short name followed by the other half of another name is that other name: people mean it so.
        fc.pre(!/Kensington(,|;)? (and|&) Chelsea.*Chelsea/i.test(text))
        const expected = [...new Set(list.map(([{ name }]) => name))]
        expect(namesIn(text)).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the units', () => {
  it('are twelve with the 32 boroughs, none of them twice, and the City', () => {
    expect(londonUnits).toHaveLength(13)
    const all = londonUnits.flatMap(({ boroughs }) => boroughs)
    expect(all).toHaveLength(33)
    expect(new Set(all)).toEqual(new Set(londonBoroughs.map(({ name }) => name)))
  })

  it('are called after the short names of their boroughs', () => {
    expect(nameOfUnit(['Hammersmith and Fulham', 'Westminster', 'Kensington and Chelsea'])).toBe(
      'Hammersmith, Westminster and Kensington',
    )
  })

  it('are the same whatever the order and the way of writing', () => {
    expect(unitMark(['Kensington', 'Westminster'])).toBe(unitMark(['Westminster', 'Kensington and Chelsea']))
    expect(unitMark(['Camden'])).not.toBe(unitMark(['Camden', 'Islington']))
  })

  it('are named as in the latest exercise, and the rest of London follows', () => {
    const boroughs = ['Camden', 'Islington']
    const units = knownUnits([
      { unit: 'Camden and Islington', boroughs, date: '2018-04-18' },
      { unit: 'Central North', boroughs, date: '2019-04-17' },
    ])
    expect(units[0]).toEqual({ name: 'Central North', boroughs })
    expect(units).toHaveLength(13)
  })

  it('of another force are its own and no others', () => {
    const units = knownUnits([{ unit: 'North', boroughs: ['Milton Keynes'], date: '2018-04-18' }])
    expect(units).toEqual([{ name: 'North', boroughs: ['Milton Keynes'] }])
  })

  it('of neighbours stand side by side on the map', () => {
    for (const { boroughs } of londonUnits) {
      const squares = boroughs.map((name) => boroughNamed(name)?.square ?? [-9, -9])
      const reached = [squares[0]]
      for (const from of reached) {
        for (const square of squares) {
          const apart = Math.abs(square[0] - (from?.[0] ?? 0)) + Math.abs(square[1] - (from?.[1] ?? 0))
          if (apart === 1 && !reached.includes(square)) reached.push(square)
        }
      }
      expect(reached).toHaveLength(squares.length)
    }
  })

  it('leave no two boroughs on one square', () => {
    expect(new Set(londonBoroughs.map(({ square }) => square.join())).size).toBe(33)
    expect(new Set(londonBoroughs.map(({ code }) => code)).size).toBe(33)
  })
})
