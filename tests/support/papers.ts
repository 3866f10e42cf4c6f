import type { RowVersion } from '../../src/domain/changeLog.ts'
import type { Paper, PaperPart } from '../../src/domain/paper.ts'
import type { PaperPartStore, ReadRows, RowVersions } from '../../src/usecases/ports.ts'
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

/** Versions that SharePoint keeps of rows, by the id of the item; it notes which were asked for. */
export class MemoryRowVersions implements RowVersions {
  readonly asked: string[] = []
  readonly #kept = new Map<string, readonly RowVersion[]>()

  keep(id: string, versions: readonly Pick<RowVersion, 'number' | 'at' | 'value'>[]): void {
    this.#kept.set(
      id,
      versions.map((one) => ({ ...one, by: 'A', byObject: 'a', mark: '' })),
    )
  }

  async ofRecommendation(id: string): Promise<readonly RowVersion[]> {
    this.asked.push(id)
    return this.#kept.get(id) ?? []
  }
}
