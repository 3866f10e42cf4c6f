import type { Paper, PaperContent } from '../domain/paper.ts'
import { type ContentFault, joinContent } from '../domain/paperParts.ts'
import type { PreviousPaper } from '../domain/printedPaper.ts'
import type { PaperPartStore, PaperStore } from './ports.ts'

/** Why there is no content to show: it is a draft, or a part of it was lost or changed in SharePoint. */
export type PaperContentFault = ContentFault | 'not-frozen'

export type PaperContentResult =
  | { readonly ok: true; readonly content: PaperContent }
  | { readonly ok: false; readonly code: PaperContentFault }

/** Reads a frozen paper: all of it as it was frozen, or a code that says why not. Throws `M365Error` on an outage. */
export async function readPaperContent(
  { paperParts }: { readonly paperParts: Pick<PaperPartStore, 'ofPaper'> },
  paper: Paper,
): Promise<PaperContentResult> {
  if (paper.state !== 'frozen') return { ok: false, code: 'not-frozen' }
  const { rows } = await paperParts.ofPaper(paper.key)
  return joinContent(
    paper,
    rows.map(({ value }) => value),
  )
}

/** The frozen paper of a board that came last before a meeting, or null for the first. */
export function paperBefore(
  paper: Pick<Paper, 'board' | 'meetingDate'>,
  papers: readonly Paper[],
): Paper | null {
  return (
    papers
      .filter(
        (one) => one.state === 'frozen' && one.board === paper.board && one.meetingDate < paper.meetingDate,
      )
      .toSorted((one, other) => (one.meetingDate < other.meetingDate ? 1 : -1))[0] ?? null
  )
}

export type PreviousResult =
  | { readonly ok: true; readonly previous: PreviousPaper | null }
  | { readonly ok: false; readonly code: PaperContentFault; readonly paper: Paper }

/** The paper before, with its content, for comparing. Throws `M365Error` on an outage. */
export async function readPreviousPaper(
  deps: { readonly papers: Pick<PaperStore, 'all'>; readonly paperParts: Pick<PaperPartStore, 'ofPaper'> },
  paper: Pick<Paper, 'board' | 'meetingDate'>,
): Promise<PreviousResult> {
  const { rows } = await deps.papers.all()
  const before = paperBefore(
    paper,
    rows.map(({ value }) => value),
  )
  if (before === null) return { ok: true, previous: null }
  const read = await readPaperContent(deps, before)
  if (!read.ok) return { ok: false, code: read.code, paper: before }
  return { ok: true, previous: { meetingDate: before.meetingDate, content: read.content } }
}
