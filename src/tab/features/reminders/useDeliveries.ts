import { useQuery } from '@tanstack/react-query'
import type { IsoDate } from '../../../domain/calendarDays.ts'
import type { Setting } from '../../../domain/setting.ts'
import {
  readDeliveriesOf,
  readRemindersOf,
  readRuns,
  readSecretarysList,
} from '../../../usecases/deliveries.ts'
import type { SettingStore, Stored } from '../../../usecases/ports.ts'
import { runRecordKey } from '../../../usecases/runRecord.ts'
import { refreshEvery } from '../../ui/freshness.ts'
import { useRows } from '../../ui/rows.tsx'
import { useServices } from '../../ui/services.tsx'

/** The settings that the tab holds, to be asked like the list itself. */
function heldSettings(rows: readonly Stored<Setting>[]): Pick<SettingStore, 'byKey' | 'create' | 'save'> {
  const readOnly = () => Promise.reject(new Error('The delivery page writes no settings.'))
  return {
    byKey: async (key) => rows.find(({ value }) => value.key === key) ?? null,
    create: readOnly,
    save: readOnly,
  }
}

/** The newest runs, and whether none has finished for too long; follows the list of settings as it changes. */
export function useRuns() {
  const { settings, clock } = useServices()
  const list = useRows('settings', settings)
  const rows = list.held?.rows
  const record = rows?.find(({ value }) => value.key === runRecordKey)
  const query = useQuery({
    queryKey: ['reminder-runs', record?.etag ?? null],
    enabled: rows !== undefined,
    queryFn: () => readRuns({ settings: heldSettings(rows ?? []), clock }),
    refetchInterval: refreshEvery,
    placeholderData: (before) => before,
  })
  return { list, query }
}

/** Person by person what became of a day's reminders. */
export function useDay(day: IsoDate) {
  const { ledger } = useServices()
  return useQuery({
    queryKey: ['reminder-day', day],
    queryFn: () => readDeliveriesOf({ ledger }, day),
    refetchInterval: refreshEvery,
  })
}

/** Whom the secretary has to see to. */
export function useSecretarysList() {
  const { ledger, clock } = useServices()
  return useQuery({
    queryKey: ['reminder-troubles'],
    queryFn: () => readSecretarysList({ ledger, clock }),
    refetchInterval: refreshEvery,
  })
}

/** The signed-in person's own reminders; nobody else's are asked for. */
export function useOwnReminders() {
  const { ledger, me } = useServices()
  return useQuery({
    queryKey: ['reminders-of', me.objectId],
    queryFn: () => readRemindersOf({ ledger }, me.objectId),
    refetchInterval: refreshEvery,
  })
}
