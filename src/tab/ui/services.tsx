import { createContext, type ReactNode, useContext } from 'react'
import type { IsoDate } from '../../domain/calendarDays.ts'
import type { Person } from '../../domain/roles.ts'
import type { ContactDirectory, ContactFiles, PeopleSearch } from '../../usecases/directoryPorts.ts'
import type { Calendar, CalendarFiles, Calendars } from '../../usecases/exercisePorts.ts'
import type {
  Clock,
  ExerciseStore,
  LedgerStore,
  PaperDocuments,
  PaperPartStore,
  PaperReader,
  PaperStore,
  PostStore,
  RecommendationStore,
  ReportStore,
  RowVersions,
  SettingStore,
} from '../../usecases/ports.ts'
import type { ProgrammeReader, Schedules } from '../../usecases/programmePorts.ts'
import type { TrainingDocuments, TrainingFiles, TrainingStores } from '../../usecases/trainingPorts.ts'

/** Everything a screen may ask for. Made once by `wire.ts`; tests make it from stores in memory. */
export interface Services extends TrainingStores {
  readonly me: Person
  readonly clock: Clock
  readonly recommendations: RecommendationStore
  readonly versions: RowVersions
  readonly reports: ReportStore
  readonly posts: PostStore
  readonly exercises: ExerciseStore
  readonly contacts: ContactDirectory
  readonly peopleSearch: PeopleSearch
  /** Reads tables of partners; the readers are loaded with the first one. */
  readonly contactFiles: ContactFiles
  readonly papers: PaperStore
  readonly paperParts: PaperPartStore
  readonly settings: SettingStore
  /** What reminders were sent; SharePoint decides who may read whose. */
  readonly ledger: LedgerStore
  /** The signed-in person's own. */
  readonly calendar: Calendar
  /** Their own and the shared mailboxes that they may organise from. */
  readonly calendars: Calendars
  /** Writes a day as a file; the writer is loaded with the first one. */
  readonly calendarFiles: CalendarFiles
  /** When rooms and people are free, as far as the person may see. */
  readonly schedules: Schedules
  /** Reads the dates of a programme; the readers are loaded with the first file. */
  readonly programmeReader: ProgrammeReader
  /** A link that opens the tab in Teams at a subPageId such as `recommendation/12`. */
  linkTo(subPageId: string): string
  readonly paperReader: PaperReader
  readonly trainingFiles: TrainingFiles
  /** Writes papers as files; the writers are loaded with the first one. */
  readonly documents: PaperDocuments
  /** Writes bulletins, answers and figures as files; the writers are loaded with the first one. */
  readonly trainingDocuments: TrainingDocuments
}

interface Provided {
  readonly services: Services
  readonly today: IsoDate
}

const ServicesContext = createContext<Provided | null>(null)

/** Hands the services and the current day to every screen below. */
export function ServicesProvider(props: { services: Services; today: IsoDate; children: ReactNode }) {
  const { services, today, children } = props
  return <ServicesContext value={{ services, today }}>{children}</ServicesContext>
}

function useProvided(): Provided {
  const provided = useContext(ServicesContext)
  if (!provided) throw new Error('A screen was drawn outside ServicesProvider.')
  return provided
}

/** The stores, the calendar, the clock and the signed-in person. */
export function useServices(): Services {
  return useProvided().services
}

/** Today in the United Kingdom, asked from the clock by the shell and kept current by it. */
export function useToday(): IsoDate {
  return useProvided().today
}
