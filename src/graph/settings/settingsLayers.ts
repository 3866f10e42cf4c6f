import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import * as v from 'valibot'
import { settingsTable } from './settingsTable.ts'

export type Variables = Readonly<Record<string, string | undefined>>

/** One place that settings come from; an earlier layer wins. */
export interface Layer {
  readonly place: string
  readonly values: Variables
}

/** What was found, and every fault in it. */
export interface FoundSettings {
  readonly layers: readonly Layer[]
  readonly values: Variables
  readonly faults: readonly string[]
}

/** Names that a configuration file may hold besides the settings: the Agents Toolkit's own and the manifest's. */
const foreignNames =
  /^(TEAMSFX_|TEAMS_|AZURE_|APP_|DEVELOPER_NAME$|WEBSITE_URL$|PRIVACY_URL$|TERMS_OF_USE_URL$)/

/**
 * Reads the environment, then the file that FT_CONFIG names (JSON, or NAME=value lines), else what a local tenant
 * left in the data folder. The local tenant's file is left alone where a configuration file or another tenant is
 * named, so that a stand-in never mixes with the real thing.
 * Throws an Error when a file cannot be read.
 */
export function findSettings(environment: Variables): FoundSettings {
  const layers: Layer[] = [{ place: 'the environment', values: environment }]
  if (environment.FT_CONFIG) layers.push(readConfigFile(environment.FT_CONFIG))
  else {
    const kept = readKept(keptFile(environment))
    const other = environment.FT_TENANT_ID && environment.FT_TENANT_ID !== kept.values.FT_TENANT_ID
    if (!other) layers.push(kept)
  }
  const values: Record<string, string> = {}
  const faults: string[] = []
  for (const { name, schema, secret } of settingsTable) {
    const text = layers.map((layer) => layer.values[name]).find(Boolean)
    if (text === undefined) continue
    const result = v.safeParse(schema, text)
    if (result.success) values[name] = text
    else faults.push(`${name} ${secret ? '' : `is "${text}", and `}must be ${result.issues[0].message}.`)
  }
  return { layers, values, faults }
}

/** Where a local tenant leaves its settings. */
export const keptFile = (environment: Variables) =>
  path.join(environment.FT_DATA || '.data', 'local-tenant.json')

function readConfigFile(file: string): Layer {
  if (!existsSync(file)) throw new Error(`FT_CONFIG is ${file}, and there is no such file.`)
  const text = readFileSync(file, 'utf8')
  const values = file.endsWith('.json') ? parseJson(text, file) : parseEnv(text)
  const known = new Set(settingsTable.map((setting) => setting.name))
  const strange = Object.keys(values).filter((name) => !known.has(name) && !foreignNames.test(name))
  if (strange.length > 0)
    throw new Error(
      `${file} has ${listed(strange)}, which is no setting of Follow-Through. docs/configuration.md has them all.`,
    )
  return { place: file, values }
}

function readKept(file: string): Layer {
  if (!existsSync(file)) return { place: file, values: {} }
  try {
    return { place: file, values: parseJson(readFileSync(file, 'utf8'), file) }
  } catch {
    throw new Error(`${file} cannot be read as the local tenant's settings. Start the local tenant again.`)
  }
}

function parseJson(text: string, file: string): Variables {
  try {
    const kept: unknown = JSON.parse(text)
    if (typeof kept === 'object' && kept !== null && !Array.isArray(kept))
      return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === 'string'))
  } catch {
    // Falls through to the sentence: not JSON and not an object are one case for the reader.
  }
  throw new Error(`${file} is not a JSON object of settings.`)
}

/** Names in a sentence: `A, B and C`. */
export const listed = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names)
