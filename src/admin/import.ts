import path from 'node:path'
import { parseArgs } from 'node:util'
import type { PaperReading } from '../domain/paperReading.ts'
import { type ImportReport, importPaper } from '../usecases/importPaper.ts'
import type { Command } from './command.ts'
import { tellDoubts, tellImport, tellReading } from './importWords.ts'
import { readPaper, wireAdmin } from './wire.ts'

const usage = `Usage: npm run admin -- import FILE [--dry-run] [--json]

Reads a board paper of inspection recommendations (plain text, tabs between the cells) into the register.
The same file again changes nothing. What people wrote in Follow-Through since stays.

  --dry-run   only read the file and say what it holds; needs no sign-in and writes nothing
  --json      print what was read as one JSON object; everything else goes to the error output

For exactly one JSON object on the output: npm run --silent admin -- import FILE --json
Ctrl-C stops after the rows that are being written, and says what was kept.
`

/** Brings a paper into the register. */
export const importCommand: Command = {
  name: 'import',
  summary: 'bring a board paper into the register',
  usage,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) {
      console.error('Name one file: npm run admin -- import FILE. Nothing was read.')
      return 2
    }
    const read = readPaper(file)
    if (!read.ok) {
      console.error(read.message)
      return 1
    }
    const tell = values.json ? console.error : console.log
    if (values.json) console.log(JSON.stringify(read.reading, null, 2))
    tell(tellReading(path.basename(file), read.reading))
    if (!values.json) for (const sentence of tellDoubts(read.reading)) tell(sentence)
    if (values['dry-run']) {
      tell('Nothing was written: this was a dry run.')
      return 0
    }
    return bringIn(read.reading, path.basename(file), tell)
  },
}

async function bringIn(
  reading: PaperReading,
  paper: string,
  tell: (sentence: string) => void,
): Promise<number> {
  const services = await wireAdmin()
  let stopped = false
  const stop = () => {
    stopped = true
    console.error('Stopping after the rows that are being written…')
  }
  process.once('SIGINT', stop)
  try {
    const report = await importPaper(services, {
      reading,
      paper,
      stopped: () => stopped,
      onProgress: progressLine(),
    })
    for (const sentence of tellImport(report)) tell(sentence)
    return exitCode(report, stopped)
  } finally {
    process.off('SIGINT', stop)
  }
}

/** Progress on the error output: one line that moves on a terminal, every 25th step in a log. */
function progressLine(): (done: number, of: number) => void {
  const { isTTY } = process.stderr
  return (done, of) => {
    const line = `Written or compared: ${done} of ${of}`
    if (isTTY) process.stderr.write(`\r${line}${done === of ? '\n' : ''}`)
    else if (done % 25 === 0 || done === of) console.error(line)
  }
}

function exitCode(report: ImportReport, stopped: boolean): number {
  if (stopped) return 130
  const isWhole = report.results.every((one) => !['failed', 'not-done', 'refused'].includes(one.outcome))
  return isWhole ? 0 : 1
}
