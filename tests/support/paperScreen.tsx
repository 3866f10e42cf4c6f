import type { AnyPaperResult, PaperFile } from '../../src/domain/anyPaper.ts'
import type { ImportReport } from '../../src/domain/importPlan.ts'
import type { Paper } from '../../src/domain/paper.ts'
import type { Setting } from '../../src/domain/setting.ts'
import type { PaperDocuments, PaperReader } from '../../src/usecases/ports.ts'
import { MemoryListStore } from './memoryListStore.ts'
import { MemoryPaperParts } from './papers.ts'
import { secretary } from './register.ts'
import { registerInMemory } from './registerScreen.tsx'

/** Writes files that hold nothing but their name, and remembers which were asked for. */
export function notedDocuments(): PaperDocuments & { readonly asked: string[] } {
  const asked: string[] = []
  const write = (kind: string) => async () => {
    asked.push(kind)
    return new TextEncoder().encode(kind)
  }
  return { asked, word: write('word'), excel: write('excel'), csv: write('csv'), brief: write('brief') }
}

/** A reader that finds what the test says; it notes the mappings it was given. */
export function notedReader(answer: (file: PaperFile) => AnyPaperResult) {
  const mappings: unknown[] = []
  const reports: ImportReport[] = []
  const reader: PaperReader = {
    read: async (file, mapping) => {
      mappings.push(mapping)
      const read = answer(file)
      return read.ok && mapping ? { ...read, mapping } : read
    },
    resultFile: async (report) => {
      reports.push(report)
      return new TextEncoder().encode('result')
    },
  }
  return { reader, mappings, reports }
}

/** Everything that the papers' screens ask, in memory; the person is the secretary unless another is given. */
export function papersInMemory(
  given: Parameters<typeof registerInMemory>[0] & { papers?: readonly Paper[]; reader?: PaperReader } = {},
) {
  return {
    ...registerInMemory({ me: secretary, ...given }),
    papers: new MemoryListStore<Paper>(given.papers ?? []),
    paperParts: new MemoryPaperParts(),
    settings: new MemoryListStore<Setting>(),
    documents: notedDocuments(),
    paperReader:
      given.reader ?? notedReader(() => ({ ok: false, code: 'empty', message: 'It is empty.' })).reader,
  }
}
