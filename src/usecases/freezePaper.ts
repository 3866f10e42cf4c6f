import type { Paper, PaperContent, PaperPart } from '../domain/paper.ts'
import { cutContent, joinContent } from '../domain/paperParts.ts'
import { draftContent } from '../domain/printedPaper.ts'
import { mayManage, type Person } from '../domain/roles.ts'
import { fewAtOnce } from './fewAtOnce.ts'
import type {
  Clock,
  PaperPartStore,
  PaperStore,
  RecommendationStore,
  ReportStore,
  RowVersions,
  Stored,
} from './ports.ts'
import { readPreviousPaper } from './readPaperContent.ts'
import { rowsAtCutOff } from './registerAtCutOff.ts'

export interface FreezeDeps {
  readonly papers: Pick<PaperStore, 'get' | 'all' | 'save'>
  readonly paperParts: Pick<PaperPartStore, 'ofPaper' | 'create'>
  readonly reports: Pick<ReportStore, 'all'>
  readonly recommendations: Pick<RecommendationStore, 'all'>
  readonly versions: RowVersions
  readonly clock: Clock
}

/** Why a paper was not frozen; it is a draft as before, and freezing it again goes on where this ended. */
export const freezeRefusals = [
  'secretary-only',
  'already-frozen',
  'cut-off-not-reached',
  'unreadable-rows',
  'previous-unreadable',
  'parts-not-kept',
  'changed-meanwhile',
] as const
export type FreezeRefusal = (typeof freezeRefusals)[number]

export type FreezeResult =
  | {
      readonly ok: true
      readonly paper: Stored<Paper>
      readonly content: PaperContent
    }
  | { readonly ok: false; readonly code: FreezeRefusal; readonly unreadable?: number }

export interface FreezeTask {
  readonly id: string
  readonly actor: Person
  /** Told how many of the paper's parts are written. */
  readonly onProgress?: (done: number, of: number) => void
}

/** SharePoint counts every write, so there is no gain in more at a time. */
const atATime = 4

/**
 * Freezes a paper: its content is written in parts, read back and proved, and only then is the paper marked frozen.
 * A freeze that was interrupted is repeated; parts that are there already are not written again. Throws `M365Error`.
 */
export async function freezePaper(
  deps: FreezeDeps,
  { id, actor, onProgress = () => {} }: FreezeTask,
): Promise<FreezeResult> {
  if (!mayManage(actor)) return { ok: false, code: 'secretary-only' }
  const paper = await deps.papers.get(id)
  if (paper.value.state === 'frozen') return { ok: false, code: 'already-frozen' }
  if ((await deps.clock.today()) < paper.value.cutOff) return { ok: false, code: 'cut-off-not-reached' }
  const composed = await compose(deps, paper.value)
  if (!composed.ok) return composed
  const cut = cutContent(paper.value.key, composed.content)
  const isKept = await keepParts(deps, paper.value.key, cut, onProgress)
  if (!isKept) return { ok: false, code: 'parts-not-kept' }
  const saved = await deps.papers.save(paper, {
    ...paper.value,
    ...{
      state: 'frozen',
      frozenAt: await deps.clock.now(),
      frozenBy: actor.objectId,
      frozenByName: actor.name,
    },
    ...{ parts: cut.parts.length, contentPrint: cut.print },
  })
  if (!saved.ok) return { ok: false, code: 'changed-meanwhile' }
  return { ok: true, paper: saved.row, content: composed.content }
}

type Composed = { readonly ok: true; readonly content: PaperContent } | Extract<FreezeResult, { ok: false }>

/** A row that cannot be read would be missing from the paper, so nothing is frozen without it. */
async function compose(deps: FreezeDeps, paper: Paper): Promise<Composed> {
  const [reports, rows, before] = await Promise.all([
    deps.reports.all(),
    deps.recommendations.all(),
    readPreviousPaper(deps, paper),
  ])
  const unreadable = reports.unreadable.length + rows.unreadable.length
  if (unreadable > 0) return { ok: false, code: 'unreadable-rows', unreadable }
  if (!before.ok) return { ok: false, code: 'previous-unreadable' }
  const register = {
    reports: reports.rows.map(({ value }) => value),
    ...(await rowsAtCutOff(deps, rows.rows, paper.cutOff)),
  }
  return { ok: true, content: draftContent(paper, register, before.previous) }
}

/** Writes the parts that are not there yet, and says whether all can be read as they were written. */
async function keepParts(
  { paperParts }: Pick<FreezeDeps, 'paperParts'>,
  key: string,
  { print, parts }: { readonly print: string; readonly parts: readonly PaperPart[] },
  onProgress: (done: number, of: number) => void,
): Promise<boolean> {
  const there = new Set((await paperParts.ofPaper(key)).rows.map(({ value }) => value.key))
  const missing = parts.filter((part) => !there.has(part.key))
  let done = parts.length - missing.length
  onProgress(done, parts.length)
  await fewAtOnce(missing, atATime, async (part) => {
    await paperParts.create(part)
    done += 1
    onProgress(done, parts.length)
  })
  const { rows } = await paperParts.ofPaper(key)
  return joinContent(
    { key, parts: parts.length, contentPrint: print },
    rows.map(({ value }) => value),
  ).ok
}
