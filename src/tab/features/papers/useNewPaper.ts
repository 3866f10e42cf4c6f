import { useState } from 'react'
import type { Paper } from '../../../domain/paper.ts'
import { type DraftRefusal, type NewPaper, startPaper } from '../../../usecases/draftPaper.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { asError } from '../../ui/asError.ts'
import { useNavigation } from '../../ui/navigation.tsx'
import { useServices, useToday } from '../../ui/services.tsx'

/** The new paper as it is being filled in. What was typed stays when it could not be begun. */
export function useNewPaper(props: {
  papers: readonly Stored<Paper>[]
  onClose: () => void
  onMade: () => void
}) {
  const services = useServices()
  const today = useToday()
  const { open } = useNavigation()
  const [asked, setAsked] = useState<NewPaper>({
    board: props.papers[0]?.value.board ?? 'Police Authority Board',
    meetingDate: '',
    cutOff: today,
    marking: 'OFFICIAL',
  })
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<DraftRefusal | Error | null>(null)
  const change = (part: Partial<NewPaper>) => {
    setRefused(null)
    setAsked((now) => ({ ...now, ...part }))
  }
  const begin = async () => {
    if (busy) return
    setBusy(true)
    try {
      const outcome = await startPaper({ papers: services.papers }, { paper: asked, actor: services.me })
      if (!outcome.ok) return setRefused(outcome.code)
      props.onMade()
      props.onClose()
      open('papers', outcome.row.id)
    } catch (thrown) {
      setRefused(asError(thrown))
    } finally {
      setBusy(false)
    }
  }
  return { asked, change, begin, busy, refused }
}
