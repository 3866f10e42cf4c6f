import { type IsoDate, isIsoDate } from '../domain/calendarDays.ts'
import { type Marking, type Paper, paperKeyOf } from '../domain/paper.ts'
import { mayManage, type Person } from '../domain/roles.ts'
import type { PaperStore, Stored } from './ports.ts'

/** What has to be said about a new paper. */
export interface NewPaper {
  readonly board: string
  readonly meetingDate: IsoDate
  readonly cutOff: IsoDate
  readonly marking: Marking
}

export type DraftRefusal =
  | 'not-allowed'
  | 'no-board'
  | 'no-meeting-date'
  | 'no-cut-off'
  | 'cut-off-after-meeting'
  | 'already-there'
  | 'frozen'
  | 'changed-meanwhile'

export type DraftOutcome =
  | { readonly ok: true; readonly row: Stored<Paper> }
  | { readonly ok: false; readonly code: DraftRefusal }

/** Says what is wrong with a new paper, or null. */
export function checkNewPaper({ board, meetingDate, cutOff }: NewPaper): DraftRefusal | null {
  if (board.trim() === '') return 'no-board'
  if (!isIsoDate(meetingDate)) return 'no-meeting-date'
  if (!isIsoDate(cutOff)) return 'no-cut-off'
  return cutOff > meetingDate ? 'cut-off-after-meeting' : null
}

/** Begins a paper. A board has one paper for a day. Throws `M365Error`. */
export async function startPaper(
  { papers }: { readonly papers: Pick<PaperStore, 'create'> },
  { paper, actor }: { readonly paper: NewPaper; readonly actor: Person },
): Promise<DraftOutcome> {
  if (!mayManage(actor)) return { ok: false, code: 'not-allowed' }
  const refusal = checkNewPaper(paper)
  if (refusal) return { ok: false, code: refusal }
  const board = paper.board.trim()
  const created = await papers.create({
    ...{ ...paper, board, key: paperKeyOf(board, paper.meetingDate), state: 'draft' },
    ...{ frozenAt: null, frozenBy: '', frozenByName: '', parts: 0, contentPrint: '', typedClaims: {} },
  })
  return created.already ? { ok: false, code: 'already-there' } : { ok: true, row: created.row }
}

/**
 * Puts a typed sentence in place of the computed one of a report, or takes it away again (null). When somebody saved
 * in between, their sentences stay and only this report's is set. Throws `M365Error`.
 */
export async function typeSentence(
  { papers }: { readonly papers: Pick<PaperStore, 'save'> },
  input: {
    readonly row: Stored<Paper>
    readonly reportKey: string
    readonly sentence: string | null
    readonly actor: Person
  },
): Promise<DraftOutcome> {
  const { reportKey, sentence, actor } = input
  if (!mayManage(actor)) return { ok: false, code: 'not-allowed' }
  let row = input.row
  for (let round = 1; round <= 3; round += 1) {
    if (row.value.state === 'frozen') return { ok: false, code: 'frozen' }
    const { [reportKey]: _, ...others } = row.value.typedClaims
    const typed = sentence?.trim() ? { ...others, [reportKey]: sentence.trim() } : others
    const saved = await papers.save(row, { ...row.value, typedClaims: typed })
    if (saved.ok) return { ok: true, row: saved.row }
    row = saved.theirs
  }
  return { ok: false, code: 'changed-meanwhile' }
}
