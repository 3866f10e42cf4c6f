import type { PaperDocuments } from '../usecases/ports.ts'

/** The writers of papers; each is loaded when a file of its kind is asked for. */
export const paperDocuments: PaperDocuments = {
  word: async (paper) => (await import('../documents/write/writePaperWord.ts')).writePaperWord(paper),
  excel: async (paper) => (await import('../documents/write/writePaperExcel.ts')).writePaperExcel(paper),
  csv: async (paper) => (await import('../documents/write/writeRowsCsv.ts')).writeRowsCsv(paper),
  brief: async (brief) => (await import('../documents/write/writeBriefWord.ts')).writeBriefWord(brief),
}
