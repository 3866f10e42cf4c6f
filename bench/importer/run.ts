import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readAnyPaper } from '../../src/documents/read/readAnyPaper.ts'
import type { PaperReading } from '../../src/domain/paperReading.ts'
import { makePlan } from '../../src/usecases/planImport.ts'
import { wordOf } from './wordCopies.ts'

const copies = [1, 10, 100] as const
const at = '2021-06-01T09:00:00.000Z'

/**
 * How fast papers are read and planned, and how the time grows with their number: the sample paper once, ten times
 * and a hundred times in one file, each copy with report titles of its own. A growth of 1 means that a hundred copies
 * take a hundred times as long as one. Times are of the processor, so that other work on the machine does not
 * count; the best of several runs in one process, the first of which warm it up.
 */
export async function run(): Promise<Record<string, unknown>> {
  const paper = readFileSync(path.resolve('src/admin/sample/paper.txt'), 'utf8')
  const figures: Record<string, number> = {}
  const times = {
    text: [] as number[],
    word: [] as number[],
    planNew: [] as number[],
    planAgain: [] as number[],
  }
  for (const count of copies) {
    const text = new TextEncoder().encode(textOf(paper, count))
    const runs = count === 1 ? 12 : count === 10 ? 4 : 2
    const reading = await readingOf(text, 'paper.txt')
    const word = await wordOf(reading)
    times.text.push(await best(runs, () => readingOf(text, 'paper.txt')))
    times.word.push(await best(runs, () => readingOf(word, 'paper.docx')))
    const empty = { reports: [], rows: [] }
    times.planNew.push(await best(runs, async () => makePlan({ reading, paper: 'bench' }, empty, at)))
    const held = heldAfter(reading)
    times.planAgain.push(await best(runs, async () => makePlan({ reading, paper: 'bench' }, held, at)))
    figures[`rows${count}`] = reading.rows.length
    figures[`wordMegabytes${count}`] = round(word.length / 1e6)
  }
  for (const [name, [one = 1, , hundred = 0]] of Object.entries(times)) {
    figures[`${name}RowsPerSecond1`] = Math.round((figures.rows1 ?? 0) / (one / 1000))
    figures[`${name}RowsPerSecond100`] = Math.round((figures.rows100 ?? 0) / (hundred / 1000))
    figures[`${name}Seconds100`] = round(hundred / 1000)
    figures[`${name}Growth`] = round(hundred / (100 * one))
  }
  return figures
}

/** The paper several times over in one text; a number in each title and row tells the copies' reports apart. */
function textOf(paper: string, count: number): string {
  const [, , ...lines] = paper.split('\n')
  const firstReport = lines.findIndex((line) => /^Getting the balance right/.test(line))
  const body = lines.slice(firstReport).join('\n')
  const rest = Array.from({ length: count - 1 }, (_, index) => titled(body, index + 2))
  return [paper, ...rest].join('\n\n')
}

function titled(body: string, copy: number): string {
  return body.replace(
    /^(?=[^\t\n]+\n\n?(?:[^\t\n]+\n\n?)?(?:National|Force|Joint|Thematic)[^\t\n]*report)/gim,
    `Copy ${copy} `,
  )
}

async function readingOf(bytes: Uint8Array, name: string): Promise<PaperReading> {
  const result = await readAnyPaper({ bytes, name })
  if (!result.ok) throw new Error(result.message)
  return result.reading
}

/** The register after this paper was brought in. */
function heldAfter(reading: PaperReading) {
  const { steps } = makePlan({ reading, paper: 'bench' }, { reports: [], rows: [] }, at)
  const held = <T>(value: T, index: number) => ({ id: String(index + 1), etag: '"1"', value })
  return {
    reports: steps.flatMap((step, index) => (step.what === 'report' ? [held(step.imported, index)] : [])),
    rows: steps.flatMap((step, index) =>
      step.what === 'row' && step.imported ? [held(step.imported, index)] : [],
    ),
  }
}

/** Milliseconds of the processor. */
async function best(runs: number, work: () => Promise<unknown>): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY
  for (let made = 0; made < runs; made += 1) {
    const began = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(began)
    fastest = Math.min(fastest, (user + system) / 1000)
  }
  return fastest
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
