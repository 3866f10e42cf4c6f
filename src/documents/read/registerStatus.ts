import type { FoundStatusWord } from '../../domain/anyPaper.ts'
import type { PaperDoubt } from '../../domain/paperReading.ts'
import { isStatus, type Status } from '../../domain/recommendation.ts'
import type { ColumnGuess } from './columns.ts'
import type { OwnCells, StatusReading } from './registerRows.ts'
import type { RegisterLine } from './registerTables.ts'
import { guessStatus, statusWord } from './statusGuess.ts'

/** The status of a row: as the register will know it, or as written where nobody knows what it means. */
export interface RegisterStatus {
  readonly word: string
  readonly known: Status | null
  readonly doubts: readonly PaperDoubt[]
}

/** Reads a row's status word; where there is none, how far the row says it is. */
export function registerStatus(own: OwnCells, reading: StatusReading, line: number): RegisterStatus {
  const written = own.status.lines[0] ?? ''
  const percent = percentOf(own.percent.plain)
  if (written === '') return withoutWord(percent, reading.mapping.statuses[blankStatus], line)
  const word = statusWord(written)
  const chosen = reading.mapping.statuses[word]
  const guess = chosen ? { status: chosen, isSure: true } : guessStatus(written, reading.hasBlue)
  if (!guess) {
    const message = `"${written.slice(0, 40)}" is not a status that is known here. Say what it means, or the row is left out.`
    return { word, known: null, doubts: [{ code: 'status-unknown', message, line }] }
  }
  const { status } = guess
  // Another force's word for what is done may be the same as ours for what is not.
  const isSure = guess.isSure && (chosen !== undefined || word !== 'CLOSED' || reading.isOurs)
  const guessed: PaperDoubt = {
    code: 'status-guessed',
    message: `"${written.slice(0, 40)}" was taken for ${status}${noteOn(word, status)}.`,
    line,
  }
  const doubts = [...(isSure ? [] : [guessed]), ...percentDoubts(percent, status, line)]
  return { word: status, known: status, doubts }
}

const worstFirst: readonly Status[] = ['RED', 'AMBER', 'WHITE', 'CLOSED', 'NEW GREEN', 'GREEN']

/** A row that is its own first part is as far as the part that is furthest behind. */
export function overallStatus(own: RegisterStatus, parts: readonly Status[], line: number): RegisterStatus {
  if (own.known === null || parts.length === 0) return own
  const all = [own.known, ...parts]
  const worst = worstFirst.find((status) => all.includes(status)) ?? own.known
  if (worst === own.known) return own
  const message = `The parts of the row differ; it was given the status that is furthest behind, ${worst}.`
  const doubt: PaperDoubt = { code: 'status-guessed', message, line }
  return { word: worst, known: worst, doubts: [...own.doubts, doubt] }
}

function noteOn(word: string, status: Status): string {
  if (word === 'CLOSED') return ', ended without being implemented; some forces write it for what is complete'
  if (status === 'AMBER' && /^G(?:REEN)?\b/.test(word))
    return ', because this table has blue for what is complete'
  return ''
}

/** From 0 to 100, or null. A spreadsheet keeps 40 % as 0.4. */
export function percentOf(text: string): number | null {
  const found = /^(\d{1,3}(?:\.\d+)?)\s*(%?)$/.exec(text.trim())
  if (!found) return null
  const number = Number(found[1])
  const isShare = found[2] === '' && number <= 1 && /^(?:0?\.\d+|[01](?:\.0+)?)$/.test(found[1] ?? '')
  const percent = isShare ? number * 100 : number
  return percent <= 100 ? Math.round(percent) : null
}

/** What stands for an empty status cell among the words that a person gives a meaning to. */
export const blankStatus = '(BLANK)'

/** Whether a row says neither its status nor how far it is. */
export function hasNoStatus({ cells }: RegisterLine, columns: readonly ColumnGuess[]): boolean {
  return columns.every(({ meaning }, index) => {
    const text = cells[index]?.text.plain ?? ''
    return meaning === 'status' ? text === '' : meaning !== 'percent' || percentOf(text) === null
  })
}

function withoutWord(percent: number | null, chosen: Status | undefined, line: number): RegisterStatus {
  if (percent === null && chosen) return { word: chosen, known: chosen, doubts: [] }
  if (percent === null) {
    const message = 'The row has no status. Say what that means, or the row is left out.'
    return { word: '', known: null, doubts: [{ code: 'status-missing', message, line }] }
  }
  const status = percent === 100 ? 'GREEN' : 'AMBER'
  const message = `The row has no status; ${percent} % complete was taken for ${status}.`
  return { word: status, known: status, doubts: [{ code: 'status-guessed', message, line }] }
}

function percentDoubts(percent: number | null, status: Status, line: number): PaperDoubt[] {
  const isGreen = status === 'GREEN' || status === 'NEW GREEN'
  if (percent === null || isGreen === (percent === 100) || status === 'CLOSED') return []
  const message =
    percent === 100
      ? `The row says 100 % complete, but its status is ${status}. It may be complete.`
      : `The row is ${status}, but says ${percent} % complete.`
  return [{ code: 'percent-disagrees', message, line }]
}

/** The words of the status columns that are not ours, with what each was taken for and how many rows have it. */
export function foundStatusWords(
  words: ReadonlyMap<string, number>,
  reading: StatusReading,
): FoundStatusWord[] {
  return [...words]
    .filter(([word]) => !isStatus(word) || (reading.hasBlue && word === 'GREEN'))
    .map(([word, rows]) => {
      const status = reading.mapping.statuses[word] ?? guessStatus(word, reading.hasBlue)?.status ?? null
      return { word, status, rows }
    })
}
