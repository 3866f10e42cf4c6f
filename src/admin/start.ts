import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from './command.ts'
import { bundlesAreFresh, listsChangedAt } from './start/bundles.ts'
import {
  checkDataFolder,
  checkFirstDay,
  checkPorts,
  clearData,
  listsAreOlder,
  logFileOf,
  markSampleLoaded,
  sampleIsLoaded,
} from './start/checks.ts'
import { Processes } from './start/processes.ts'

const usage = `Usage: npm start [-- --fresh]

Starts everything on this machine: the local tenant, the lists and the sample, the tab and the service.
Prints one address to open. Ctrl-C stops all of it; the data stays for the next start.

  --fresh   forget the data of earlier starts and begin anew

Environment:
  FT_PORT   first port (default 5170; the next one is used as well)
  FT_DATA   folder for the data (default .data)
  FT_HTTPS  1 lets the local tenant answer over https as well, on the port after those two
  FT_NOW    the local tenant's date on a first start, YYYY-MM-DD (default 2021-06-01)
`

/** Runs the whole product on one machine, in the order in which the parts need one another. */
export const startCommand: Command = {
  name: 'start',
  summary: 'run the local tenant, the tab and the service on this machine',
  usage,
  run: start,
}

async function start(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { fresh: { type: 'boolean', default: false } } })
  const port = Number(process.env.FT_PORT ?? 5170)
  const data = path.resolve(process.env.FT_DATA ?? '.data')
  const refusal = checkFirstDay(process.env.FT_NOW) ?? checkDataFolder(data) ?? (await checkPorts(port))
  if (refusal) {
    console.error(refusal)
    return 1
  }
  if (values.fresh) clearData(data)
  const processes = new Processes({ ...process.env, FT_PORT: String(port), FT_DATA: data }, logFileOf(data))
  const stopped = processes.stopOnSignal()
  try {
    await Promise.race([bringUp(processes, port, data), stopped])
  } catch (thrown) {
    processes.fail(thrown instanceof Error ? thrown : new Error(String(thrown)))
  }
  const code = await stopped
  console.log(code === 0 ? `Stopped. The data stays in ${data} for the next start.` : 'Stopped.')
  return code
}

async function bringUp(processes: Processes, port: number, data: string): Promise<void> {
  const began = Date.now()
  const step = (text: string) =>
    console.log(`[${((Date.now() - began) / 1000).toFixed(0).padStart(2)} s] ${text}`)
  const host = `http://localhost:${port}`
  const service = `http://localhost:${port + 1}`
  const build = buildBundles(processes, step)
  build.catch(() => undefined)
  step('Starting the local tenant')
  processes.keep('the local tenant', ['src/localtenant/main.ts'])
  await processes.waitFor(`${host}/local-tenant/clock`, 'the local tenant')
  if (sampleIsLoaded(data)) {
    step('Lists and sample are there from an earlier start')
    if (listsAreOlder(data, listsChangedAt())) {
      step('Bringing the lists up to date')
      await processes.runOnce('Bringing the lists up to date', ['src/admin/main.ts', 'provision'])
      markSampleLoaded(data)
    }
  } else {
    step('Creating the lists')
    await processes.runOnce('Creating the lists', ['src/admin/main.ts', 'provision'])
    step('Loading the sample')
    await processes.runOnce('Loading the sample', ['src/admin/main.ts', 'sample'])
    markSampleLoaded(data)
  }
  await build
  step('Starting the service')
  processes.keep('the service', ['src/bot/main.ts'])
  await processes.waitFor(`${service}/health`, 'the service')
  step('Ready')
  step(`What the parts report is in ${logFileOf(data)}`)
  console.log(`\nFollow-Through is running. Open  ${host}/  in a browser. Ctrl-C stops it.\n`)
}

async function buildBundles(processes: Processes, step: (text: string) => void): Promise<void> {
  if (bundlesAreFresh()) return step('The tab is built already')
  step('Building the tab (half a minute the first time)')
  const webpack = path.join('node_modules', 'webpack', 'bin', 'webpack.js')
  if (!existsSync(webpack))
    throw new Error('webpack is not installed. Run npm ci first, then npm start again.')
  await processes.runOnce('Building the tab', [webpack, '--mode', 'production'], 'quiet')
  step('The tab is built')
}
