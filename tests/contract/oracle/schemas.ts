import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Contract, Schema } from './contract.ts'

/** What is wrong with a body, as sentences; empty when it is valid. */
export type BodyCheck = (body: unknown) => readonly string[]

/** Bodies on their way to Graph are read more kindly (letter case), but closed: see {@link closed}. */
export type Direction = 'request' | 'response'

/**
 * Compiles schemas of the contract. Every type is closed: also the types that Microsoft marks as open, since a
 * property that nobody has declared is then a misspelling. Only the fields of a list item stay open here; they have
 * schemas of their own.
 */
export class SchemaBook {
  readonly #validators: Readonly<Record<Direction, Ajv2020>>
  readonly #compiled = new Map<string, ValidateFunction>()

  constructor(contract: Contract) {
    this.#validators = {
      request: validator(contract, 'request'),
      response: validator(contract, 'response'),
    }
  }

  check(schema: Schema, direction: Direction): BodyCheck {
    const key = `${direction} ${JSON.stringify(schema)}`
    const ready = this.#compiled.get(key)
    const validate = ready ?? this.#validators[direction].compile(rooted(closed(schema, direction)))
    if (!ready) this.#compiled.set(key, validate)
    return (body) => (validate(body) ? [] : sentences(validate.errors ?? []))
  }
}

const ROOT = 'https://contract.example/graph'

function validator(contract: Contract, direction: Direction): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
  ajv.addKeyword({
    keyword: 'anyCase',
    schemaType: 'array',
    validate: (known: readonly string[], value: unknown) =>
      typeof value !== 'string' || known.includes(value.toLowerCase()),
    error: { message: ({ schema }) => `must be one of ${(schema as string[]).join(', ')} in any case` },
  })
  ajv.addSchema({ $id: ROOT, components: { schemas: closed(contract.schemas, direction) } })
  return ajv
}

/** References lead to the one big document. */
const rooted = (schema: Schema): Schema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', `"${ROOT}#/components/`))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same schema with open types closed and, for requests, enumerations that ignore case. */
function closed(schema: Schema, direction: Direction): Schema {
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, key))
    if (!isObject(value)) return value
    const inner = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]))
    const shut = inner['x-openType'] === true && key !== 'microsoft.graph.fieldValueSet'
    const words = Array.isArray(inner.enum) ? inner.enum : null
    if (!words || direction === 'response') return shut ? { ...inner, additionalProperties: false } : inner
    const { enum: _enum, ...rest } = inner
    const lower = words.filter((word) => typeof word === 'string').map((word) => word.toLowerCase())
    return { ...rest, anyCase: lower }
  }
  return walk(schema, '') as Schema
}

const NOISE = new Set(['anyOf', 'oneOf', 'allOf'])

function sentences(errors: readonly ErrorObject[]): string[] {
  const telling = errors.filter((error) => !NOISE.has(error.keyword) && error.params.type !== 'null')
  const said = (telling.length > 0 ? telling : errors).map((error) => {
    const what = error.params.additionalProperty ? ` (${error.params.additionalProperty})` : ''
    const options = error.params.allowedValues ? ` ${JSON.stringify(error.params.allowedValues)}` : ''
    return `${error.instancePath || '/'} ${error.message}${what}${options}`
  })
  return [...new Set(said)]
}
