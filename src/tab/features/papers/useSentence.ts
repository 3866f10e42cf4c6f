import { useState } from 'react'
import type { Paper } from '../../../domain/paper.ts'
import type { Report } from '../../../domain/report.ts'
import { type DraftRefusal, typeSentence } from '../../../usecases/draftPaper.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { asError } from '../../ui/asError.ts'
import { useServices } from '../../ui/services.tsx'
import type { PapersData } from './usePapers.ts'

/** A report's sentence while it is being typed. What was typed stays until it is saved or cancelled. */
export function useSentence(props: {
  paper: Stored<Paper>
  report: Report
  computed: string
  data: PapersData
  onDone: () => void
}) {
  const { paper, report, computed, data, onDone } = props
  const services = useServices()
  const announce = useAnnounce()
  const [text, setText] = useState(paper.value.typedClaims[report.key] ?? computed)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<DraftRefusal | Error | null>(null)
  const save = async (sentence: string | null) => {
    if (busy) return
    setBusy(true)
    setRefused(null)
    try {
      const typed = sentence?.trim() === computed ? null : sentence
      const input = { row: paper, reportKey: report.key, sentence: typed, actor: services.me }
      const outcome = await typeSentence({ papers: services.papers }, input)
      if (!outcome.ok) return setRefused(outcome.code)
      data.replace(outcome.row)
      announce('The sentence is saved')
      onDone()
    } catch (thrown) {
      setRefused(asError(thrown))
    } finally {
      setBusy(false)
    }
  }
  return { text, setText, save, busy, refused }
}
