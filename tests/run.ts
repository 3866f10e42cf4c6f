/**
 * `npm test`: types, lint, unit and architecture, local tenant, Microsoft's clients, browser journeys, the contract
 * that their traffic is judged by, and faults, one after the other. It ends with one line of counts.
 * `npm test -- unit journeys` runs only the parts named.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findChromium, installChromium, installCommand } from './support/chromium.ts'
import { sharedFolder } from './support/shared.ts'

interface Counts {
  passed: number
  failed: number
}

const parts = [
  'types',
  'lint',
  'unit',
  'build',
  'localtenant',
  'clients',
  'journeys',
  'contract',
  'faults',
] as const
type Part = (typeof parts)[number]
const inBrowser: readonly Part[] = ['localtenant', 'clients', 'journeys', 'contract']

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !(parts as readonly string[]).includes(name))
if (unknown.length > 0) {
  console.error(`There is no test part ${unknown.join(', ')}. The parts are ${parts.join(', ')}.`)
  process.exit(2)
}
const total: Counts = { passed: 0, failed: 0 }
for (const part of parts) {
  if (chosen.length > 0 && !chosen.includes(part)) continue
  const began = Date.now()
  const counts = runPart(part)
  total.passed += counts.passed
  total.failed += counts.failed
  const seconds = ((Date.now() - began) / 1000).toFixed(0)
  console.log(`== ${part}: ${counts.passed} passed, ${counts.failed} failed, in ${seconds} s\n`)
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

function runPart(part: Part): Counts {
  console.log(`== ${part}`)
  if (part === 'types') return runTool('typescript/bin/tsc', ['--noEmit', '-p', '.'])
  if (part === 'lint') return runTool('@biomejs/biome/bin/biome', ['check', '.'])
  if (part === 'build') return runTool('webpack/bin/webpack.js', ['--mode', 'production'])
  if (inBrowser.includes(part) && !readyForBrowser()) return { passed: 0, failed: 1 }
  return runJest(part)
}

/** A tool that answers yes or no counts as one check. */
function runTool(script: string, args: readonly string[]): Counts {
  const result = spawnSync(process.execPath, [path.join('node_modules', script), ...args], {
    stdio: 'inherit',
  })
  return result.status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function runJest(project: string): Counts {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'follow-through-'))
  const report = path.join(folder, 'report.json')
  // A test that fails half-way may leave a server open; that must not keep the run from ending.
  const workers = project === 'unit' ? ['--maxWorkers=100%'] : ['--runInBand', '--forceExit']
  const args = [
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    project,
    '--json',
    '--outputFile',
    report,
    ...workers,
  ]
  const result = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const counts = existsSync(report)
    ? readReport(readFileSync(report, 'utf8'), project)
    : { passed: 0, failed: 1 }
  rmSync(folder, { recursive: true, force: true })
  return result.status === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

interface JestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numRuntimeErrorTestSuites: number
  testResults: { assertionResults: { fullName: string }[] }[]
}

/** A suite that could not be loaded, a test that did not run, and a part left out without need are failures. */
function readReport(text: string, project: string): Counts {
  const report = JSON.parse(text) as JestReport
  let failed = report.numFailedTests + report.numRuntimeErrorTestSuites + report.numPendingTests
  const names = report.testResults.flatMap((suite) => suite.assertionResults.map((test) => test.fullName))
  const leftOut = names.filter((name) => name.includes('was left out: ../shared'))
  if (sharedFolder() && leftOut.length > 0) {
    console.error(`../shared is here, yet these did not use it: ${leftOut.join('; ')}`)
    failed += leftOut.length
  }
  if (names.length === 0) {
    console.error(`No test ran in the part ${project}.`)
    failed += 1
  }
  return { passed: report.numPassedTests, failed }
}

function readyForBrowser(): boolean {
  if (findChromium() ?? installChromium()) return true
  console.error(
    `No Chromium was found, and it could not be installed from here. Install it and run the tests again:\n  ${installCommand}`,
  )
  return false
}
