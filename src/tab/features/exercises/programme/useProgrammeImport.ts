import { useState } from 'react'
import type { PaperFile } from '../../../../domain/anyPaper.ts'
import { type ExerciseType, exerciseTypesOf, typeNamed } from '../../../../domain/exerciseType.ts'
import { type ProgrammeReading, programmeSteps } from '../../../../domain/programmeReading.ts'
import { importProgramme, type ProgrammeOutcome } from '../../../../usecases/importProgramme.ts'
import { asError } from '../../../ui/asError.ts'
import { useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'

interface Read {
  readonly source: string
  readonly reading: ProgrammeReading
}

/** Bringing in a page of dates: reading it, what it would do, and doing it. */
export function useProgrammeImport() {
  const services = useServices()
  const rows = useRows('exercises', services.exercises)
  const settings = useRows('settings', services.settings).held?.rows ?? []
  const types = exerciseTypesOf(settings.map(({ value }) => value))
  const exercises = (rows.held?.rows ?? []).map(({ value }) => value)
  const last = [...exercises].sort((a, b) => b.date.localeCompare(a.date))[0]
  const [read, setRead] = useState<Read | null>(null)
  const [trouble, setTrouble] = useState('')
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<ProgrammeOutcome | Error | null>(null)
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const type: ExerciseType | null =
    typeNamed(types, chosen.type ?? read?.reading.typeName ?? '') ??
    typeNamed(types, 'SPASE') ??
    types[0] ??
    null
  const values = {
    type: type?.name ?? '',
    start: chosen.start ?? type?.defaultStart ?? '',
    end: chosen.end ?? type?.defaultEnd ?? '',
    venue: chosen.venue ?? last?.venue ?? '',
  }
  const steps = read && type ? programmeSteps(read.reading, type, exercises) : []
  const readFile = async (file: PaperFile) => {
    setBusy(true)
    setTrouble('')
    setOutcome(null)
    const result = await services.programmeReader.read(file)
    setBusy(false)
    if (result.ok) setRead({ source: file.name ?? 'pasted text', reading: result.reading })
    else {
      setRead(null)
      setTrouble(result.message)
    }
  }
  const bringIn = async () => {
    if (busy || !type || !read) return
    setBusy(true)
    const roomAddress = exercises.find(({ venue }) => venue === values.venue)?.roomAddress ?? ''
    try {
      const defaults = { ...values, type, roomAddress }
      setOutcome(
        await importProgramme(services, { steps, defaults, source: read.source, actor: services.me }),
      )
      rows.refresh()
    } catch (thrown) {
      setOutcome(asError(thrown))
    } finally {
      setBusy(false)
    }
  }
  const set = (name: string, value: string) => setChosen((all) => ({ ...all, [name]: value }))
  return { read, steps, trouble, busy, outcome, types, values, set, readFile, bringIn }
}

export type ProgrammeImport = ReturnType<typeof useProgrammeImport>
