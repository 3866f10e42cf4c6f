import { fingerprint } from './fingerprint.ts'
import type { PaperContent, PaperPart } from './paper.ts'

/** A column of SharePoint holds 63,999 characters; room is left for what it counts otherwise. */
export const longestPart = 60_000

/** The content of a paper in pieces that fit a column, and its fingerprint. */
export interface CutContent {
  readonly print: string
  readonly parts: readonly PaperPart[]
}

/**
 * Cuts the content of a paper into parts, never between the halves of a surrogate pair. The keys hold the fingerprint:
 * another attempt with another content cannot touch these parts, and the same attempt finds them again.
 */
export function cutContent(key: string, content: PaperContent): CutContent {
  const text = JSON.stringify(content)
  const print = fingerprint(text)
  const parts: PaperPart[] = []
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + longestPart, text.length)
    if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1
    const number = parts.length + 1
    parts.push({ key: partKey(key, print, number), paperKey: key, number, content: text.slice(at, end) })
    at = end
  }
  return { print, parts }
}

function partKey(key: string, print: string, number: number): string {
  return `${key}/${print}/${String(number).padStart(3, '0')}`
}

/** Why the content of a paper cannot be shown. */
export type ContentFault = 'part-lost' | 'content-altered'

/**
 * Puts the parts of a frozen paper together again and proves them by the fingerprint: either all of it is there as it
 * was frozen, or nothing is shown. Parts of an attempt that was given up are passed over.
 */
export function joinContent(
  paper: { readonly key: string; readonly parts: number; readonly contentPrint: string },
  parts: readonly PaperPart[],
):
  | { readonly ok: true; readonly content: PaperContent }
  | { readonly ok: false; readonly code: ContentFault } {
  const byKey = new Map(parts.map((part) => [part.key, part.content]))
  const pieces = Array.from({ length: paper.parts }, (_, index) =>
    byKey.get(partKey(paper.key, paper.contentPrint, index + 1)),
  )
  const whole = pieces.filter((piece) => piece !== undefined)
  if (paper.parts === 0 || whole.length < paper.parts) return { ok: false, code: 'part-lost' }
  const text = whole.join('')
  if (fingerprint(text) !== paper.contentPrint) return { ok: false, code: 'content-altered' }
  return { ok: true, content: JSON.parse(text) as PaperContent }
}
