import type { Paper, PaperPart } from '../../src/domain/paper.ts'
import type { PaperPartStore, ReadRows } from '../../src/usecases/ports.ts'
import { MemoryListStore } from './memoryListStore.ts'

/** A draft for the meeting of 16 June 2021. */
export function aPaper(changes: Partial<Paper> = {}): Paper {
  return {
    key: 'police-authority-board-2021-06-16',
    board: 'Police Authority Board',
    meetingDate: '2021-06-16',
    cutOff: '2021-06-01',
    marking: 'OFFICIAL',
    state: 'draft',
    frozenAt: null,
    frozenBy: '',
    frozenByName: '',
    parts: 0,
    contentPrint: '',
    typedClaims: {},
    ...changes,
  }
}

/** Parts of papers in memory. */
export class MemoryPaperParts extends MemoryListStore<PaperPart> implements PaperPartStore {
  async ofPaper(paperKey: string): Promise<ReadRows<PaperPart>> {
    const { rows, unreadable } = await this.all()
    return { rows: rows.filter(({ value }) => value.paperKey === paperKey), unreadable }
  }
}
