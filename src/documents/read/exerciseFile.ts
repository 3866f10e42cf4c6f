import type { PaperFile } from '../../domain/anyPaper.ts'
import type { ProgrammeFileResult } from '../../domain/programmeReading.ts'
import { type PageLine, readExercisePage } from './exercisePage.ts'
import { type OpenedFile, openFile } from './fileKinds.ts'
import { htmlBlocks } from './htmlBlocks.ts'
import { readLines } from './lines.ts'
import { readCell } from './markup.ts'
import { openOfficeFile } from './officeArchive.ts'
import { linesOf } from './paperLines.ts'
import { Refused } from './refused.ts'
import { wordBlocks } from './wordBlocks.ts'

/** Reads a programme from a Word document, a web page, a text file or pasted text. It never throws for a file's sake. */
export async function readExerciseFile(file: PaperFile): Promise<ProgrammeFileResult> {
  const name = file.name ?? 'What was pasted'
  try {
    const reading = readExercisePage(await pageLines(openFile(file, name), name))
    if (reading.days.length > 0) return { ok: true, reading }
    const message = `${name} holds no date with a unit behind it or on the next line. Nothing was read.`
    return { ok: false, message }
  } catch (thrown) {
    if (thrown instanceof Refused) return { ok: false, message: `${thrown.message} Nothing was read.` }
    const what = thrown instanceof Error ? thrown.name : 'unknown'
    return {
      ok: false,
      message: `${name} could not be read (${what}). Nothing was read; paste its text instead.`,
    }
  }
}

async function pageLines(opened: OpenedFile, name: string): Promise<readonly PageLine[]> {
  if (opened.kind === 'text') return readLines(opened.text)
  const blocks =
    opened.kind === 'html'
      ? htmlBlocks(opened.text, name)
      : await wordBlocks(openOfficeFile(opened.bytes, name), name)
  return linesOf(blocks).flatMap(({ line, text }) =>
    text
      .split(/<br\s*\/?>|<\/p>/i)
      .map((part) => ({ line, text: readCell(part).plain.replaceAll('\t', ' ') }))
      .filter((one) => one.text.trim() !== ''),
  )
}
