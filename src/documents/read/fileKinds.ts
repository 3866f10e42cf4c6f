import type { PaperFile } from '../../domain/anyPaper.ts'
import { decode } from './readFile.ts'
import { Refused } from './refused.ts'

/** A file after a first look at its bytes; the name's ending is not trusted. */
export type OpenedFile =
  | { readonly kind: 'office'; readonly bytes: Uint8Array }
  | { readonly kind: 'html'; readonly text: string; readonly isGuess: boolean }
  | { readonly kind: 'text'; readonly text: string; readonly bytes: Uint8Array; readonly isGuess: boolean }

/** The largest file that is read: a hundred papers of the longest kind. */
const largestFile = 30 * 1024 * 1024

/** Tells what a file is. Throws `Refused` for what cannot be a paper. */
export function openFile(file: PaperFile, name: string): OpenedFile {
  const bytes = 'bytes' in file ? file.bytes : new TextEncoder().encode(file.pasted)
  if (bytes.length > largestFile)
    throw new Refused(
      'too-large',
      `${name} has ${Math.ceil(bytes.length / (1024 * 1024))} MB; 30 MB are read at most. Split it and try again.`,
    )
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  if (start.startsWith('PK\u0003\u0004')) return { kind: 'office', bytes }
  if (start.startsWith('PK')) throw new Refused('damaged', `${name} is an empty or damaged zip file.`)
  if (start.startsWith('\u00D0\u00CF\u0011\u00E0')) throw oldOffice(bytes, name)
  if (start.startsWith('%PDF')) throw unsupported(name, 'a PDF')
  if (start.startsWith('{\\rtf')) throw unsupported(name, 'a document in Rich Text Format')
  const decoded = decode(bytes)
  if (decoded === null) throw new Refused('not-text', `${name} is neither an office file nor text.`)
  if (decoded.text.trim() === '') throw new Refused('empty', `${name} is empty.`)
  if (/^\s*(?:MIME-Version|From|Return-Path):/i.test(decoded.text))
    throw unsupported(name, 'a message or web archive')
  const { text, isGuess } = decoded
  return looksLikeHtml(text) ? { kind: 'html', text, isGuess } : { kind: 'text', text, bytes, isGuess }
}

/** The text form may hold bold and lists, but no table tags; a page has them or says that it is one. */
function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<!doctype html|<html[\s>]|<\?xml)/i.test(text) || /<table[\s>]/i.test(text)
}

function unsupported(name: string, kind: string): Refused {
  return new Refused(
    'unsupported',
    `${name} is ${kind}. Save it as a Word document or as plain text and try again.`,
  )
}

/** The container of old office files also holds new ones that are protected with a password. */
function oldOffice(bytes: Uint8Array, name: string): Refused {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, 64 * 1024 * 2))
  if (text.includes('EncryptedPackage') || text.includes('EncryptionInfo'))
    return new Refused(
      'encrypted',
      `${name} is protected with a password. Save a copy without one and try again.`,
    )
  return new Refused(
    'old-format',
    `${name} is in the format of Office before 2007 or is protected. Save it as .docx or .xlsx and try again.`,
  )
}
