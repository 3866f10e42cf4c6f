/** One word of an OData $filter. */
export type FilterToken =
  | { readonly kind: 'string' | 'number' | 'name' | 'moment'; readonly text: string }
  | { readonly kind: 'punctuation'; readonly text: '(' | ')' | ',' | ':' }

/** The filter is not well formed; the message says where. */
export class FilterError extends Error {}

const patterns = [
  { kind: 'string', pattern: /'(?:[^']|'')*'/y },
  { kind: 'moment', pattern: /\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?/y },
  { kind: 'number', pattern: /-?\d+(?:\.\d+)?(?![\w-])/y },
  { kind: 'name', pattern: /[A-Za-z_@$][\w@$./-]*/y },
  { kind: 'punctuation', pattern: /[(),:]/y },
] as const

/** Splits a $filter into words; quoted text is given without its quotes, doubled quotes made single. */
export function filterTokens(text: string): FilterToken[] {
  const tokens: FilterToken[] = []
  let position = 0
  while (position < text.length) {
    if (/\s/.test(text.charAt(position))) {
      position += 1
      continue
    }
    const found = tokenAt(text, position)
    if (found === undefined) throw new FilterError(`Syntax error at position ${position} in '${text}'.`)
    tokens.push(found.token)
    position += found.length
  }
  return tokens
}

function tokenAt(text: string, position: number): { token: FilterToken; length: number } | undefined {
  for (const { kind, pattern } of patterns) {
    pattern.lastIndex = position
    const matched = pattern.exec(text)?.[0]
    if (matched === undefined) continue
    const said = kind === 'string' ? matched.slice(1, -1).replaceAll("''", "'") : matched
    return { token: { kind, text: said } as FilterToken, length: matched.length }
  }
  return undefined
}
