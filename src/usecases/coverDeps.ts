import type { Clock, SettingStore } from './ports.ts'
import type { CompletionStore, CoverStore, RequirementStore, StaffStore } from './trainingPorts.ts'

/** What adding up the cover reads and writes. */
export interface CoverDeps {
  readonly completions: Pick<CompletionStore, 'takenSince' | 'ofPeople' | 'ofCourse'>
  readonly staff: Pick<StaffStore, 'changesSince' | 'ofTeam' | 'ofRole' | 'ofKeys'>
  readonly requirements: Pick<RequirementStore, 'all'>
  readonly cover: Pick<
    CoverStore,
    'all' | 'ofRequirement' | 'ofTeam' | 'changingBy' | 'createMany' | 'saveMany'
  >
  readonly settings: Pick<SettingStore, 'byKey' | 'create' | 'save'>
  readonly clock: Pick<Clock, 'today'>
}

/** What keeping the cover came to. */
export interface CoverUpdate {
  readonly how: 'rebuilt' | 'by-teams' | 'nothing'
  readonly teams: number
  /** Figures that were written, because they differ from what stood there. */
  readonly written: number
  readonly unreadable: number
}
