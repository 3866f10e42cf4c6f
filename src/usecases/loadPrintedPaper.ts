import type { Paper } from '../domain/paper.ts'
import { composePaper } from '../domain/paperContent.ts'
import { draftContent, type PreviousPaper, type PrintedPaper, printPaper } from '../domain/printedPaper.ts'
import type {
  PaperPartStore,
  PaperStore,
  PostStore,
  RecommendationStore,
  ReportStore,
  RowVersions,
} from './ports.ts'
import { type PaperContentFault, readPaperContent, readPreviousPaper } from './readPaperContent.ts'
import { rowsAtCutOff } from './registerAtCutOff.ts'

export interface PrintDeps {
  readonly papers: Pick<PaperStore, 'all'>
  readonly paperParts: Pick<PaperPartStore, 'ofPaper'>
  readonly reports: Pick<ReportStore, 'all'>
  readonly recommendations: Pick<RecommendationStore, 'all'>
  readonly posts: Pick<PostStore, 'all'>
  readonly versions: RowVersions
}

export type LoadedPaper =
  | {
      readonly ok: true
      readonly printed: PrintedPaper
      /** Rows of the register that a draft cannot show, because they cannot be read. */
      readonly unreadable: number
    }
  | { readonly ok: false; readonly code: PaperContentFault; readonly paper: Paper }

/**
 * A paper ready to be printed: a draft from the register as it stood at its cut-off, a frozen one from what was kept of it.
 * @param withChanges false prints the register as it is stored, compared with no earlier paper
 */
export async function loadPrintedPaper(
  deps: PrintDeps,
  paper: Paper,
  withChanges = true,
): Promise<LoadedPaper> {
  const before = withChanges ? await readPreviousPaper(deps, paper) : { ok: true as const, previous: null }
  if (!before.ok) return before
  const posts = (await deps.posts.all()).rows.map(({ value }) => value)
  const content = await contentOf(deps, paper, withChanges ? before : null)
  if (!content.ok) return { ok: false, code: content.code, paper }
  const printed = printPaper(paper, content.content, before.previous, posts)
  return { ok: true, printed, unreadable: content.unreadable }
}

/** @param before null for the register as it is stored, with the sentences of its papers */
async function contentOf(
  deps: PrintDeps,
  paper: Paper,
  before: { readonly previous: PreviousPaper | null } | null,
) {
  if (paper.state === 'frozen') return { ...(await readPaperContent(deps, paper)), unreadable: 0 }
  const [reports, rows] = await Promise.all([deps.reports.all(), deps.recommendations.all()])
  const unreadable = reports.unreadable.length + rows.unreadable.length
  const known = reports.rows.map(({ value }) => value)
  const content =
    before === null
      ? composePaper({ reports: known, rows: rows.rows.map(({ value }) => value), previous: null })
      : draftContent(
          paper,
          { reports: known, ...(await rowsAtCutOff(deps, rows.rows, paper.cutOff)) },
          before.previous,
        )
  return { ok: true as const, content, unreadable }
}
