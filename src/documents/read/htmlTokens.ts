/** A piece of HTML: text as written, or a tag. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly attributes: string }

/** Elements whose content is never text for people. */
const unseen = new Set(
  'script style template title noscript noembed noframes iframe object svg math xml select textarea xmp'.split(
    ' ',
  ),
)

/**
 * Takes HTML apart in one pass, whatever is wrong with it: comments, declarations, scripts and styles are left out,
 * a tag that never ends is text. It makes no tree, so nesting costs nothing.
 */
export function* htmlTokens(source: string): Generator<HtmlToken> {
  let at = 0
  while (at < source.length) {
    const begin = source.indexOf('<', at)
    if (begin < 0) {
      yield { kind: 'text', text: source.slice(at) }
      return
    }
    if (begin > at) yield { kind: 'text', text: source.slice(at, begin) }
    const read = readMarkup(source, begin)
    if (read.token) yield read.token
    at = read.end
    if (read.token?.kind === 'open' && unseen.has(read.token.name))
      at = afterUnseen(source, at, read.token.name)
  }
}

interface Read {
  readonly token: HtmlToken | null
  readonly end: number
}

function readMarkup(source: string, begin: number): Read {
  if (source.startsWith('<!--', begin)) return { token: null, end: after(source, '-->', begin + 4) }
  const next = source.charCodeAt(begin + 1)
  if (next === 33 || next === 63) return { token: null, end: after(source, '>', begin) }
  const name = /^<\/?([a-z][\w:-]{0,30})/i.exec(source.slice(begin, begin + 34))?.[1]
  if (name === undefined) return { token: { kind: 'text', text: '<' }, end: begin + 1 }
  const end = tagEnd(source, begin + 1)
  if (end < 0) return { token: { kind: 'text', text: source.slice(begin) }, end: source.length }
  const closes = source[begin + 1] === '/'
  const attributes = closes ? '' : source.slice(begin + 1 + name.length, end).slice(0, 2000)
  return { token: { kind: closes ? 'close' : 'open', name: name.toLowerCase(), attributes }, end: end + 1 }
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from)
  return found < 0 ? source.length : found + mark.length
}

/** The place of the `>` that ends a tag; one inside a quoted value does not. */
function tagEnd(source: string, from: number): number {
  let quote = ''
  for (let at = from; at < source.length; at += 1) {
    const character = source[at] ?? ''
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '>') return at
    else if ((character === '"' || character === "'") && source[at - 1] === '=') quote = character
  }
  return -1
}

function afterUnseen(source: string, from: number, name: string): number {
  const ending = new RegExp(`</${name}[^<>]{0,100}>`, 'gi')
  ending.lastIndex = from
  return ending.exec(source) === null ? source.length : ending.lastIndex
}

/** The value of a tag's attribute, or null. */
export function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  )
  return found ? (found[1] ?? found[2] ?? found[3] ?? '') : null
}
