import { Bookmark, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx'
import { bulletMark, type OwnStyle } from '../ownLayout.ts'
import { asListItem, styleId } from './wordStyles.ts'

/** What XML cannot hold, and the code points that are no characters: control codes, halves of surrogate pairs. */
const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]|\p{Noncharacter_Code_Point}/gu

/** Text as XML can hold it: a character that it cannot becomes U+FFFD, so that one can see that it was there. */
export function printable(text: string): string {
  return text.replace(notXml, '\uFFFD')
}

/**
 * The lines of a text, whichever system ended them; a text without any has one empty line. Unicode's own line ends
 * count too: XML readers may take them for such (w3.org/TR/xml11/#sec-line-ends).
 */
export function textLines(text: string): string[] {
  return printable(text.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')).split('\n')
}

/** How a run looks beside its paragraph's style. */
export interface RunLook {
  readonly bold?: boolean
  readonly underline?: Record<string, never>
}

/** Runs in which tabs are tabs of Word and line ends are line breaks. */
export function runs(text: string, look: RunLook = {}): TextRun[] {
  return textLines(text).map((line, index) => {
    const children = line.split('\t').flatMap((part, place) => [...(place > 0 ? [new Tab()] : []), part])
    const filled = children.filter((child) => child !== '')
    return new TextRun({ ...look, ...(index > 0 ? { break: 1 } : {}), children: filled })
  })
}

/** How a paragraph looks and behaves beside its style. */
export interface ParagraphLook extends RunLook {
  /** Its name, where one is needed to find it again. */
  readonly bookmark?: string
  /** Stays on the page of what follows it. */
  readonly keepNext?: boolean
  readonly isListItem?: boolean
}

/** A paragraph in one of our styles. */
export function paragraph(style: OwnStyle, text: string, look: ParagraphLook = {}): Paragraph {
  const { bookmark, keepNext = false, isListItem = false, ...own } = look
  const children: ParagraphChild[] =
    bookmark === undefined ? runs(text, own) : [new Bookmark({ id: bookmark, children: runs(text, own) })]
  return new Paragraph({
    style: styleId(style),
    children,
    ...(keepNext ? { keepNext } : {}),
    ...(isListItem ? { numbering: asListItem } : {}),
  })
}

/** A line in its style; a list item is one of Word's, so that it is read out as one. */
export function lineParagraph(
  line: string,
  plain: OwnStyle,
  bullet: OwnStyle,
  look: ParagraphLook = {},
): Paragraph {
  return line.startsWith(bulletMark)
    ? paragraph(bullet, line.slice(bulletMark.length), { ...look, isListItem: true })
    : paragraph(plain, line, look)
}
