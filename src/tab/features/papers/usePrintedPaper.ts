import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Paper, PaperContent } from '../../../domain/paper.ts'
import {
  draftContent,
  type PreviousPaper,
  type PrintedPaper,
  printPaper,
} from '../../../domain/printedPaper.ts'
import { type PaperContentResult, paperBefore, readPaperContent } from '../../../usecases/readPaperContent.ts'
import { asError } from '../../ui/asError.ts'
import { useServices } from '../../ui/services.tsx'
import { namePaper, sayContentFault } from './paperWords.ts'
import type { PapersData } from './usePapers.ts'

/** A paper ready to be shown, on its way, or what stands in its way. */
export type Printed =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: Error; readonly retry: () => void }
  /** What was kept of a frozen paper, this one or the one before, is not as it was frozen. */
  | { readonly state: 'unreadable'; readonly says: string }
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
  const [kept, keptBefore] = [contentOf(own.data), contentOf(previous.data)]
  const printed = useMemo(() => {
    if ((before && !keptBefore) || (paper.state === 'frozen' && !kept)) return null
    const last = before && keptBefore ? { meetingDate: before.meetingDate, content: keptBefore } : null
    const content = kept ?? draftContent(paper, register, last)
    return { paper: printPaper(paper, content, last, register.posts), previous: last }
  }, [paper, before, kept, keptBefore, register])
  const failed = [own, previous].find((query) => query.error)
  if (failed) {
    return { state: 'failed', error: asError(failed.error), retry: () => void failed.refetch() }
  }
  const says = sayFault(paper, own.data) ?? (before && sayFault(before, previous.data))
  if (says) return { state: 'unreadable', says }
  return printed ? { state: 'ready', ...printed } : { state: 'loading' }
}

function contentOf(read: PaperContentResult | undefined): PaperContent | null {
  return read?.ok ? read.content : null
}

function sayFault(paper: Paper, read: PaperContentResult | undefined): string | null {
  return read && !read.ok ? `${namePaper(paper)}: ${sayContentFault(read.code)}` : null
}

/** The content of a frozen paper. It never changes, so it is read once; its fingerprint is part of its name. */
function useFrozenContent(paper: Paper | null) {
  const { paperParts } = useServices()
  return useQuery<PaperContentResult>({
    queryKey: ['paper', paper?.key ?? '', paper?.contentPrint ?? ''],
    queryFn: () => {
      if (!paper) throw new Error('No paper was asked for.')
      return readPaperContent({ paperParts }, paper)
    },
    enabled: paper !== null,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
}
