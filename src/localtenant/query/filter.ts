import { FilterError, type FilterToken, filterTokens } from './filterTokens.ts'

export const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const
export type Comparison = (typeof comparisons)[number]

/** A literal as it was written: 5 and '5' are not the same. */
export type Literal = string | number | boolean | null

export type FilterNode =
  | { readonly kind: 'and' | 'or'; readonly left: FilterNode; readonly right: FilterNode }
  | { readonly kind: 'not'; readonly node: FilterNode }
  | {
      readonly kind: 'compare'
      readonly operator: Comparison
      readonly path: string
      readonly value: Literal
    }
  | { readonly kind: 'call'; readonly name: string; readonly path: string; readonly value: Literal }
  | { readonly kind: 'any'; readonly path: string; readonly variable: string; readonly where: FilterNode }

const binding: Readonly<Record<string, number>> = { or: 1, and: 2 }

/** Parses an OData $filter. What a route can do with the tree is the route's own business. Throws {@link FilterError}. */
export function parseFilter(text: string): FilterNode {
  const parser = new FilterParser(filterTokens(text))
  const node = parser.expression(0)
  parser.end()
  return node
}

class FilterParser {
  private readonly tokens: readonly FilterToken[]
  private position = 0

  constructor(tokens: readonly FilterToken[]) {
    this.tokens = tokens
  }

  expression(least: number): FilterNode {
    let left = this.term()
    for (;;) {
      const word = this.peek()
      const power = word?.kind === 'name' ? binding[word.text.toLowerCase()] : undefined
      if (word === undefined || power === undefined || power <= least) return left
      this.position += 1
      left = { kind: word.text.toLowerCase() === 'or' ? 'or' : 'and', left, right: this.expression(power) }
    }
  }

  end(): void {
    const rest = this.peek()
    if (rest !== undefined) throw new FilterError(`'${rest.text}' was not expected.`)
  }

  private term(): FilterNode {
    if (this.takes('(')) {
      const node = this.expression(0)
      this.expect(')')
      return node
    }
    const name = this.name()
    if (name === 'not') return { kind: 'not', node: this.term() }
    if (this.takes('(')) return name.endsWith('/any') ? this.any(name) : this.call(name)
    return this.comparison(name)
  }

  private call(name: string): FilterNode {
    const path = this.name()
    this.expect(',')
    const value = this.literal()
    this.expect(')')
    return { kind: 'call', name: name.toLowerCase(), path, value }
  }

  private any(name: string): FilterNode {
    const variable = this.name()
    this.expect(':')
    const where = this.expression(0)
    this.expect(')')
    return { kind: 'any', path: name.slice(0, -'/any'.length), variable, where }
  }

  private comparison(path: string): FilterNode {
    const word = this.name().toLowerCase()
    const operator = comparisons.find((known) => known === word)
    if (operator === undefined) throw new FilterError(`'${word}' is not an operator.`)
    return { kind: 'compare', operator, path, value: this.literal() }
  }

  private literal(): Literal {
    const token = this.next()
    if (token.kind === 'string' || token.kind === 'moment') return token.text
    if (token.kind === 'number') return Number(token.text)
    if (token.text === 'true' || token.text === 'false') return token.text === 'true'
    if (token.text === 'null') return null
    throw new FilterError(`'${token.text}' is not a value.`)
  }

  private name(): string {
    const token = this.next()
    if (token.kind === 'name') return token.text
    throw new FilterError(`A name was expected where '${token.text}' is.`)
  }

  private expect(mark: '(' | ')' | ',' | ':'): void {
    if (!this.takes(mark)) throw new FilterError(`'${mark}' was expected.`)
  }

  private takes(mark: string): boolean {
    const token = this.peek()
    if (token?.kind !== 'punctuation' || token.text !== mark) return false
    this.position += 1
    return true
  }

  private next(): FilterToken {
    const token = this.peek()
    if (token === undefined) throw new FilterError('The filter ends too early.')
    this.position += 1
    return token
  }

  private peek(): FilterToken | undefined {
    return this.tokens[this.position]
  }
}
