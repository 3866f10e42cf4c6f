import { decodeEntities } from './markup.ts'
import { escapeMarkup } from './source.ts'

/** Paragraphs that grow while the tags of HTML go by, in the markup of the text form. */
export interface TextWriter {
  text(raw: string): void
  /** Ends the paragraph; one without words is none. */
  endParagraph(): void
  beginItem(): void
  lineBreak(): void
  emphasis(name: 'u' | 'b', opens: boolean): void
  /** Characters so far. */
  length(): number
  /** Ends the last paragraph and gives them all. */
  take(): readonly string[]
}

/** A bullet as Word writes it into the text of a pasted list. */
const pastedBullet = /^[·§]\s+/

/** Makes a writer of paragraphs. Spaces and line ends of the source are one space, as HTML has it. */
export function textWriter(): TextWriter {
  let paragraphs: string[] = []
  let parts: string[] = []
  let hasWords = false
  let size = 0
  const open = { u: 0, b: 0 }
  const endParagraph = () => {
    if (hasWords) {
      for (const name of ['b', 'u'] as const) if (open[name] > 0) parts.push(`</${name}>`)
      paragraphs.push(parts.join('').trim())
    }
    parts = []
    hasWords = false
    for (const name of ['u', 'b'] as const) if (open[name] > 0) parts.push(`<${name}>`)
  }
  return {
    endParagraph,
    text(raw) {
      const text = escapeMarkup(decodeEntities(raw).replace(/[\s\u00A0]+/g, ' '))
      size += text.length
      const own = hasWords ? text : text.trimStart().replace(pastedBullet, '• ')
      hasWords ||= own !== ''
      parts.push(own)
    },
    beginItem() {
      endParagraph()
      parts.push('• ')
    },
    lineBreak() {
      if (hasWords) parts.push('<br>')
    },
    emphasis(name, opens) {
      const depth = Math.max(0, open[name] + (opens ? 1 : -1))
      if ((depth === 0) !== (open[name] === 0)) parts.push(depth === 0 ? `</${name}>` : `<${name}>`)
      open[name] = depth
    },
    length: () => size,
    take() {
      endParagraph()
      const taken = paragraphs
      paragraphs = []
      return taken
    },
  }
}
