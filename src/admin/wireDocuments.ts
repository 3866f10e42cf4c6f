import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ProgrammeFileResult } from '../domain/programmeReading.ts'
import type { PaperDocuments } from '../usecases/ports.ts'
import type { TrainingFiles } from '../usecases/trainingPorts.ts'

/** The writers of papers; each is loaded when a file of its kind is asked for. */
export const paperDocuments: PaperDocuments = {
  word: async (paper) => (await import('../documents/write/writePaperWord.ts')).writePaperWord(paper),
  excel: async (paper) => (await import('../documents/write/writePaperExcel.ts')).writePaperExcel(paper),
  csv: async (paper) => (await import('../documents/write/writeRowsCsv.ts')).writeRowsCsv(paper),
  brief: async (brief) => (await import('../documents/write/writeBriefWord.ts')).writeBriefWord(brief),
}

/** Reads files of learning and personnel systems, and writes what became of them. */
export const trainingFiles: TrainingFiles = {
  read: async (file) => (await import('../documents/read/trainingFile.ts')).readTrainingFile(file),
  results: async (results) => (await import('../documents/write/lineResults.ts')).lineResultsCsv(results),
  rejects: async (table, results) =>
    (await import('../documents/write/lineResults.ts')).rejectsCsv(table, results),
}

/** Reads the page of dates in a file; one that is not there is refused with a sentence. */
export async function readProgrammeFile(file: string): Promise<ProgrammeFileResult> {
  const { readExerciseFile } = await import('../documents/read/exerciseFile.ts')
  try {
    return await readExerciseFile({ bytes: new Uint8Array(readFileSync(file)), name: path.basename(file) })
  } catch {
    return { ok: false, message: `${file} could not be opened. Nothing was read.` }
  }
}
