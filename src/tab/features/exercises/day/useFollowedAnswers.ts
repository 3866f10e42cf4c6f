import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { writeInstant } from '../../../../domain/calendarDays.ts'
import { isM365Error } from '../../../../domain/m365Error.ts'
import { followAnswers } from '../../../../usecases/followAnswers.ts'
import { useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'
import { followedOnDevice } from './followedCalendars.ts'

/** How often the calendars are asked what changed while the answers are on the screen, in milliseconds. */
const askEvery = 20_000

/** How up to date the answers are, in words, and how to ask again. */
export interface FollowedAnswers {
  readonly sentence: string
  readonly trouble: boolean
  readonly readAgain: () => void
  readonly reading: boolean
}

/**
 * Keeps the answers of all exercises up to date while they are looked at: the person's own calendar and the shared
 * ones are asked only for what changed. A failure leaves what is stored on the screen and says so.
 */
export function useFollowedAnswers(): FollowedAnswers {
  const { me, exercises, calendars, clock } = useServices()
  const rows = useRows('exercises', exercises)
  const followed = useMemo(() => followedOnDevice(me.objectId), [me.objectId])
  const { held } = rows
  const query = useQuery({
    queryKey: ['answers', me.objectId],
    queryFn: async () => {
      const deps = { exercises, calendars, followed, clock }
      const report = await followAnswers(deps, { rows: held?.rows ?? [], actor: me })
      for (const row of report.rows) rows.replace(row)
      return { at: await clock.now() }
    },
    enabled: held !== undefined,
    refetchInterval: askEvery,
    refetchOnMount: 'always',
    staleTime: 0,
    gcTime: 0,
  })
  return {
    sentence: sentenceOf(query.data ?? null, query.error),
    trouble: query.error !== null,
    readAgain: () => void query.refetch(),
    reading: query.isFetching,
  }
}

function sentenceOf(data: { at: string } | null, error: unknown): string {
  if (error !== null) {
    const why = isM365Error(error) ? error.message : 'The calendar could not be read.'
    return `${why} You see the answers stored before.`
  }
  if (!data) return 'Reading the answers from your calendar…'
  return `Answers read from your calendar on ${writeInstant(data.at)}.`
}
