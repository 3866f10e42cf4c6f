import path from 'node:path'
import { parseArgs } from 'node:util'
import type { AnyPaperResult } from '../domain/anyPaper.ts'
import type { PaperReading } from '../domain/paperReading.ts'
import { applyImport } from '../usecases/applyImport.ts'
import { rememberedMapping } from '../usecases/columnMappings.ts'
import type { ImportReport } from '../usecases/importPaper.ts'
import { planImport } from '../usecases/planImport.ts'
import type { Command } from './command.ts'
import { tellColumns, tellDoubts, tellImport, tellPlan, tellReading } from './importWords.ts'
import { type AdminServices, readAnyFile, wireAdmin, writeResultFile } from './wire.ts'

const usage = `Usage: npm run admin -- import FILE [--dry-run] [--results FILE] [--json]

Reads a paper or register of recommendations into the register: Word, Excel, CSV, HTML, or text with tabs between
the cells. Columns are found by their headings; what was said of such columns in Follow-Through counts here too.
The same file again changes nothing. What people wrote in Follow-Through since the last paper stays.

  --dry-run       say what the file holds and what an import would do, and write nothing; without a tenant
                  it says only what the file holds
  --results FILE  write what became of every report and row to a CSV file
  --json          print what was read as one JSON object; everything else goes to the error output

For exactly one JSON object on the output: npm run --silent admin -- import FILE --json
Ctrl-C stops after the rows that are being written, and says what was kept.
`

type Read = Extract<AnyPaperResult, { ok: true }>
type Tell = (sentence: string) => void

/** Brings a paper into the register. */
export const importCommand: Command = {
  name: 'import',
  summary: 'bring a board paper into the register',
  usage,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        results: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) {
      console.error('Name one file: npm run admin -- import FILE. Nothing was read.')
      return 2
    }
    const read = await readAnyFile(file)
    if (!read.ok) {
      console.error(read.message)
      return 1
    }
    const tell = values.json ? console.error : console.log
    const isReadOnly = values['dry-run'] && values.json
    const services = isReadOnly ? null : await wireFor(values['dry-run'], tell)
    const reading = services ? await withRemembered(file, read, services) : read
    tellFile(file, reading, values.json, tell)
    if (values['dry-run']) return dryRun(reading.reading, path.basename(file), services, tell)
    return services ? bringIn(reading.reading, { file, results: values.results }, services, tell) : 1
  },
}

/** A dry run goes on without the register where there is none. */
async function wireFor(dryRun: boolean, tell: Tell): Promise<AdminServices | null> {
  if (!dryRun) return wireAdmin()
  return wireAdmin().catch((thrown: unknown) => {
    tell(`The register was not asked: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
    return null
  })
}

async function withRemembered(file: string, read: Read, services: AdminServices): Promise<Read> {
  if (read.tables.length === 0) return read
  const mapping = await rememberedMapping(services.kept, read.fingerprint)
  const again = mapping && (await readAnyFile(file, mapping))
  return again?.ok ? again : read
}

function tellFile(file: string, read: Read, isJson: boolean, tell: Tell): void {
  if (isJson) console.log(JSON.stringify(read.reading, null, 2))
  tell(tellReading(path.basename(file), read.reading))
  if (isJson) return
  if (read.format !== 'text') for (const sentence of tellColumns(read)) tell(sentence)
  for (const sentence of tellDoubts(read.reading)) tell(sentence)
}

async function dryRun(
  reading: PaperReading,
  paper: string,
  services: AdminServices | null,
  tell: Tell,
): Promise<number> {
  if (services)
    for (const sentence of tellPlan(await planImport(services, { reading, paper }))) tell(sentence)
  tell('Nothing was written: this was a dry run.')
  return 0
}

async function bringIn(
  reading: PaperReading,
  { file, results }: { readonly file: string; readonly results: string | undefined },
  services: AdminServices,
  tell: Tell,
): Promise<number> {
  let stopped = false
  const stop = () => {
    stopped = true
    console.error('Stopping after the rows that are being written…')
  }
  process.once('SIGINT', stop)
  try {
    const plan = await planImport(services, { reading, paper: path.basename(file) })
    const report = await applyImport(services, plan, {
      stopped: () => stopped,
      onProgress: progressLine(),
    })
    for (const sentence of tellImport(report)) tell(sentence)
    if (results !== undefined) tell(await writeResultFile(results, report))
    return exitCode(report, stopped)
  } finally {
    process.off('SIGINT', stop)
  }
}

/** Progress on the error output: one line that moves on a terminal, a line for every batch in a log. */
function progressLine(): (done: number, of: number) => void {
  const { isTTY } = process.stderr
  return (done, of) => {
    const line = `Written or compared: ${done} of ${of}`
    if (isTTY) process.stderr.write(`\r${line}${done === of ? '\n' : ''}`)
    else console.error(line)
  }
}

function exitCode(report: ImportReport, stopped: boolean): number {
  if (stopped) return 130
  const isWhole = report.results.every((one) => !['failed', 'not-done', 'refused'].includes(one.outcome))
  return isWhole ? 0 : 1
}
