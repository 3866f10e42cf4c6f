import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { briefOf } from '../domain/brief.ts'
import { isMarking, markings, type Paper } from '../domain/paper.ts'
import type { PrintedPaper } from '../domain/printedPaper.ts'
import { loadPrintedPaper } from '../usecases/loadPrintedPaper.ts'
import type { PaperContentFault } from '../usecases/readPaperContent.ts'
import type { Command } from './command.ts'
import { type AdminServices, wireAdmin } from './wire.ts'
import { paperDocuments } from './wireDocuments.ts'

const usage = `Usage: npm run admin -- export [--format word|excel|csv|brief] [--paper KEY] [--marking MARKING] [--force] FILE

Writes a paper, or the whole register, as a file: Word in the layout of the board, Excel, CSV, or a brief of one page.
A file that was written comes back in with "import" as it went out.

  --format FORMAT    left out, the ending of FILE tells it: .docx, .xlsx or .csv
  --paper KEY        the paper, such as police-authority-board-2021-06-16; without it the register as it stands
  --marking MARKING  protective marking of a register, ${markings.join(' or ')}; OFFICIAL when left out
  --force            write over a file that is there
`

const formats = ['word', 'excel', 'csv', 'brief'] as const
type Format = (typeof formats)[number]

const endings: Readonly<Record<string, Format>> = { '.docx': 'word', '.xlsx': 'excel', '.csv': 'csv' }

/** Writes a paper or the register as a file. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'write a paper or the register as Word, Excel, CSV or a brief',
  usage,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        paper: { type: 'string' },
        marking: { type: 'string', default: 'OFFICIAL' },
        force: { type: 'boolean', default: false },
      },
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) {
      return refuse('Name one file: npm run admin -- export FILE. Nothing was written.')
    }
    const wanted = values.format ?? endings[path.extname(file).toLowerCase()]
    const format = formats.find((one) => one === wanted)
    if (!format) return refuse(`Say the format: --format ${formats.join('|')}. Nothing was written.`)
    const { marking } = values
    if (!isMarking(marking)) return refuse(`A marking is ${markings.join(' or ')}. Nothing was written.`)
    const services = await wireAdmin()
    const paper = await paperOf(services, values.paper, marking)
    if (paper === null) {
      return refuse(`There is no paper ${values.paper}. Nothing was written.`, 1)
    }
    return writePaper(services, { paper, format, file, force: values.force, isRegister: !values.paper })
  },
}

function refuse(sentence: string, code = 2): number {
  console.error(sentence)
  return code
}

/** The paper of a key, or one that stands for the register as it is today. */
async function paperOf(
  { papers, clock }: AdminServices,
  key: string | undefined,
  marking: Paper['marking'],
): Promise<Paper | null> {
  if (key !== undefined) return (await papers.byKey(key))?.value ?? null
  const today = await clock.today()
  return {
    ...{ key: '', board: 'Register', meetingDate: today, cutOff: today, marking, state: 'draft' },
    ...{ frozenAt: null, frozenBy: '', frozenByName: '', parts: 0, contentPrint: '', typedClaims: {} },
  }
}

const faults: Readonly<Record<PaperContentFault, string>> = {
  'not-frozen': 'has no content of its own yet',
  'part-lost': 'has lost a part of its content in SharePoint; restore the list PaperParts from its versions',
  'content-altered':
    'was changed in SharePoint after it was frozen; restore the list PaperParts from its versions',
}

async function writePaper(
  services: AdminServices,
  task: { paper: Paper; format: Format; file: string; force: boolean; isRegister: boolean },
): Promise<number> {
  const loaded = await loadPrintedPaper(services, task.paper, !task.isRegister)
  if (!loaded.ok)
    return refuse(`The paper ${loaded.paper.key} ${faults[loaded.code]}. Nothing was written.`, 1)
  const { rows, reports } = loaded.printed.content
  if (loaded.unreadable > 0) {
    console.error(
      `${loaded.unreadable} rows of the register cannot be read and are not in the file; "check" names them.`,
    )
  }
  const bytes = await bytesOf(services, task.format, loaded.printed)
  try {
    writeFileSync(task.file, bytes, { flag: task.force ? 'w' : 'wx' })
  } catch (thrown) {
    return refuse(whyNotWritten(task.file, thrown), 1)
  }
  console.log(
    `${task.file}: ${rows.length} recommendations of ${reports.length} reports, ${bytes.length} bytes.`,
  )
  return 0
}

async function bytesOf({ clock }: AdminServices, format: Format, printed: PrintedPaper): Promise<Uint8Array> {
  if (format !== 'brief') return paperDocuments[format](printed)
  const { paper, content, changes } = printed
  const brief = briefOf(content, changes, await clock.today())
  return paperDocuments.brief({ paper, brief, reports: content.reports })
}

function whyNotWritten(file: string, thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : ''
  if (code === 'EEXIST')
    return `${file} is there already. Name another file, or add --force. Nothing was written.`
  return `${file} could not be written (${String(code)}). Nothing was kept of it.`
}
