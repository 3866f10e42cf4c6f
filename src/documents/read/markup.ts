import { isKindLabel } from './kinds.ts'

/** The text of a table cell, free of markup. A list item begins with "• ". */
export interface CellText {
  readonly lines: readonly string[]
  /** The lines as one. */
  readonly plain: string
  /** The markup promised a list, but nothing says where its items begin. */
  readonly listWithoutBullets: boolean
  /** The first words that were underlined or bold, for telling a label. */
  readonly emphasised: readonly string[]
}

const tag =
  /(<\/?(?:p|div|br|ul|ol|li|u|b|strong|i|em|s|span|font|sup|sub|a|h[1-6]|table|tbody|thead|tr|td|th)(?:\s[^<>]{0,300})?\/?>)/i
const bullet = /[•▪●◦‣\uF0B7]/
const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  hellip: '…',
  pound: '£',
  middot: '·',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  sect: '§',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  times: '×',
  eacute: 'é',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
}

/** The line being written while the parts of a cell go by. */
interface Draft {
  lines: string[]
  /** Empty, or something that is not blank. */
  current: string
  isItem: boolean
  list: 'ul' | 'ol' | null
  heading: 'no' | 'open' | 'ended'
  listWithoutBullets: boolean
  readonly emphasised: string[]
  /** Where in the current line emphasis began, or null outside it. */
  emphasisFrom: number | null
}

/** Reads a cell: paragraphs, underlined headings and list items become lines; nothing but markup goes. */
export function readCell(source: string): CellText {
  const draft: Draft = {
    lines: [],
    current: '',
    isItem: false,
    list: null,
    heading: 'no',
    listWithoutBullets: false,
    emphasised: [],
    emphasisFrom: null,
  }
  for (const part of source.split(tag)) {
    if (tag.test(part)) readTag(draft, part)
    else if (part !== '') readText(draft, decodeEntities(part))
  }
  endLine(draft)
  const { lines, listWithoutBullets, emphasised } = draft
  return { lines, plain: lines.join(' '), listWithoutBullets, emphasised }
}

/** Turns the entities of HTML into characters; one that is not known stays as it is written. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6}(?:12|14|34)?);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return namedEntities[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    const isCharacter = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : whole
  })
}

function readTag(draft: Draft, markup: string): void {
  const name = /[a-z]+/i.exec(markup)?.[0].toLowerCase() ?? ''
  const closes = markup.startsWith('</')
  if (name === 'u' || name === 'b' || name === 'strong') readEmphasis(draft, closes)
  else if (name === 'br' || name === 'li') endLine(draft)
  else if (/^(?:p|div|h|ul|ol|table|t[a-z]+)$/.test(name)) {
    // A list that is never closed ends where the next paragraph begins.
    endLine(draft)
    draft.list = !closes && (name === 'ul' || name === 'ol') ? name : null
  }
  if (name === 'li' && !closes) beginItem(draft)
}

/** Underlined words at the beginning of a line are a heading, unless the sentence simply goes on after them. */
function readEmphasis(draft: Draft, closes: boolean): void {
  noteEmphasis(draft, closes)
  if (!closes) draft.heading = draft.current === '' ? 'open' : 'no'
  else if (draft.heading === 'open') draft.heading = 'ended'
}

/** A label stands at the head of a cell, so a few are enough. */
function noteEmphasis(draft: Draft, closes: boolean): void {
  if (draft.emphasised.length === 8) return
  if (!closes) draft.emphasisFrom = draft.current.length
  else if (draft.emphasisFrom !== null) {
    const words = draft.current.slice(draft.emphasisFrom, draft.emphasisFrom + 80)
    draft.emphasised.push(words.replace(/\s+/g, ' ').trim())
    draft.emphasisFrom = null
  }
}

function readText(draft: Draft, text: string): void {
  if (draft.heading === 'ended' && text.trim() !== '') {
    draft.heading = 'no'
    if (/^\s*[\p{Lu}\d[("“‘]/u.test(text) || isKindLabel(draft.current)) endLine(draft)
  }
  for (const [index, part] of text.split(bullet).entries()) {
    if (index > 0) beginItem(draft)
    if (part.trim() !== '') readProse(draft, part)
    else if (draft.current !== '') draft.current += ' '
  }
}

/** A bullet right after another, as in a list item that prints its own, begins nothing new. */
function beginItem(draft: Draft): void {
  if (draft.current !== '' || !draft.isItem) endLine(draft)
  draft.isItem = true
}

function readProse(draft: Draft, text: string): void {
  if (draft.list === null || draft.isItem) {
    draft.current += text
    return
  }
  if (draft.list === 'ul') draft.listWithoutBullets = true
  const mark = draft.list === 'ol' ? /(?=(?:^|\s)\d{1,2}[.)]\s)/ : /(?=(?:^|\s)\[\d{1,2}\])/
  for (const [index, part] of text.split(mark).entries()) {
    if (index > 0) endLine(draft)
    draft.current += part
  }
}

function endLine(draft: Draft): void {
  const line = draft.current.replace(/\s+/g, ' ').trim()
  if (line !== '') draft.lines.push(draft.isItem ? `• ${line}` : line)
  draft.current = ''
  draft.isItem = false
  draft.heading = 'no'
  if (draft.emphasisFrom !== null) draft.emphasisFrom = 0
}

/** A cell with nothing in it. */
export const emptyCell: CellText = { lines: [], plain: '', listWithoutBullets: false, emphasised: [] }
