import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Paper, PaperContent } from '../../../domain/paper.ts'
import {
  draftContent,
  type PreviousPaper,
  type PrintedPaper,
  printPaper,
} from '../../../domain/printedPaper.ts'
import { isChangedAfter } from '../../../domain/rowAsAt.ts'
import { type PaperContentResult, paperBefore, readPaperContent } from '../../../usecases/readPaperContent.ts'
import { type RowsAtCutOff, rowsAtCutOff } from '../../../usecases/registerAtCutOff.ts'
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

/** The paper as it prints: a draft from the register as it stood at its cut-off, a frozen one from what was kept of it. */
export function usePrintedPaper(paper: Paper, data: PapersData): Printed {
  const { papers, register } = data
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
  const then = useRowsAtCutOff(paper, data)
  const [kept, keptBefore] = [contentOf(own.data), contentOf(previous.data)]
  const printed = useMemo(() => {
    if ((before && !keptBefore) || (paper.state === 'frozen' && !kept)) return null
    const last = before && keptBefore ? { meetingDate: before.meetingDate, content: keptBefore } : null
    if (!kept && !then.data) return null
    const content = kept ?? draftContent(paper, { ...register, ...then.data }, last)
    return { paper: printPaper(paper, content, last, register.posts), previous: last }
  }, [paper, before, kept, keptBefore, register, then.data])
  const failed = [own, previous, then].find((query) => query.error)
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

/**
 * The rows of a draft as they stood at its cut-off. They are asked again when a row was changed; without a row that
 * was changed later nothing is asked at all.
 */
function useRowsAtCutOff(paper: Paper, { register, idOf }: PapersData) {
  const { versions } = useServices()
  const { cutOff, state } = paper
  const later = useMemo(
    () =>
      register.rows
        .filter((row) => isChangedAfter(row, cutOff))
        .map((row) => `${row.key} ${row.history.length}`),
    [register.rows, cutOff],
  )
  const none = later.length === 0
  const asked = useQuery<RowsAtCutOff>({
    queryKey: ['rows-at', cutOff, later],
    queryFn: () =>
      rowsAtCutOff(
        { versions },
        register.rows.map((value) => ({ id: idOf.get(value.key) ?? '', value })),
        cutOff,
      ),
    enabled: state === 'draft' && !none,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  return none ? { ...asked, data: {}, error: null } : asked
}
