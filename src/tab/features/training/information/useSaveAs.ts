import { useState } from 'react'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { asError } from '../../../ui/asError.ts'
import { saveFile } from '../../../ui/saveFile.ts'

/** Writes a file and hands it to the browser; one at a time. */
export function useSaveAs() {
  const announce = useAnnounce()
  const [writing, setWriting] = useState(false)
  const [failed, setFailed] = useState<Error | null>(null)
  const saveAs = async (name: string, write: () => Promise<Uint8Array>) => {
    if (writing) return
    setWriting(true)
    setFailed(null)
    try {
      saveFile(await write(), name)
      announce(`${name} was downloaded`)
    } catch (thrown) {
      setFailed(asError(thrown))
    } finally {
      setWriting(false)
    }
  }
  return { saveAs, writing, failed }
}
