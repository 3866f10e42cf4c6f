import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

const sources = [
  'src/tab',
  'src/domain',
  'src/usecases',
  'src/graph',
  'src/documents',
  'src/localtenant/host',
  'webpack.config.js',
  'package-lock.json',
]
const outputs = ['dist/tab/index.html', 'dist/host/index.html']

/** Says whether both bundles are newer than everything that they are built from. */
export function bundlesAreFresh(): boolean {
  if (!outputs.every((file) => existsSync(file))) return false
  const built = Math.min(...outputs.map((file) => statSync(file).mtimeMs))
  return newest(sources) < built
}

/** When the lists' declarations were changed last, in milliseconds since 1970. Their choices come from the domain. */
export function listsChangedAt(): number {
  return newest(['src/graph/columns', 'src/domain'])
}

function newest(paths: readonly string[]): number {
  let latest = 0
  for (const entry of paths) {
    if (!existsSync(entry)) continue
    const facts = statSync(entry)
    const time = facts.isDirectory()
      ? newest(readdirSync(entry).map((name) => path.join(entry, name)))
      : facts.mtimeMs
    latest = Math.max(latest, time)
  }
  return latest
}
