import type { IsoDate } from '../domain/calendarDays.ts'
import type { CoverRollUp } from '../domain/cover.ts'
import { rollUpForce, sameFigure, wholeForce } from '../domain/coverRollUps.ts'
import { M365Error } from '../domain/m365Error.ts'
import type { Requirement } from '../domain/requirement.ts'
import type { CoverDeps } from './coverDeps.ts'
import type { Stored } from './ports.ts'

/** Figures as they stand in the list, by key. */
export type StandingFigures = ReadonlyMap<string, Stored<CoverRollUp>>

export const byKeyOf = (rows: readonly Stored<CoverRollUp>[]): StandingFigures =>
  new Map(rows.map((row) => [row.value.key, row]))

/**
 * Writes the figures that differ from what stands there.
 * @returns how many were written
 * @throws M365Error as soon as one of them could not be written; the rest is written with the next count
 */
export async function writeFigures(
  { cover }: Pick<CoverDeps, 'cover'>,
  figures: readonly CoverRollUp[],
  standing: StandingFigures,
): Promise<readonly CoverRollUp[]> {
  const fresh = figures.filter(({ key }) => !standing.has(key))
  const changed = figures.flatMap((next) => {
    const row = standing.get(next.key)
    return row && !sameFigure(row.value, next) ? [{ row, next }] : []
  })
  if (fresh.length > 0)
    for (const attempt of await cover.createMany(fresh)) {
      if (!attempt.ok) throw attempt.error
      // A count that broke off made it: it is brought up to date now.
      if (attempt.value.already)
        changed.push({ row: attempt.value.row, next: nextOf(figures, attempt.value.row) })
    }
  if (changed.length > 0)
    for (const attempt of await cover.saveMany(changed)) {
      if (!attempt.ok) throw attempt.error
      if (!attempt.value.ok)
        throw new M365Error(
          'conflict',
          'Another instance of the service counts the cover. It is counted again with the next run.',
        )
    }
  return [...fresh, ...changed.map(({ next }) => next)]
}

function nextOf(figures: readonly CoverRollUp[], row: Stored<CoverRollUp>): CoverRollUp {
  return figures.find(({ key }) => key === row.value.key) ?? row.value
}

/** Adds the teams of one requirement up to the force's figure and writes it where it differs. */
export async function writeForce(
  deps: Pick<CoverDeps, 'cover'>,
  requirement: Pick<Requirement, 'key'>,
  today: IsoDate,
): Promise<number> {
  const { rows } = await deps.cover.ofRequirement(requirement.key)
  return (await writeFigures(deps, [forceOf(requirement, rows, today)], byKeyOf(rows))).length
}

/** @param rows every figure of the requirement, the force's own among them */
export function forceOf(
  requirement: Pick<Requirement, 'key'>,
  rows: readonly { readonly value: CoverRollUp }[],
  today: IsoDate,
): CoverRollUp {
  const figures = rows.map(({ value }) => value)
  const before = figures.find(({ team }) => team === wholeForce) ?? null
  const teams = figures.filter(({ team }) => team !== wholeForce)
  return rollUpForce(requirement, teams, today, before)
}
