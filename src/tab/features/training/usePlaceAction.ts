import { useState } from 'react'
import type { Booking } from '../../../domain/booking.ts'
import type { CourseRun } from '../../../domain/course.ts'
import { isM365Error } from '../../../domain/m365Error.ts'
import type { PlaceOutcome } from '../../../usecases/bookPlace.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { sayPlaceRefusal } from './placeRefusals.ts'
import { usePlacesChanged } from './usePlaceDeps.ts'

type Code = Parameters<typeof sayPlaceRefusal>[0]

/** One step about a place: doing it, what came of it, and the sentence when it could not be done. */
export function usePlaceAction() {
  const announce = useAnnounce()
  const changed = usePlacesChanged()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const refuse = (sentence: string) => {
    setProblem(sentence)
    announce(sentence)
  }
  /** @returns the booking as it is then; null where nothing was done, and `problem` says why */
  const act = async (
    work: () => Promise<PlaceOutcome<Code>>,
    say: (booking: Booking, run: CourseRun) => string,
  ): Promise<Booking | null> => {
    if (busy) return null
    setBusy(true)
    setProblem(null)
    try {
      const outcome = await work()
      if (!outcome.ok) {
        refuse(sayPlaceRefusal(outcome.code))
        return null
      }
      changed(outcome.run)
      announce(say(outcome.booking.value, outcome.run.value))
      return outcome.booking.value
    } catch (thrown) {
      const message = isM365Error(thrown) ? thrown.message : 'It could not be saved.'
      refuse(`${message} Press the button again: nothing is booked twice.`)
      return null
    } finally {
      setBusy(false)
    }
  }
  return { act, busy, problem, forget: () => setProblem(null) }
}
