import { useState } from 'react'
import { briefOf } from '../../../domain/brief.ts'
import type { PrintedPaper } from '../../../domain/printedPaper.ts'
import type { PaperDocuments } from '../../../usecases/ports.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { asError } from '../../ui/asError.ts'
import { saveFile } from '../../ui/saveFile.ts'
import { useServices, useToday } from '../../ui/services.tsx'
import { fileNameOf } from './paperWords.ts'

export const fileKinds = ['word', 'excel', 'csv', 'brief'] as const
export type FileKind = (typeof fileKinds)[number]

const endings: Record<FileKind, string> = {
  word: '.docx',
  excel: '.xlsx',
  csv: '.csv',
  brief: '-brief.docx',
}

/** Writes a file of a paper and hands it to the browser. */
export function useDownload(printed: PrintedPaper) {
  const { documents } = useServices()
  const today = useToday()
  const announce = useAnnounce()
  const [writing, setWriting] = useState(false)
  const [failed, setFailed] = useState<Error | null>(null)
  const download = async (kind: FileKind) => {
    if (writing) return
    setWriting(true)
    setFailed(null)
    try {
      const name = fileNameOf(printed.paper, endings[kind])
      saveFile(await bytesOf(documents, kind, printed, today), name)
      announce(`${name} was downloaded`)
    } catch (thrown) {
      setFailed(asError(thrown))
    } finally {
      setWriting(false)
    }
  }
  return { download, writing, failed }
}

function bytesOf(
  documents: PaperDocuments,
  kind: FileKind,
  printed: PrintedPaper,
  today: string,
): Promise<Uint8Array> {
  if (kind !== 'brief') return documents[kind](printed)
  const { content, changes, paper } = printed
  return documents.brief({ paper, brief: briefOf(content, changes, today), reports: content.reports })
}
