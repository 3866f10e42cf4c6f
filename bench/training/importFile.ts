import { readTrainingFile } from '../../src/documents/read/trainingFile.ts'
import { guessCompletionColumns } from '../../src/domain/completionImport.ts'
import { countOutcomes, type TrainingTable } from '../../src/domain/trainingTable.ts'
import {
  type ImportCompletionsDeps,
  importCompletions,
  planCompletions,
} from '../../src/usecases/importCompletions.ts'
import { completionAt, peopleFor, today } from './force.ts'

/** Lines of the file, as a force's learning system exports a year of them. */
const lines = 100_000

/** How long each part of the import of a file takes, and whether the same file again writes nothing. */
export async function importFile(
  deps: ImportCompletionsDeps,
  size: number,
): Promise<Record<string, unknown>> {
  const people = peopleFor(size)
  const rows = Array.from({ length: lines }, (_, index) => {
    const { person, personName, courseKey, completedOn } = completionAt(size + index, people)
    return `${person},${personName},${courseKey},${completedOn},Passed`
  })
  const bytes = new TextEncoder().encode(
    ['Object id,Learner,Course,Completion date,Status', ...rows].join('\r\n'),
  )
  const began = performance.now()
  const table = await tableOf(bytes)
  const read = performance.now()
  const file = { table, columns: guessCompletionColumns(table.headings), courseWords: {} }
  const plan = await planCompletions(deps, file, today)
  const planned = performance.now()
  const first = countOutcomes(await importCompletions({ ...deps, me: { roles: ['Coordinator'] } }, plan))
  const written = performance.now()
  const again = await planCompletions(deps, file, today)
  const ms = (from: number, to: number) => Math.round(to - from)
  return {
    ...{ lines, readMs: ms(began, read), planMs: ms(read, planned), writeMs: ms(planned, written) },
    ...{ outcomes: first, againWrites: again.writes.length },
  }
}

async function tableOf(bytes: Uint8Array): Promise<TrainingTable> {
  const read = await readTrainingFile({ bytes, name: 'learning system.csv' })
  if (!read.ok) throw new Error(read.message)
  return read.table
}
