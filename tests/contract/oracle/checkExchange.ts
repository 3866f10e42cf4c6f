import type { Exchange } from '../../support/recording.ts'
import type { Contract, Operation, Schema } from './contract.ts'
import {
  type ListColumns,
  listOfPath,
  unknownFieldNames,
  wrongInReadFields,
  wrongInWrittenFields,
} from './listFields.ts'
import { findOperation } from './routing.ts'
import { SchemaBook } from './schemas.ts'

/** A recorded exchange with its operation and everything that is wrong with it. */
export interface Checked {
  readonly exchange: Exchange
  readonly operation: Operation | null
  readonly violations: readonly string[]
}

/** Judges recorded exchanges by the contract. */
export class Oracle {
  readonly #contract: Contract
  readonly #book: SchemaBook
  readonly #columns: ListColumns

  constructor(contract: Contract, columns: ListColumns) {
    this.#contract = contract
    this.#book = new SchemaBook(contract)
    this.#columns = columns
  }

  check(exchange: Exchange): Checked {
    const operation = findOperation(this.#contract.operations, exchange.method, exchange.path)
    if (!operation) return { exchange, operation: null, violations: ['the contract has no such operation'] }
    const violations = [
      ...this.#wrongInQuery(operation, exchange),
      ...this.#wrongInRequest(operation, exchange),
      ...this.#wrongInAnswer(operation, exchange),
    ]
    return { exchange, operation, violations }
  }

  /** What is wrong with a body that is about to be sent. Throws when the contract has no such operation. */
  wrongInBody(method: string, path: string, body: unknown): readonly string[] {
    const operation = findOperation(this.#contract.operations, method, path)
    if (!operation?.request) throw new Error(`The contract has no body for ${method} ${path}.`)
    const wrong = this.#book.check(operation.request, 'request')(matchParameterNames(operation, body))
    return [...wrong, ...this.#wrongInSentFields(operation, path, body)]
  }

  #wrongInQuery(operation: Operation, { path, query, status }: Exchange): string[] {
    if (status >= 400) return []
    const wrong: string[] = []
    for (const [name, value] of new URLSearchParams(query)) {
      const option = optionOf(operation, name)
      if (option === null) wrong.push(`query: ${name} is not an option of this operation`)
      if (option === '$expand') wrong.push(...this.#wrongInExpand(path, value))
      if (option === '$select') wrong.push(...this.#wrongInSelect(operation, value))
    }
    return wrong
  }

  /** `fields($select=A,B)`: the columns must be there. */
  #wrongInExpand(path: string, value: string): string[] {
    const names = /fields\(\s*\$?select=([^)]*)\)/i.exec(value)?.[1]?.split(',') ?? []
    const columns = this.#columns.get(listOfPath(path) ?? '')
    if (!columns || names.length === 0) return []
    return unknownFieldNames(columns, names).map(
      (name) => `query: $expand names the field ${name}, which is not there`,
    )
  }

  #wrongInSelect(operation: Operation, value: string): string[] {
    if (operation.template.endsWith('/fields')) return []
    const known = propertiesOf(this.#contract, operation.response)
    if (!known) return []
    return value
      .split(',')
      .filter((name) => !known.has(name.trim()) && name.trim() !== '*')
      .map((name) => `query: $select names ${name}, which the type does not have`)
  }

  #wrongInRequest(operation: Operation, exchange: Exchange): string[] {
    const { method, requestBody, status } = exchange
    if (method === 'GET' || method === 'DELETE')
      return requestBody === undefined || status >= 400 ? [] : ['request: a body where none is read']
    if (requestBody === undefined) {
      const needed = operation.request !== null && status >= 200 && status < 300
      return needed ? ['request: no body'] : []
    }
    if (!/^application\/json/.test(exchange.requestHeaders['Content-Type'] ?? ''))
      return ['request: a body without Content-Type application/json']
    // What Graph has refused as malformed is no work of the product's to be judged twice.
    if (status === 400 || !operation.request) return []
    return this.wrongInBody(method, exchange.path, requestBody).map((one) => `request: ${one}`)
  }

  #wrongInSentFields(operation: Operation, path: string, body: unknown): readonly string[] {
    const columns = this.#columns.get(listOfPath(path) ?? '')
    if (!isOfItems(operation) || operation.template.endsWith('restoreVersion')) return []
    if (!columns) return ['the columns of this list are not in the recording']
    return wrongInWrittenFields(
      columns,
      operation.template.endsWith('/fields') ? body : member(body, 'fields'),
    )
  }

