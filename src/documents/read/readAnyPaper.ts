import {
  type AnyPaperRefusal,
  type AnyPaperResult,
  type ColumnMapping,
  headingsFingerprint,
  type PaperFile,
  type PaperFormat,
} from '../../domain/anyPaper.ts'
import type { PaperReading } from '../../domain/paperReading.ts'
import { type BoardLayout, boardLayout, fitsBoardLayout } from './boardLayout.ts'
import { excelBlocks } from './excelBlocks.ts'
import { type OpenedFile, openFile } from './fileKinds.ts'
import { htmlBlocks } from './htmlBlocks.ts'
import { readLines } from './lines.ts'
import { type OfficeParts, openOfficeFile } from './officeArchive.ts'
import { readOwnCsv, readOwnExcel } from './ownSheets.ts'
import { mayBeOurs, readOwnWord } from './ownWord.ts'
import { linesOf } from './paperLines.ts'
import { largestPaperBytes, readPaperFile, withEncodingDoubt } from './readFile.ts'
import { readPaperLines } from './readPaper.ts'
import { Refused } from './refused.ts'
import { readRegister } from './registerReading.ts'
import { hasSplitHeading } from './registerTables.ts'
import type { SourceBlock } from './source.ts'
import { delimiterOf, textBlocks } from './textBlocks.ts'
import { wordBlocks } from './wordBlocks.ts'
import { wordTree } from './wordTree.ts'

const nothingSaid: ColumnMapping = { columns: {}, statuses: {} }

/**
 * Reads a paper of any format: Word, Excel, CSV, HTML, a pasted table or the text form. It never throws: a file that
 * is not read is refused with a sentence.
 * @param mapping what a person said the columns and status words mean; the rest is guessed
 */
export async function readAnyPaper(
  file: PaperFile,
  mapping: ColumnMapping = nothingSaid,
): Promise<AnyPaperResult> {
  const name = file.name ?? 'What was pasted'
  try {
    const opened = openFile(file, name)
    const result = await readOpened(opened, name, mapping)
    return result.ok ? withFileDoubts(result, opened, name) : result
  } catch (thrown) {
    if (thrown instanceof Refused) return { ok: false, code: thrown.code, message: thrown.message }
    const message = `${name} could not be read (${thrown instanceof Error ? thrown.name : 'unknown'}). Nothing was read; save it anew in its own program and try again.`
    return { ok: false, code: 'damaged', message }
  }
}

async function readOpened(opened: OpenedFile, name: string, mapping: ColumnMapping): Promise<AnyPaperResult> {
  switch (opened.kind) {
    case 'office':
      return readOffice(openOfficeFile(opened.bytes, name), name, mapping)
    case 'html':
      return readBlocks('html', htmlBlocks(opened.text, name), name, mapping)
    case 'text':
      return readText(opened, name, mapping)
  }
}

async function readOffice(parts: OfficeParts, name: string, mapping: ColumnMapping): Promise<AnyPaperResult> {
  if (parts.has('xl/workbook.xml')) {
    const ours = await readOwnExcel(parts, name)
    return ours ? done('excel', ours) : readBlocks('excel', await excelBlocks(parts, name), name, mapping)
  }
  if (!parts.has('word/document.xml'))
    throw new Refused(
      'unsupported',
      `${name} is a zip file, but neither a Word document nor an Excel workbook.`,
    )
  // A paper of ours says what its paragraphs are; any other is read by what its tables hold.
  const own = mayBeOurs(parts) ? readOwnWord(await wordTree(parts, name)) : null
  return own ? done('word', own) : readBlocks('word', await wordBlocks(parts, name), name, mapping)
}

/** The text form is read as it always was, where it has the form; any other text as separated cells. */
function readText(
  { bytes, text }: Extract<OpenedFile, { kind: 'text' }>,
  name: string,
  mapping: ColumnMapping,
): AnyPaperResult {
  const ours = readOwnCsv(text)
  if (ours) return done('csv', ours)
  const delimiter = /\.csv$/i.test(name) ? (delimiterOf(text) ?? ',') : delimiterOf(text)
  if (delimiter !== null && delimiter !== '\t')
    return readRegisterOr(null, 'csv', textBlocks(text, delimiter, name), name, mapping)
  if (bytes.length > largestPaperBytes) return readBlocks('text', textBlocks(text, '\t', name), name, mapping)
  const board = readPaperFile(bytes, name)
  if (delimiter === null && !board.ok) return board
  const layout = boardLayout(readLines(text))
  if (board.ok && fitsBoardLayout(board.reading, layout, mapping)) return done('text', board.reading, layout)
  return readRegisterOr(board.ok ? board.reading : null, 'text', textBlocks(text, '\t', name), name, mapping)
}

