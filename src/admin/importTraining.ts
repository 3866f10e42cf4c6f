import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type CompletionMeaning, guessCompletionColumns, neededMeanings } from '../domain/completionImport.ts'
import { guessStaffColumns, neededStaffMeanings, type StaffMeaning } from '../domain/staffImport.ts'
import {
  type Columns,
  countOutcomes,
  type LineResult,
  type TrainingTable,
  toMend,
} from '../domain/trainingTable.ts'
import { importCompletions, planCompletions } from '../usecases/importCompletions.ts'
import { importStaff, planStaff } from '../usecases/importStaff.ts'
import { rememberedColumns } from '../usecases/trainingColumns.ts'
import type { BroughtInBy, WriteOptions } from '../usecases/writeLines.ts'
import type { Command } from './command.ts'
import { type AdminServices, wireAdmin } from './wire.ts'
import { trainingFiles } from './wireDocuments.ts'

/** Whoever may run this on the server administers Follow-Through. */
const me: BroughtInBy['me'] = { roles: ['Administrator'] }

const usage = `Usage: npm run admin -- import-training FILE [--staff [--complete]] [--dry-run] [--results FILE] [--rejects FILE]

Brings completions of the learning system, or with --staff the staff list of the personnel system, into
Follow-Through: CSV or Excel, one line for each. Columns are found by their headings; what was said of such columns
in Follow-Through counts here too. The same file again changes nothing.

  --staff         the file holds people with their roles and teams
  --complete      the file names everybody: whoever is not in it has left
  --dry-run       say what an import would do, and write nothing
  --results FILE  write what became of every line to a CSV file
  --rejects FILE  write the lines to mend, as they stand and with the reasons, to a CSV file

Ctrl-C stops after the lines that are being written; importing the file again goes on.
`

/** Brings completions or staff in. */
export const importTrainingCommand: Command = {
  name: 'import-training',
  summary: 'bring in completions, or the staff list',
  usage,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{ staff: { type: 'boolean', default: false }, complete: { type: 'boolean', default: false } },
        ...{ 'dry-run': { type: 'boolean', default: false } },
        ...{ results: { type: 'string' }, rejects: { type: 'string' } },
      },
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) {
      console.error('Name one file: npm run admin -- import-training FILE. Nothing was read.')
      return 2
    }
    const table = await tableOf(file)
    if (table === null) return 1
    const services = await wireAdmin()
    const { staff, complete } = values
    const planned = staff ? await staffOf(services, table, complete) : await completionsOf(services, table)
    if (typeof planned === 'string') {
      console.error(planned)
      return 1
    }
    console.log(`${file} has ${table.lines.length} lines; ${planned.writes} of them would be written.`)
    const results = values['dry-run'] ? planned.others : await planned.run(stoppable())
    tell(results, values['dry-run'])
    await keep(values.results, () => trainingFiles.results(results))
    await keep(values.rejects, () => trainingFiles.rejects(table, results))
    return results.some((one) => toMend(one) || one.outcome === 'not-reached') ? 1 : 0
  },
}

async function tableOf(file: string): Promise<TrainingTable | null> {
  try {
    const read = await trainingFiles.read({
      bytes: new Uint8Array(readFileSync(file)),
      name: path.basename(file),
    })
    if (read.ok) return read.table
    console.error(read.message)
  } catch {
    console.error(`${file} cannot be opened. Nothing was read.`)
  }
  return null
}

interface Planned {
  readonly writes: number
  readonly others: readonly LineResult[]
  run(options: WriteOptions): Promise<readonly LineResult[]>
}

async function completionsOf(services: AdminServices, table: TrainingTable): Promise<Planned | string> {
  const said = await rememberedColumns(services.kept, 'completions', table.headings)
  const columns = (said?.columns ?? guessCompletionColumns(table.headings)) as Columns<CompletionMeaning>
  const missing = neededMeanings.filter((one) => !columns.includes(one))
  if (missing.length > 0) return lacking(missing)
  const file = { table, columns, courseWords: said?.courseWords ?? {} }
  const plan = await planCompletions(services, file, await services.clock.today())
  const run = (options: WriteOptions) => importCompletions({ ...services, me }, plan, options)
  return { writes: plan.writes.length, others: plan.others, run }
}

async function staffOf(
  services: AdminServices,
  table: TrainingTable,
  complete: boolean,
): Promise<Planned | string> {
  const said = await rememberedColumns(services.kept, 'staff', table.headings)
  const columns = (said?.columns ?? guessStaffColumns(table.headings)) as Columns<StaffMeaning>
  const missing = neededStaffMeanings.filter((one) => !columns.includes(one))
  if (missing.length > 0) return lacking(missing)
  const plan = await planStaff(services, { table, columns, complete }, await services.clock.today())
  const run = (options: WriteOptions) => importStaff({ ...services, me }, plan, options)
  return { writes: plan.writes.length, others: plan.others, run }
}

const lacking = (missing: readonly string[]) =>
  `No heading says which column holds: ${missing.join(', ')}. Nothing was written. Import it in Follow-Through once, where a person says what the columns mean; it is remembered here.`

/** Lines after which it is said how far it has got. */
const tellEvery = 5_000

function stoppable(): WriteOptions {
  let stopped = false
  process.once('SIGINT', () => {
    stopped = true
  })
  return {
    stopped: () => stopped,
    onProgress: (done, of) => {
      if (done % tellEvery === 0) console.log(`${done} of ${of} lines are in.`)
    },
  }
}

function tell(results: readonly LineResult[], dryRun: boolean): void {
  const counts = countOutcomes(results)
  const said = Object.entries(counts).filter(([, count]) => count > 0)
  console.log(
    `${dryRun ? 'The others' : 'The lines'}: ${said.map(([word, count]) => `${count} ${word}`).join(', ') || 'none'}.`,
  )
  for (const { line, note } of results.filter(toMend).slice(0, 10)) console.error(`Line ${line}: ${note}`)
}

async function keep(file: string | undefined, write: () => Promise<Uint8Array>): Promise<void> {
  if (file === undefined) return
  writeFileSync(file, await write())
  console.log(`It is in ${file}.`)
}