  #wrongInAnswer(operation: Operation, exchange: Exchange): string[] {
    const { status, responseBody } = exchange
    if (status === 0) return []
    if (status >= 400) return wrongInError(exchange)
    if (responseBody === undefined) return operation.response && status === 200 ? ['response: no body'] : []
    if (!operation.response) return [`response: a body where none is described`]
    const wrong = this.#book.check(operation.response, 'response')(responseBody)
    return [...wrong, ...this.#wrongInReceivedFields(operation, exchange)].map((one) => `response: ${one}`)
  }

  #wrongInReceivedFields(operation: Operation, { path, responseBody }: Exchange): readonly string[] {
    const columns = this.#columns.get(listOfPath(path) ?? '')
    if (!isOfItems(operation)) return []
    if (!columns) return ['the columns of this list are not in the recording']
    if (operation.template.endsWith('/fields')) return wrongInReadFields(columns, responseBody)
    const many = member(responseBody, 'value')
    const items: unknown[] = Array.isArray(many) ? many : [responseBody]
    return items.flatMap((item) => wrongInReadFields(columns, member(item, 'fields') ?? {}))
  }
}

const isOfItems = ({ template }: Operation): boolean => /\/lists\/\{list-id\}\/items\b/.test(template)

/** The option's name as the contract writes it, or null. Tokens come from links that Graph has made. */
function optionOf(operation: Operation, name: string): string | null {
  const bare = name.replace(/^\$/, '').toLowerCase()
  if (bare === 'skiptoken') return '$skiptoken'
  if (bare === 'token' && operation.template.endsWith('/delta')) return 'token'
  // Lists and drives carry their token as `token`, Outlook and the directory as `$deltatoken` (delta-query-overview).
  if (bare === 'deltatoken' && operation.template.endsWith('/delta')) return '$deltatoken'
  return operation.query.find((option) => option.replace(/^\$/, '').toLowerCase() === bare) ?? null
}

/** Parameters of actions are matched without case; Microsoft's own pages write them both ways. */
function matchParameterNames(operation: Operation, body: unknown): unknown {
  const isAction = !('$ref' in (operation.request ?? {}))
  const known = Object.keys((operation.request?.properties ?? {}) as Record<string, unknown>)
  if (!isAction || typeof body !== 'object' || body === null) return body
  const renamed = Object.entries(body).map(([name, value]) => {
    const match = known.find((one) => one.toLowerCase() === name.toLowerCase())
    return [match ?? name, value] as const
  })
  return Object.fromEntries(renamed)
}

/** Property names of what an operation answers with: of the entity, or of the members of a collection. */
function propertiesOf(contract: Contract, schema: Schema | null): ReadonlySet<string> | null {
  if (!schema) return null
  const whole = resolved(contract, schema)
  const items = ((whole.properties as Record<string, Schema> | undefined)?.value as Schema | undefined)?.items
  const entity = items ? resolved(contract, items as Schema) : whole
  const choices = (entity.anyOf as Schema[] | undefined)?.map((one) => resolved(contract, one)) ?? [entity]
  return new Set(choices.flatMap((one) => Object.keys((one.properties ?? {}) as Record<string, unknown>)))
}

function resolved(contract: Contract, schema: Schema): Schema {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined
  return (name === undefined ? undefined : contract.schemas[name]) ?? schema
}

/** Graph's error envelope: learn.microsoft.com/graph/errors. */
function wrongInError({ responseBody }: Exchange): string[] {
  const error = member(responseBody, 'error')
  const wrong: string[] = []
  if (
    typeof responseBody !== 'object' ||
    responseBody === null ||
    Object.keys(responseBody).join() !== 'error'
  )
    return ['response: an error must be one object named error']
  if (!member(error, 'code') || typeof member(error, 'code') !== 'string')
    wrong.push('response: an error without a code')
  if (typeof member(error, 'message') !== 'string') wrong.push('response: an error without a message')
  const inner = member(error, 'innerError')
  for (const name of ['date', 'request-id', 'client-request-id'])
    if (typeof member(inner, name) !== 'string') wrong.push(`response: an error without innerError ${name}`)
  const known = ['code', 'message', 'innerError', 'details', 'target']
  for (const name of Object.keys((error ?? {}) as object))
    if (!known.includes(name) && !name.startsWith('@')) wrong.push(`response: an error with a member ${name}`)
  return wrong
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
