import type { Setting } from './setting.ts'

/** The setting that says what the force is called where places are counted by agency. */
export const forceNameKey = 'force-name'

/** What the force is called while nobody has said it. */
export const unnamedForce = 'The force'

/** Reads the setting; without a name in it the force goes by `unnamedForce`. */
export function readForceName(setting: Pick<Setting, 'value'> | null): string {
  const name = setting?.value.trim() ?? ''
  return name === '' ? unnamedForce : name
}
