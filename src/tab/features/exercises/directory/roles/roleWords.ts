import type { RoleFault, RoleTemplate } from '../../../../../domain/roleTemplate.ts'
import type { ExerciseSettingOutcome } from '../../../../../usecases/changeExerciseSetting.ts'

/** What is asked of a role, as short marks beside it. */
export function roleMarks(role: RoleTemplate): readonly string[] {
  return [
    role.required ? 'Required' : 'Optional',
    ...(role.panel ? ['Diamond Panel'] : []),
    ...(role.each ? ['Every holder'] : []),
    ...(role.condition ? ['Only with headquarters in the area'] : []),
  ]
}

/** What is wrong with a list of roles. */
export function sayFault(fault: RoleFault): string {
  switch (fault.code) {
    case 'no-role-name':
      return 'The role needs a name.'
    case 'same-role-twice':
      return `${fault.role} is in the list already.`
    case 'police-sector-mismatch':
      return 'Police have the sector police, and partners one of the others.'
    case 'condition-on-police':
      return 'Headquarters matter for partners only.'
  }
}

/** Why a list of roles was not kept. */
export function sayNotKept(outcome: Extract<ExerciseSettingOutcome, { ok: false }>): string {
  switch (outcome.code) {
    case 'faults':
      return outcome.faults.map(sayFault).join(' ')
    case 'coordinators-only':
      return 'Only coordinators say which roles are asked for.'
    case 'cannot-be':
      return 'This cannot be kept as it is.'
    case 'nothing-changed':
      return 'Nothing was changed.'
    case 'changed-meanwhile':
      return 'Somebody changed the roles in between. They are shown as they are now; look at them and try again.'
  }
}
