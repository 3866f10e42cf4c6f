import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Paper } from '../../../domain/paper.ts'
import { freezePaper } from '../../../usecases/freezePaper.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { asError } from '../../ui/asError.ts'
import { useServices } from '../../ui/services.tsx'
import { sayFreezeRefusal } from './paperWords.ts'
import type { PapersData } from './usePapers.ts'

/** Freezing a paper: under way with the parts that are written, refused or failed with a sentence, or done. */
export function useFreeze(paper: Stored<Paper>, data: PapersData) {
  const services = useServices()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState('')
  const [written, setWritten] = useState({ done: 0, of: 0 })
  const freeze = async (): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setFailed('')
    try {
      const result = await freezePaper(services, {
        id: paper.id,
        actor: services.me,
        onProgress: (done, of) => setWritten({ done, of }),
      })
      if (!result.ok) {
        setFailed(sayFreezeRefusal(result.code))
        data.refresh()
        return false
      }
      const { key, contentPrint } = result.paper.value
      client.setQueryData(['paper', key, contentPrint], { ok: true, content: result.content })
      data.replace(result.paper)
      announce('The paper is frozen')
      return true
    } catch (thrown) {
      setFailed(`${asError(thrown).message} The paper is still a draft; freeze it again to go on.`)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { freeze, busy, failed, written }
}