function readBlocks(
  format: PaperFormat,
  blocks: readonly SourceBlock[],
  name: string,
  mapping: ColumnMapping,
): AnyPaperResult {
  const isPainted = blocks.some(
    (block) => block.kind === 'table' && block.rows.some(({ cells }) => cells.some(({ colour }) => colour)),
  )
  if (format === 'excel' || isPainted) return readRegisterOr(null, format, blocks, name, mapping)
  const lines = linesOf(blocks)
  const board = readPaperLines(lines, () => lines.map(({ text }) => text).join('\n'))
  const layout = boardLayout(lines)
  if (fitsBoardLayout(board, layout, mapping) && !hasSplitHeading(blocks, mapping))
    return done(format, board, layout)
  return readRegisterOr(board, format, blocks, name, mapping)
}

/** @param board the same file as the board's paper would be read, for tables that nothing else is known of */
function readRegisterOr(
  board: PaperReading | null,
  format: PaperFormat,
  blocks: readonly SourceBlock[],
  name: string,
  mapping: ColumnMapping,
): AnyPaperResult {
  const register = readRegister(blocks, name, mapping)
  if (register === null || register.reading.rows.length === 0)
    return board && board.rows.length > 0 ? done(format, board) : noTable(name)
  const { reading, tables, statusWords } = register
  const columns = tables.flatMap((table) => table.columns)
  return {
    ...{ ok: true, format, reading, tables, statusWords },
    fingerprint: headingsFingerprint(columns.map(({ key }) => key)),
    mapping: {
      columns: Object.fromEntries(columns.map(({ key, meaning }) => [key, meaning])),
      statuses: Object.fromEntries(
        statusWords.flatMap(({ word, status }) => (status === null ? [] : [[word, status]])),
      ),
    },
  }
}

function noTable(name: string): { ok: false; code: AnyPaperRefusal; message: string } {
  return {
    ok: false,
    code: 'no-table',
    message: `${name} holds no table of recommendations: none has a heading such as Recommendation beside Status, Due date, Owner or Comment. Nothing was read; check that the headings stand above the columns.`,
  }
}

const noLayout: BoardLayout = { tables: [], mapping: nothingSaid, hasOthers: false }

function done(
  format: PaperFormat,
  reading: PaperReading,
  { tables, mapping }: BoardLayout = noLayout,
): AnyPaperResult {
  const keys = tables.flatMap(({ columns }) => columns.map(({ key }) => key))
  return {
    ok: true,
    format,
    reading,
    tables,
    statusWords: [],
    fingerprint: headingsFingerprint(keys),
    mapping,
  }
}

const extensions: Readonly<Record<PaperFormat, RegExp>> = {
  text: /\.(?:txt|text|tsv|tab|md)$/i,
  word: /\.(?:docx|dotx)$/i,
  excel: /\.(?:xlsx|xltx)$/i,
  csv: /\.(?:csv|txt|tsv)$/i,
  html: /\.(?:html?|xhtml|xls|doc)$/i,
}

/** What is odd about the file itself is told first. */
function withFileDoubts(
  result: Extract<AnyPaperResult, { ok: true }>,
  opened: OpenedFile,
  name: string,
): AnyPaperResult {
  const isGuess = opened.kind !== 'office' && opened.isGuess
  const reading =
    isGuess && result.reading.doubts[0]?.code !== 'encoding-guessed'
      ? withEncodingDoubt(result.reading)
      : result.reading
  if (!/\.[a-z0-9]{2,5}$/i.test(name) || extensions[result.format].test(name)) return { ...result, reading }
  const message = `The name ${name} promises something else than the file holds; it was read by what it holds.`
  return {
    ...result,
    reading: { ...reading, doubts: [{ code: 'wrong-extension', message, line: 1 }, ...reading.doubts] },
  }
}
