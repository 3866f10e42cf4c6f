import type { PaperReading } from '../../domain/paperReading.ts'
import { readPaperText } from './readPaper.ts'

/** The largest file that is read. The longest paper seen has 62 kB; 10 MB leaves room for decades of them. */
export const largestPaperBytes = 10 * 1024 * 1024

/** Why a file was refused. */
export type PaperRefusal = 'empty' | 'too-large' | 'not-text' | 'no-table'

/** What came of a file: its reading, or a code and a sentence that says why there is none. */
export type PaperFileResult =
  | { readonly ok: true; readonly reading: PaperReading }
  | { readonly ok: false; readonly code: PaperRefusal; readonly message: string }

/** Reads a paper from a file's bytes. `name` is only said back in the sentence of a refusal. */
export function readPaperFile(bytes: Uint8Array, name: string): PaperFileResult {
  if (bytes.length > largestPaperBytes)
    return refuse(
      'too-large',
      `${name} is ${megabytes(bytes.length)}; a paper may have 10 MB at most. Nothing was read.`,
    )
  const decoded = decode(bytes)
  if (decoded === null) return refuse('not-text', notTextMessage(bytes, name))
  if (decoded.text.trim() === '') return refuse('empty', `${name} is empty. Nothing was read.`)
  const reading = readPaperText(decoded.text)
  if (reading.rows.length === 0) {
    return refuse(
      'no-table',
      `${name} holds no table with the columns Status and Due Date and a row under them. Nothing was read; check that it is the tab-separated text of the paper.`,
    )
  }
  return { ok: true, reading: decoded.isGuess ? withEncodingDoubt(reading) : reading }
}

function refuse(code: PaperRefusal, message: string): PaperFileResult {
  return { ok: false, code, message }
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MB`
}

function notTextMessage(bytes: Uint8Array, name: string): string {
  const start = String.fromCharCode(...bytes.subarray(0, 4))
  const kind = start.startsWith('PK')
    ? 'a Word, Excel or zip file'
    : start === '%PDF'
      ? 'a PDF'
      : 'not plain text'
  return `${name} is ${kind}. Nothing was read; save the paper as plain text with tabs between the cells and try again.`
}

/** UTF-8, or UTF-16 with its mark, or else Windows-1252 as a guess; null for what is no text at all. */
export function decode(bytes: Uint8Array): { text: string; isGuess: boolean } | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return utf16(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return utf16(bytes, 'utf-16be')
  if (bytes.includes(0)) return null
  try {
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes), false)
  } catch {
    return checked(new TextDecoder('windows-1252').decode(bytes), true)
  }
}

function utf16(bytes: Uint8Array, label: string): { text: string; isGuess: boolean } | null {
  return checked(new TextDecoder(label).decode(bytes), false)
}

/** Control characters do not occur in text; a few strays are let pass, except where the encoding is guessed. */
function checked(text: string, isGuess: boolean): { text: string; isGuess: boolean } | null {
  const controls = text.length - text.replace(/(?![\t\n\v\f\r\u0085])\p{Cc}/gu, '').length
  const allowed = isGuess ? 0 : text.length / 200
  return controls > allowed || text.includes('\0') ? null : { text, isGuess }
}

/** Adds the doubt that the encoding was guessed. */
export function withEncodingDoubt(reading: PaperReading): PaperReading {
  const message =
    'The file is not UTF-8; it was read as Windows-1252. Check the dashes, quotation marks and pound signs.'
  return { ...reading, doubts: [{ code: 'encoding-guessed', message, line: 1 }, ...reading.doubts] }
}
