import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IsoDate } from '../../../../domain/calendarDays.ts'
import type { CopiedDay } from '../../../../domain/copyProgramme.ts'
import { isStopped } from '../../../../domain/programmeRules.ts'
import {
  type CopyOutcome,
  copyProgramme,
  findingsForCopy,
  planProgrammeCopy,
} from '../../../../usecases/copyProgramme.ts'
import { asError } from '../../../ui/asError.ts'
import { useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'

/** What a person chose for one day, where it differs from what was worked out. */
interface Choice {
  readonly date?: IsoDate
  readonly left?: boolean
}

/** Copying a programme: the days as worked out, what a person chose instead, and making them. */
export function useCopy(from: number, to: number) {
  const services = useServices()
  const rows = useRows('exercises', services.exercises)
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<CopyOutcome | Error | null>(null)
  const query = useQuery({
    queryKey: ['copy programme', from, to],
    queryFn: () => planProgrammeCopy(services, { from, to }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
  })
  const plan = query.data
  const kept = (plan?.days ?? []).filter((day) => day.there || !isLeft(day, choices[day.from.key]))
  const chosen = kept.map((day) => ({ ...day, date: choices[day.from.key]?.date ?? day.date }))
  const days = (plan?.days ?? []).map((day) => withChoice(day, choices[day.from.key]))
  const judged = days.map(({ day, left }) => ({
    day,
    left,
    findings: plan && !left && !day.there ? findingsForCopy(plan, chosen, day) : [],
  }))
  const wanted = judged.filter(({ day, left }) => !day.there && !left)
  const stopped = wanted.filter(({ findings }) => isStopped(findings))
  const make = async () => {
    if (busy || stopped.length > 0) return
    setBusy(true)
    try {
      setOutcome(await copyProgramme(services, { days: wanted.map(({ day }) => day), actor: services.me }))
      rows.refresh()
    } catch (thrown) {
      setOutcome(asError(thrown))
    } finally {
      setBusy(false)
    }
  }
  const choose = (key: string, choice: Choice) =>
    setChoices((all) => ({ ...all, [key]: { ...all[key], ...choice } }))
  return {
    ...{ loading: query.isPending, error: query.error, again: () => void query.refetch() },
    ...{ judged, wanted, stopped, choose, make, busy, outcome },
  }
}

export type Copying = ReturnType<typeof useCopy>

function withChoice(day: CopiedDay, choice: Choice | undefined): { day: CopiedDay; left: boolean } {
  return { day: { ...day, date: choice?.date ?? day.date }, left: isLeft(day, choice) }
}

/** A day that is over is copied only when somebody says so. */
function isLeft({ there, findings }: CopiedDay, choice: Choice | undefined): boolean {
  return choice?.left ?? (!there && findings.some(({ code }) => code === 'in-the-past'))
}
