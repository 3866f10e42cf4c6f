import { useQuery } from '@tanstack/react-query'
import type { CoverRollUp } from '../../../../domain/cover.ts'
import { wholeForce } from '../../../../domain/coverRollUps.ts'
import type { Requirement } from '../../../../domain/requirement.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { refreshEvery } from '../../../ui/freshness.ts'
import { useServices } from '../../../ui/services.tsx'

/** A requirement with the figure of the force or of one team; null where it was not counted yet. */
export interface Covered {
  readonly row: Stored<Requirement>
  readonly figure: CoverRollUp | null
}

/** The team of the signed-in person; null where the staff list does not know them. */
export function useMyTeam() {
  const { staff, me } = useServices()
  return useQuery({
    queryKey: ['training', 'my-team', me.objectId],
    queryFn: async () => (await staff.byKey(me.objectId))?.value.team ?? null,
    staleTime: 600_000,
  })
}

/** Every requirement with its figure: two requests, each on one indexed key, however many people there are. */
export function useCover(team: string | null) {
  const { requirements, cover } = useServices()
  return useQuery({
    queryKey: ['training', 'cover', team],
    queryFn: async (): Promise<readonly Covered[]> => {
      const [asked, figures] = await Promise.all([requirements.all(), cover.ofTeam(team ?? wholeForce)])
      const byKey = new Map(figures.rows.map(({ value }) => [value.requirement, value]))
      return asked.rows
        .map((row) => ({ row, figure: byKey.get(row.value.key) ?? null }))
        .sort((one, other) => one.row.value.title.localeCompare(other.row.value.title))
    },
    refetchInterval: refreshEvery,
  })
}

/** One requirement and its figures, team by team, the force first. */
export interface RequirementCover {
  readonly row: Stored<Requirement> | null
  readonly force: CoverRollUp | null
  readonly teams: readonly CoverRollUp[]
}

/** One requirement with the figures of its teams: one indexed key. */
export function useRequirementCover(key: string) {
  const { requirements, cover } = useServices()
  return useQuery({
    queryKey: ['training', 'requirement', key],
    queryFn: async (): Promise<RequirementCover> => {
      const [row, figures] = await Promise.all([requirements.byKey(key), cover.ofRequirement(key)])
      const all = figures.rows.map(({ value }) => value)
      return {
        row,
        force: all.find(({ team }) => team === wholeForce) ?? null,
        teams: all.filter(({ team }) => team !== wholeForce),
      }
    },
    refetchInterval: refreshEvery,
  })
}
