import type { PaperFile } from '../domain/anyPaper.ts'
import type { IsoDate } from '../domain/calendarDays.ts'
import type { ProgrammeFileResult } from '../domain/programmeReading.ts'
import type { FreeBusy } from '../domain/programmeRules.ts'

/** When people and rooms are free, as far as the signed-in person may see. */
export interface Schedules {
  /**
   * The times at which the mailboxes are taken on days, both included. A mailbox that cannot be asked, such as one outside
   * the force, is named as unknown. Throws `M365Error` when nothing could be asked.
   */
  freeBusy(addresses: readonly string[], from: IsoDate, to: IsoDate): Promise<FreeBusy>
}

/** Reads the dates of a programme from a file or pasted text. It never throws for a file's sake. */
export interface ProgrammeReader {
  read(file: PaperFile): Promise<ProgrammeFileResult>
}
