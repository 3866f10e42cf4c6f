import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import {
  agenciesOf,
  agencyCoordinatorsKey,
  readAgencyCoordinators,
} from '../../../domain/agencyCoordinators.ts'
import type { Booker } from '../../../domain/bookingLadder.ts'
import type { CourseRun } from '../../../domain/course.ts'
import { forceNameKey, readForceName } from '../../../domain/forceName.ts'
import type { AnswerDeps } from '../../../usecases/answerOffer.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { useRows } from '../../ui/rows.tsx'
import { useServices } from '../../ui/services.tsx'

const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))

/** What everything about places reads and writes. */
export function usePlaceDeps(): AnswerDeps {
  const services = useServices()
  return useMemo(() => {
    const { runs, bookings, courses, settings, clock } = services
    return { runs, bookings, courses, settings, clock, wait }
  }, [services])
}

/** What is asked again after a place has changed: one's own bookings, and those of the run. */
export function usePlacesChanged(): (run: Stored<CourseRun>) => void {
  const services = useServices()
  const client = useQueryClient()
  const { replace } = useRows('runs', services.runs)
  return useCallback(
    (run) => {
      replace(run)
      void client.invalidateQueries({ queryKey: ['training'] })
    },
    [client, replace],
  )
}

/** The name of the force, and the organisations whose people the signed-in person books for. */
export function useAgencies() {
  const services = useServices()
  const settings = useRows('settings', services.settings)
  const rows = settings.held?.rows
  return useMemo(() => {
    const named = (key: string) => rows?.find(({ value }) => value.key === key)?.value ?? null
    const coordinators = readAgencyCoordinators(named(agencyCoordinatorsKey))
    return {
      force: readForceName(named(forceNameKey)),
      mine: agenciesOf(services.me, coordinators),
      coordinators,
      known: rows !== undefined,
    }
  }, [rows, services.me])
}

/** The signed-in person as somebody who books: the borough comes from the staff list, where it has them. */
export function useMe(): { readonly booker: Booker; readonly ready: boolean } {
  const { me, staff } = useServices()
  const { force, known } = useAgencies()
  const member = useQuery({
    queryKey: ['training', 'member', me.objectId],
    queryFn: () => staff.byKey(me.objectId),
    staleTime: 300_000,
  })
  const borough = member.data?.value.borough ?? ''
  return {
    booker: {
      ...{ person: me.objectId, personName: me.name, address: me.signInName },
      ...{ organisation: force, borough },
    },
    // Until it is known what the force is called, a place would count for the wrong agency.
    ready: known && !member.isPending,
  }
}
