import { useState } from 'react'
import type { Course } from '../../../../../domain/course.ts'
import { type FoiEffort, usualEffort } from '../../../../../domain/foiEffort.ts'
import { type FoiRefusal, type PreparedPack, prepareFoiPack } from '../../../../../usecases/prepareFoiPack.ts'
import { useAnnounce } from '../../../../ui/announcer.tsx'
import { asError } from '../../../../ui/asError.ts'
import type { Values } from '../../../../ui/form/formValues.ts'
import { useServices, useToday } from '../../../../ui/services.tsx'

export const foiRefusals: Readonly<Record<FoiRefusal, readonly [field: string, words: string]>> = {
  'not-yours': ['', 'Only coordinators and the board secretary prepare answers.'],
  'no-theme': ['theme', 'Say what the request is about.'],
  'no-course': ['courses', 'Choose at least one course.'],
  'no-years': ['fromYear', 'Give two years such as 2015 and 2021, the earlier one first.'],
}

/** Years that are asked about at first: the last ten. */
const yearsAsked = 10

/** The request as it is being entered, and the pack that was prepared from it. */
export function useFoi(courses: readonly Course[]) {
  const services = useServices()
  const today = useToday()
  const announce = useAnnounce()
  const thisYear = Number(today.slice(0, 4))
  const [values, setValues] = useState<Values>({
    ...{ reference: '', theme: '', fromYear: String(thisYear - yearsAsked + 1), toYear: String(thisYear) },
    ...{ file: String(usualEffort.minutesAFile), fact: String(usualEffort.minutesAFact) },
    ...{ year: String(usualEffort.minutesACourseYear), people: '' },
  })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<readonly [string, string] | null>(null)
  const [read, setRead] = useState<number | null>(null)
  const [failed, setFailed] = useState<Error | null>(null)
  const [prepared, setPrepared] = useState<PreparedPack | null>(null)
  const wanted = courses.filter(({ key }) => chosen.has(key))
  const prepare = async (anew: boolean) => {
    if (read !== null) return
    setRead(0)
    setFailed(null)
    setProblem(null)
    try {
      const outcome = await prepareFoiPack(services, {
        ...{ reference: values.reference ?? '', theme: values.theme ?? '', courses: wanted },
        ...{ fromYear: Number(values.fromYear), toYear: Number(values.toYear), effort: effortOf(values) },
        ...{ anew, actor: services.me, onCourse: setRead },
      })
      if (outcome.ok) setPrepared(outcome.prepared)
      else setProblem(foiRefusals[outcome.code])
      announce(outcome.ok ? 'The answers are prepared.' : foiRefusals[outcome.code][1])
    } catch (thrown) {
      setFailed(asError(thrown))
    } finally {
      setRead(null)
    }
  }
  return {
    ...{ values, chosen, problem, failed, prepared, prepare, wanted },
    /** Courses that have been read, while the answers are being prepared. */
    read,
    set: (name: string, value: string) => setValues((before) => ({ ...before, [name]: value })),
    choose: (keys: readonly string[]) => setChosen(new Set(keys)),
    back: () => setPrepared(null),
  }
}

function effortOf(values: Values): FoiEffort {
  const minutes = (name: string, usual: number) => {
    const given = Number(values[name])
    return Number.isFinite(given) && given > 0 ? given : usual
  }
  const people = Number(values.people)
  return {
    minutesAFile: minutes('file', usualEffort.minutesAFile),
    minutesAFact: minutes('fact', usualEffort.minutesAFact),
    minutesACourseYear: minutes('year', usualEffort.minutesACourseYear),
    peopleAYear: values.people && people > 0 ? Math.round(people) : null,
  }
}
