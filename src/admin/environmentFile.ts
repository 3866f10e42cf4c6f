import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'

/** The file with an environment's values: `env/.env.NAME`, where the Agents Toolkit keeps them too. */
export const environmentFile = (name: string) => path.join('env', `.env.${name}`)

/** Reads an environment's values. Throws an Error with a sentence when there is no such environment. */
export function readEnvironmentFile(name: string): Readonly<Record<string, string | undefined>> {
  const file = environmentFile(name)
  if (!/^[\w-]+$/.test(name) || !existsSync(file))
    throw new Error(
      `There is no environment ${name}: ${file} is missing. Copy env/.env.prod to it and fill it in.`,
    )
  return parseEnv(readFileSync(file, 'utf8'))
}

/** Writes values into an environment's file; comments and everything else stay as they are. */
export function writeEnvironmentFile(name: string, values: Readonly<Record<string, string>>): string[] {
  const file = environmentFile(name)
  const before = parseEnv(readFileSync(file, 'utf8'))
  const changed = Object.keys(values).filter((key) => before[key] !== values[key])
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  for (const key of changed) {
    const at = lines.findIndex((line) => line.startsWith(`${key}=`))
    const line = `${key}=${values[key]}`
    if (at === -1) lines.push(line)
    else lines[at] = line
  }
  if (changed.length > 0) writeFileSync(file, `${lines.join('\n')}\n`)
  return changed
}
