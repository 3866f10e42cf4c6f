/** `npm run --silent bench -- NAME [--json] [OPTIONS]`: one benchmark per folder; figures are ratios measured in one run. */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

const names = readdirSync('bench', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
const [name = '', ...rest] = process.argv.slice(2)
const file = path.resolve('bench', name, 'run.ts')
if (!names.includes(name) || !existsSync(file)) {
  console.error(`Usage: npm run --silent bench -- NAME [--json], where NAME is one of ${names.join(', ')}.`)
  process.exit(2)
}
const { run } = (await import(file)) as {
  run(args: readonly string[]): Promise<Record<string, unknown>>
}
const figures = await run(rest)
if (rest.includes('--json')) console.log(JSON.stringify(figures))
else
  for (const [label, value] of Object.entries(figures))
    console.log(`${label}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
