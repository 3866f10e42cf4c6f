import { writeDate, writeInstant } from '../../../domain/calendarDays.ts'
import { type Paper, paperKeyOf } from '../../../domain/paper.ts'
import type { DraftRefusal } from '../../../usecases/draftPaper.ts'
import type { FreezeRefusal } from '../../../usecases/freezePaper.ts'
import type { PaperContentFault } from '../../../usecases/readPaperContent.ts'

/** Who may make papers, for those who may not. */
export const whyNotSecretary =
  'Papers are made by the board secretary and by administrators. You can read and print every one of them.'

/** How far a paper is. */
export function sayState(paper: Paper): string {
  if (paper.state === 'draft') return `Draft; follows the register until it is frozen`
  const when = paper.frozenAt ? ` on ${writeInstant(paper.frozenAt)}` : ''
  return `Frozen${when}${paper.frozenByName ? ` by ${paper.frozenByName}` : ''}`
}

/** The name of a paper for people: `Police Authority Board, 16 June 2021`. */
export function namePaper({ board, meetingDate }: Pick<Paper, 'board' | 'meetingDate'>): string {
  return `${board}, ${writeDate(meetingDate)}`
}

/** The name of a paper's file: `police-authority-board-16-june-2021.docx`, `…-brief.docx`. */
export function fileNameOf(
  { board, meetingDate, state }: Pick<Paper, 'board' | 'meetingDate' | 'state'>,
  ending: string,
): string {
  const start = paperKeyOf(board, meetingDate).slice(0, -meetingDate.length)
  const day = writeDate(meetingDate).toLowerCase().replaceAll(' ', '-')
  return `${start}${day}${state === 'draft' ? '-draft' : ''}${ending}`
}

const refusals: Readonly<Record<DraftRefusal, string>> = {
  'not-allowed': whyNotSecretary,
  'no-board': 'Say which board the paper is for.',
  'no-meeting-date': 'Say on which day the board meets.',
  'no-cut-off': 'Say up to which day the register is shown.',
  'cut-off-after-meeting': 'The cut-off has to be on or before the day of the meeting.',
  'already-there': 'There is a paper for this board on this day already. Open it from the list of papers.',
  frozen: 'The paper was frozen meanwhile, so its sentences can no longer change.',
  'changed-meanwhile':
    'Others kept saving this paper. Nothing was changed; your words are still here. Try again in a moment.',
}

/** Why something about a paper was not done, and what to do. */
export function sayRefusal(code: DraftRefusal): string {
  return refusals[code]
}

const faults: Readonly<Record<PaperContentFault, string>> = {
  'part-lost':
    'a part of this frozen paper is missing from the list PaperParts, so nothing of it is shown. An administrator can restore the item from the recycle bin of SharePoint.',
  'content-altered':
    'what was kept of this frozen paper has been changed in SharePoint, so nothing of it is shown. An administrator can restore the earlier version of the items in PaperParts.',
  'not-frozen': 'this paper has not been frozen yet.',
}

/** Why a frozen paper cannot be shown, and who can mend it. */
export function sayContentFault(code: PaperContentFault): string {
  return faults[code]
}

const freezeRefusals: Readonly<Record<FreezeRefusal, string>> = {
  'secretary-only': whyNotSecretary,
  'already-frozen': 'Somebody has frozen this paper already. It is shown as it was frozen.',
  'cut-off-not-reached': 'The day of its cut-off has not come yet. Freeze it on that day or later.',
  'unreadable-rows':
    'Rows of the register cannot be read and would be missing from the paper. They are named at the end of Recommendations; once they are mended, freeze it again.',
  'previous-unreadable':
    'The paper before cannot be read as it was frozen, so nothing could be compared with it. Open it to see what is wrong.',
  'parts-not-kept':
    'SharePoint did not give back what was written, so the paper was left a draft. Freeze it again; what is there already is not written twice.',
  'changed-meanwhile':
    'Somebody changed the paper in between, so it was left a draft. Look at it again, then freeze it.',
}

/** Why a paper was not frozen, and what to do. */
export function sayFreezeRefusal(code: FreezeRefusal): string {
  return freezeRefusals[code]
}
