import { useQuery } from '@tanstack/react-query'
import { writeInstant } from '../../../domain/calendarDays.ts'
import type { Exercise } from '../../../domain/exercise.ts'
import { isM365Error } from '../../../domain/m365Error.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { refreshResponses } from '../../../usecases/refreshResponses.ts'
import { useServices } from '../../ui/services.tsx'

/** How often the organiser's own event is read while it is on the screen, in milliseconds. */
const readEvery = 20_000

/** Where the answers on the screen come from, in words, and how to read them again. */
export interface Answers {
  readonly sentence: string
  readonly trouble: boolean
  /** Null for everybody but the organiser, who alone can read them. */
  readonly readAgain: (() => void) | null
  readonly reading: boolean
}

/**
 * Reads the answers when the organiser opens an exercise, again on focus and every so often. Everybody else sees
 * the stored ones. A failure leaves what is stored on the screen and says so.
 */
export function useAnswers(row: Stored<Exercise>, replace: (row: Stored<Exercise>) => void): Answers {
  const { me, exercises, calendar, clock } = useServices()
  const { invitation } = row.value
  const mine = invitation?.state === 'sent' && invitation.organiser === me.objectId
  const query = useQuery({
    queryKey: ['answers', row.id],
    queryFn: async () => {
      const result = await refreshResponses({ exercises, calendar, clock }, { row, actor: me })
      if (result.row.etag !== row.etag) replace(result.row)
      return { state: result.state, at: await clock.now() }
    },
    enabled: mine,
    refetchInterval: readEvery,
    refetchOnMount: 'always',
    staleTime: 0,
    gcTime: 0,
  })
  if (!mine) return { sentence: storedWords(row.value), trouble: false, readAgain: null, reading: false }
  return {
    sentence: readWords(query.data ?? null, query.error),
    trouble: query.error !== null || query.data?.state === 'event-gone',
    readAgain: () => void query.refetch(),
    reading: query.isFetching,
  }
}

function storedWords({ invitation }: Exercise): string {
  if (invitation?.state !== 'sent') return ''
  const reader = `${invitation.organiserName}, who sent the invitation, sees new answers first.`
  if (!invitation.answersReadAt) return `No answer has been read yet. ${reader}`
  return `Answers as read on ${writeInstant(invitation.answersReadAt)}. ${reader}`
}

function readWords(data: { state: string; at: string } | null, error: unknown): string {
  if (error !== null) {
    const why = isM365Error(error) ? error.message : 'Your calendar could not be read.'
    return `${why} You see the answers stored before.`
  }
  if (!data) return 'Reading the answers from your calendar…'
  if (data.state === 'event-gone') {
    return 'The event is no longer in your Outlook calendar, or it was cancelled there. You see the answers stored before.'
  }
  return `Answers read from your calendar on ${writeInstant(data.at)}.`
}
