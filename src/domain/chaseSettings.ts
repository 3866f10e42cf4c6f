import { type ChasePolicy, type ChaseRhythm, rhythmFaults, usualChases } from './exerciseChases.ts'
import type { Setting } from './setting.ts'

/** The setting that says how often the silent are asked again. */
export const chaseSettingKey = 'exercise/chases'

/** The rhythm that the force keeps; the usual one where it set none or it cannot be read. */
export function chasePolicyOf(settings: readonly Setting[]): ChasePolicy {
  const setting = settings.find(({ key }) => key === chaseSettingKey)
  return (setting && readPolicy(setting.value)) ?? usualChases
}

function readPolicy(json: string): ChasePolicy | null {
  try {
    const value: unknown = JSON.parse(json)
    const on = part(value, 'on')
    const required = readRhythm(part(value, 'required'))
    const optional = readRhythm(part(value, 'optional'))
    return typeof on === 'boolean' && required && optional ? { on, required, optional } : null
  } catch {
    return null
  }
}

function readRhythm(value: unknown): ChaseRhythm | null {
  const number = (name: string) => {
    const found = part(value, name)
    return typeof found === 'number' ? found : Number.NaN
  }
  const rhythm = {
    every: number('every'),
    closeFrom: number('closeFrom'),
    everyWhenClose: number('everyWhenClose'),
    most: number('most'),
  }
  return rhythmFaults(rhythm).length === 0 ? rhythm : null
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
