import type { Operation } from './contract.ts'

/** A path of a request as the templates know it. */
export interface Place {
  readonly path: string
  /** The site was named by host and path. */
  readonly bySitePath: boolean
}

const SITE_BY_PATH = /^\/sites\/([^/:]+):(\/[^:]*?)\/?(?::(\/.*)?)?$/

/** Rewrites the addressing that no template shows: a site by its path, and a delta token in brackets. */
export function placeOf(path: string): Place {
  const decoded = path.replaceAll(/%3a/gi, ':').replaceAll(/%2c/gi, ',')
  const found = SITE_BY_PATH.exec(decoded)
  if (found) return { path: `/sites/{by-path}${found[3] ?? ''}`, bySitePath: true }
  return { path: decoded.replace(/\(\)$/, ''), bySitePath: false }
}

/** The operation that a request is for; the template with the most letters of its own wins. */
export function findOperation(
  operations: readonly Operation[],
  method: string,
  path: string,
): Operation | undefined {
  const { path: plain } = placeOf(path)
  const matches = operations.filter(
    (operation) => operation.method === method && patternOf(operation.template).test(plain),
  )
  return matches.toSorted((one, other) => literals(other) - literals(one))[0]
}

const literals = ({ template }: Operation): number => template.replaceAll(/\{[^}]*\}/g, '').length

const patterns = new Map<string, RegExp>()

function patternOf(template: string): RegExp {
  const known = patterns.get(template)
  if (known) return known
  const source = template
    .split(/(\{[^}]*\})/)
    .map((part) => (part.startsWith('{') ? '[^/]+?' : part.replace(/[.*+?^$()|[\]\\]/g, '\\$&')))
    .join('')
  const made = new RegExp(`^${source}$`)
  patterns.set(template, made)
  return made
}
