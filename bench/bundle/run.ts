import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** What the tab may cost before anything can be seen, in kB after gzip. */
const budgetKb = 250

/**
 * The tab's first load and what comes later, in kB (1,000 bytes) after gzip. Builds for production into a folder of
 * its own, so that a development build lying about is not measured by mistake.
 */
export async function run(): Promise<Record<string, number | boolean>> {
  const folder = path.resolve('node_modules/.cache/bench-bundle')
  build(folder)
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8')
  const initial = new Set(
    [...page.matchAll(/<script[^>]*\ssrc="[^"]*?([^"/]+\.js)"/g)].map((match) => match[1]),
  )
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const kb = (names: readonly string[]) =>
    Math.round(
      names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(folder, name))).length, 0) / 100,
    ) / 10
  const initialKb = kb(scripts.filter((name) => initial.has(name)))
  return {
    initialKb,
    lazyKb: kb(scripts.filter((name) => !initial.has(name))),
    initialScripts: initial.size,
    budgetKb,
    withinBudget: initialKb <= budgetKb,
  }
}

function build(folder: string): void {
  const webpack = path.resolve('node_modules/webpack-cli/bin/cli.js')
  if (!existsSync(webpack)) throw new Error('webpack is not installed. Run npm ci first.')
  const { status, stderr } = spawnSync(
    process.execPath,
    [webpack, '--config-name', 'tab', '--mode', 'production', '--output-path', folder],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The tab could not be built: ${stderr.trim()}`)
}
