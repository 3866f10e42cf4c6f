import type { PaperDoubt } from '../../domain/paperReading.ts'
import { writtenMonths } from './dates.ts'
import type { JoinedLine } from './seams.ts'

const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[' }

/** Doubts about the wording of a row: dates that cannot be, brackets that do not close, sentences that stop. */
export function textDoubts(columns: readonly (readonly Pick<JoinedLine, 'text' | 'line'>[])[]): PaperDoubt[] {
  return columns.flatMap((lines) => [
    ...impossibleDates(lines),
    ...unbalancedBrackets(lines),
    ...stoppedSentence(lines),
  ])
}

function impossibleDates(lines: readonly Pick<JoinedLine, 'text' | 'line'>[]): PaperDoubt[] {
  return lines.flatMap(({ text, line }) =>
    writtenMonths(text)
      .filter((written) => written.date === null)
      .map((written) => ({
        code: 'date-implausible',
        message: `"${written.text}" is not a date that can be.`,
        line,
      })),
  )
}

/** A list's own "1)" and "a)" open nothing and close nothing. */
function unbalancedBrackets(lines: readonly Pick<JoinedLine, 'text' | 'line'>[]): PaperDoubt[] {
  const open: { bracket: string; line: number }[] = []
  const stray: { bracket: string; line: number }[] = []
  for (const { text, line } of lines) {
    for (const match of text
      .replace(/(^|\s)(?:\d{1,2}|[a-z]|[ivx]{1,4})\)(?=\s)/g, '$1')
      .matchAll(/[()[\]]/g)) {
      const bracket = match[0]
      const opening = brackets[bracket]
      if (opening === undefined) open.push({ bracket, line })
      else if (open.at(-1)?.bracket === opening) open.pop()
      else stray.push({ bracket, line })
    }
  }
  return [...stray, ...open].slice(0, 5).map(({ bracket, line }) => ({
    code: 'unbalanced-bracket',
    message: `A bracket "${bracket}" has no partner.`,
    line,
  }))
}

const stopsOn = /\s(?:and|or|the|a|an|to|of|for|with|that|by|in|from|which|their)$/i

/** The last line of a text ends on a word that cannot end a sentence. */
function stoppedSentence(lines: readonly Pick<JoinedLine, 'text' | 'line'>[]): PaperDoubt[] {
  const last = lines.at(-1)
  return last && stopsOn.test(last.text.slice(-20)) ? [sentenceCut(last.text, last.line)] : []
}

/** The doubt that a text stops before its sentence ends. */
export function sentenceCut(text: string, line: number): PaperDoubt {
  const end = text.slice(-60).split(' ').slice(-4).join(' ')
  return { code: 'sentence-cut', message: `The text stops in the middle of a sentence: "… ${end}".`, line }
}

/** Says whether a text stops on a word that cannot end a sentence. */
export function isSentenceCut(text: string): boolean {
  return stopsOn.test(text.slice(-20))
}
