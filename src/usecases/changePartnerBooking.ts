import { type AgencyCoordinator, agencyCoordinatorsKey } from '../domain/agencyCoordinators.ts'
import { forceNameKey } from '../domain/forceName.ts'
import { mayRunCourses, type Person } from '../domain/roles.ts'
import type { Setting } from '../domain/setting.ts'
import { keepSetting, type SettingDeps } from './keepSetting.ts'
import type { Stored } from './ports.ts'

export type PartnerBookingRefusal = 'not-yours' | 'no-agency' | 'twice' | 'nothing-changed'

export type PartnerBookingOutcome =
  | { readonly ok: true; readonly rows: readonly Stored<Setting>[] }
  | { readonly ok: false; readonly code: PartnerBookingRefusal }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<Setting> }

/**
 * Says who books for the people of which organisation, and what the force itself is called where places are counted.
 * Every change is kept with the setting. Refused for others than coordinators, or when somebody saved since the
 * versions in `etags`. Throws `M365Error`; the same call may be repeated.
 */
export async function changePartnerBooking(
  deps: SettingDeps,
  input: {
    readonly coordinators: readonly AgencyCoordinator[]
    readonly force: string
    /** Of the two settings as they were shown; null where there was none. */
    readonly etags: { readonly coordinators: string | null; readonly force: string | null }
    readonly actor: Person
  },
): Promise<PartnerBookingOutcome> {
  const { etags, actor } = input
  const coordinators = input.coordinators.map((one) => ({ ...one, agency: one.agency.trim() }))
  const code = refusalOf(coordinators, actor)
  if (code) return { ok: false, code }
  const wanted = [
    { key: agencyCoordinatorsKey, value: { coordinators }, etag: etags.coordinators, actor },
    { key: forceNameKey, value: { name: input.force.trim() }, etag: etags.force, actor },
  ]
  const rows: Stored<Setting>[] = []
  for (const one of wanted) {
    const kept = await keepSetting(deps, one)
    if (kept.ok) rows.push(kept.row)
    else if (kept.code === 'changed-meanwhile') return kept
  }
  return rows.length === 0 ? { ok: false, code: 'nothing-changed' } : { ok: true, rows }
}

function refusalOf(
  coordinators: readonly AgencyCoordinator[],
  actor: Person,
): Exclude<PartnerBookingRefusal, 'nothing-changed'> | null {
  if (!mayRunCourses(actor)) return 'not-yours'
  if (coordinators.some(({ agency }) => agency === '')) return 'no-agency'
  const names = coordinators.map(({ agency, person }) => `${agency.toLowerCase()}/${person}`)
  return new Set(names).size < names.length ? 'twice' : null
}
