import { badRequest } from './graphErrors.ts'

/**
 * What a body may hold, declared by hand after Microsoft's published types. Every type is closed: a property that it
 * does not have is refused. Words are matched without case, as Graph does.
 */
export type Shape =
  | 'text'
  | 'flag'
  | 'number'
  | 'whole'
  | 'anything'
  | { readonly listOf: Shape }
  | { readonly words: readonly string[] }
  | { readonly type: string; readonly has: Readonly<Record<string, Shape>> }

const fits: Readonly<Record<Extract<Shape, string>, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  flag: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  whole: (value) => Number.isInteger(value),
  anything: () => true,
}

/** Refuses a value of another shape. Throws 400 with the name of the property. Null empties any property. */
export function mustFit(shape: Shape, value: unknown, name: string): void {
  if (typeof shape === 'string') {
    if (!fits[shape](value)) throw wrongKind(name, shape)
  } else if ('listOf' in shape) {
    if (!Array.isArray(value)) throw wrongKind(name, 'list')
    for (const one of value) mustFit(shape.listOf, one, name)
  } else if ('words' in shape) {
    const known = shape.words.some((word) => word.toLowerCase() === String(value).toLowerCase())
    if (typeof value !== 'string' || !known)
      throw badRequest(`'${String(value)}' is not a value of '${name}'.`)
  } else mustBeOfType(shape, value, name)
}

function mustBeOfType(
  { type, has }: Extract<Shape, { type: string }>,
  value: unknown,
  name: string,
): asserts value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongKind(name, type)
  for (const [property, given] of Object.entries(value)) {
    if (property.includes('@')) continue
    const shape = Object.hasOwn(has, property) ? has[property] : undefined
    if (shape === undefined) throw unknownProperty(property, type)
    if (given !== null) mustFit(shape, given, property)
  }
}

const wrongKind = (name: string, expected: string) =>
  badRequest(`The value of '${name}' cannot be read as ${expected}.`)
const unknownProperty = (name: string, type: string) =>
  badRequest(
    `The property '${name}' does not exist on type 'microsoft.graph.${type}'. Make sure to only use property names that are defined by the type.`,
  )
