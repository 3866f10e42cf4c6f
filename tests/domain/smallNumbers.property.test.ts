import fc from 'fast-check'
import { type PublishedCount, publishLine, smallestShown } from '../../src/domain/smallNumbers.ts'

const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 })

/** Every number that a published one can stand for, to a bound far above what the tests make. */
function candidates(count: PublishedCount): readonly number[] {
  if ('shown' in count) return [count.shown]
  const [from, to] = count.hidden === 'withheld' ? [smallestShown, 60] : [1, smallestShown - 1]
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** Tries every line that would be published in the same way, and says which numbers each place can have. */
function whatItCanBe(line: readonly PublishedCount[], total: PublishedCount | null): readonly Set<number>[] {
  const found = line.map(() => new Set<number>())
  const sums = total === null ? null : new Set(candidates(total))
  const walk = (place: number, chosen: readonly number[]) => {
    if (place === line.length) {
      if (sums?.has(chosen.reduce((sum, one) => sum + one, 0)) === false) return
      for (const [at, one] of chosen.entries()) found[at]?.add(one)
      return
    }
    const count = line[place]
    if (count) for (const one of candidates(count)) walk(place + 1, [...chosen, one])
  }
  walk(0, [])
  return found
}

it('never lets a hidden number be worked out from the others and the sum', () => {
  fc.assert(
    fc.property(counts, (line) => {
      const { counts: published, total } = publishLine(line)
      const possible = whatItCanBe(published, total)
      for (const [place, one] of published.entries())
        if ('hidden' in one) expect(possible[place]?.size).toBeGreaterThan(1)
    }),
    { numRuns: 150 },
  )
})

it('shows numbers as they are, and hides every number from 1 to 4', () => {
  fc.assert(
    fc.property(counts, (line) => {
      const { counts: published, total } = publishLine(line)
      for (const [place, one] of published.entries()) {
        const real = line[place] ?? -1
        if ('shown' in one) expect([one.shown, real > 0 && real < smallestShown]).toEqual([real, false])
      }
      if (total && 'shown' in total) expect(total.shown).toBe(line.reduce((sum, one) => sum + one, 0))
    }),
  )
})
