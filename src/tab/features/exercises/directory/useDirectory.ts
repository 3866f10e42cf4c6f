import { useMemo, useState } from 'react'
import type { Contact } from '../../../../domain/contact.ts'
import { exerciseTypesOf, spase } from '../../../../domain/exerciseType.ts'
import {
  type ContactNote,
  type DirectoryRules,
  directoryRulesKey,
  firstRules,
  notesOf,
  readDirectoryRules,
} from '../../../../domain/partnerDirectory.ts'
import type { RoleTemplate } from '../../../../domain/roleTemplate.ts'
import type { Setting } from '../../../../domain/setting.ts'
import type { DirectoryActor } from '../../../../usecases/changeContact.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useRows } from '../../../ui/rows.tsx'
import { useServices, useToday } from '../../../ui/services.tsx'

const none: readonly Stored<Contact>[] = []

/** The partners, what is to be looked at in each, and by which rules; for every screen that shows or changes them. */
export function useDirectory() {
  const { contacts, settings, me } = useServices()
  const today = useToday()
  const list = useRows('contacts', contacts)
  const settingRows = useRows('settings', settings)
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const held = list.held?.rows ?? none
  const rows = useMemo(
    () =>
      held
        .filter(({ id }) => !gone.has(id))
        .toSorted(
          (one, other) =>
            one.value.organisation.localeCompare(other.value.organisation) ||
            one.value.role.localeCompare(other.value.role),
        ),
    [held, gone],
  )
  const set = settingRows.held?.rows
  const rules = useMemo(() => rulesOf(set ?? []), [set])
  const roles = useMemo(() => everyRole(set ?? []), [set])
  const ownDomain = me.signInName.split('@')[1] ?? ''
  const notes: ReadonlyMap<string, readonly ContactNote[]> = useMemo(
    () =>
      notesOf(
        rows.map(({ value }) => value),
        rules,
        today,
        ownDomain,
      ),
    [rows, rules, today, ownDomain],
  )
  const actor: DirectoryActor = { actor: me, rules, ownDomain }
  return {
    ...{ list, settings: settingRows, rows, rules, roles, notes, actor },
    unreadable: list.held?.unreadable ?? [],
    /** Takes rows off the screen that have just been taken away. */
    hide: (ids: readonly string[]) => {
      setGone((before) => new Set([...before, ...ids]))
      list.refresh()
    },
  }
}
export type Directory = ReturnType<typeof useDirectory>

/** The rules that somebody set, or those the directory begins with. */
export function rulesOf(settings: readonly Stored<Setting>[]): DirectoryRules {
  const row = settings.find(({ value }) => value.key === directoryRulesKey)
  try {
    return readDirectoryRules(JSON.parse(row?.value.value ?? 'null')) ?? firstRules
  } catch {
    return firstRules
  }
}

/** The partner roles of every type of exercise, each once. */
function everyRole(settings: readonly Stored<Setting>[]): readonly RoleTemplate[] {
  const types = exerciseTypesOf(settings.map(({ value }) => value))
  const byName = new Map(
    [...types.flatMap(({ roles }) => roles), ...spase.roles].map((one) => [one.role, one]),
  )
  return [...byName.values()]
}
