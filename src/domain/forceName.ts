import type { Setting } from './setting.ts'

/** The setting that says what the force is called where places are counted by agency. */
export const forceNameKey = 'force-name'

/** What the force is called while nobody has said it. */
export const unnamedForce = 'The force'

/** Reads the setting; without a name in it the force goes by `unnamedForce`. */
export function readForceName(setting: Pick<Setting, 'value'> | null): string {
  const name = setting === null ? '' : nameIn(setting.value).trim()
  return name === '' ? unnamedForce : name
}

function nameIn(value: string): string {
  try {
    const parsed: unknown = JSON.parse(value)
    if (typeof parsed !== 'object' || parsed === null) return ''
    const { name } = parsed as Readonly<Record<string, unknown>>
    return typeof name === 'string' ? name : ''
  } catch {
    return ''
  }
}

/** The setting's value for a name. */
export function writeForceName(name: string): string {
  return JSON.stringify({ name: name.trim() })
}
