import type { AnyPaperResult, ColumnMapping, PaperFile } from '../../domain/anyPaper.ts'
import type { PaperReading } from '../../domain/paperReading.ts'
import { type OfficeParts, openOfficeFile } from './officeArchive.ts'
import { mayBeOurs, readOwnWord } from './ownWord.ts'
import { linesOf } from './paperLines.ts'
import { readPaperFile } from './readFile.ts'
import { readPaperLines } from './readPaper.ts'
import { Refused } from './refused.ts'
import type { SourceBlock } from './source.ts'
import { wordBlocks } from './wordBlocks.ts'
import { wordTree } from './wordTree.ts'

/** Reads a paper of any format. It never throws: what is not read is refused with a sentence. */
export async function readAnyPaper(file: PaperFile, mapping?: ColumnMapping): Promise<AnyPaperResult> {
  try {
    if ('bytes' in file && file.bytes[0] === 0x50 && file.bytes[1] === 0x4b)
      return done('word', await readWord(openOfficeFile(file.bytes, file.name), file.name))
    const bytes = 'bytes' in file ? file.bytes : new TextEncoder().encode(file.pasted)
    const read = readPaperFile(bytes, file.name ?? 'What was pasted')
    return read.ok ? done('text', read.reading) : read
  } catch (thrown) {
    if (thrown instanceof Refused) return { ok: false, code: thrown.code, message: thrown.message }
    throw thrown
  }
}

/** A paper of ours says what its paragraphs are; any other is read by what its tables hold. */
async function readWord(parts: OfficeParts, name: string): Promise<PaperReading> {
  const own = mayBeOurs(parts) ? readOwnWord(await wordTree(parts, name)) : null
  return own ?? boardPaper(await wordBlocks(parts, name))
}

function boardPaper(blocks: readonly SourceBlock[]): PaperReading {
  const lines = linesOf(blocks)
  return readPaperLines(lines, () => lines.map(({ text }) => text).join('\n'))
}

function done(format: 'word' | 'text', reading: PaperReading): AnyPaperResult {
  const mapping = { columns: {}, statuses: {} }
  return { ok: true, format, reading, tables: [], statusWords: [], fingerprint: '', mapping }
}
