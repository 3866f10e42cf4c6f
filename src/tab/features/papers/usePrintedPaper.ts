import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Paper, PaperContent } from '../../../domain/paper.ts'
import {
  draftContent,
  type PreviousPaper,
  type PrintedPaper,
  printPaper,
} from '../../../domain/printedPaper.ts'
import { type PaperContentFault, paperBefore, readPaperContent } from '../../../usecases/readPaperContent.ts'
import { asError } from '../../ui/asError.ts'
import { useServices } from '../../ui/services.tsx'
import { namePaper, sayContentFault } from './paperWords.ts'
import type { PapersData } from './usePapers.ts'

/** A paper ready to be shown, on its way, or what stands in its way. */
export type Printed =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: Error; readonly retry: () => void }
  | { readonly state: 'ready'; readonly paper: PrintedPaper; readonly previous: PreviousPaper | null }

/** The paper as it prints: a draft from the register as it stands, a frozen one from what was kept of it. */
export function usePrintedPaper(paper: Paper, { papers, register }: PapersData): Printed {
  const before = useMemo(
    () =>
      paperBefore(
        paper,
        papers.map(({ value }) => value),
      ),
    [paper, papers],
  )
  const own = useFrozenContent(paper.state === 'frozen' ? paper : null)
  const previous = useFrozenContent(before)
  const printed = useMemo(() => {
    if ((before && !previous.data) || (paper.state === 'frozen' && !own.data)) return null
    const last = before && previous.data ? { meetingDate: before.meetingDate, content: previous.data } : null
    const content = own.data ?? draftContent(paper, register, last)
    return { paper: printPaper(paper, content, last, register.posts), previous: last }
  }, [paper, before, own.data, previous.data, register])
  const failed = [own, previous].find((query) => query.error)
  if (failed) {
    return { state: 'failed', error: asError(failed.error), retry: () => void failed.refetch() }
  }
  return printed ? { state: 'ready', ...printed } : { state: 'loading' }
}

/** The content of a frozen paper. It never changes, so it is read once; its fingerprint is part of its name. */
function useFrozenContent(paper: Paper | null) {
  const { paperParts } = useServices()
  return useQuery<PaperContent>({
    queryKey: ['paper', paper?.key ?? '', paper?.contentPrint ?? ''],
    queryFn: async () => {
      if (!paper) throw new Error('No paper was asked for.')
      const read = await readPaperContent({ paperParts }, paper)
      if (!read.ok) throw new PaperUnreadable(paper, read.code)
      return read.content
    },
    enabled: paper !== null,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
}

/** What was kept of a frozen paper is not as it was frozen. */
class PaperUnreadable extends Error {
  constructor(paper: Paper, code: PaperContentFault) {
    super(`${namePaper(paper)}: ${sayContentFault(code)}`)
  }
}
