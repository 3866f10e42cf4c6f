import { badRequest } from '../graphErrors.ts'

/** Reads one property of a request body. Throws 400 `RequestBodyRead` for a value of another kind. */
export type Reader<T> = (value: unknown, name: string) => T

const cannotRead = (name: string, type: string) =>
  badRequest(`Cannot read the value of the property '${name}' as '${type}'.`, 'RequestBodyRead')

/** A refusal of a property that the type does not have, worded as the Outlook service does. */
export const unknownProperty = (name: string, type: string) =>
  badRequest(
    `The property '${name}' does not exist on type 'Microsoft.OutlookServices.${type}'. Make sure to only use property names that are defined by the type or mark the type as open type.`,
    'RequestBodyRead',
  )

export const text: Reader<string> = (value, name) => {
  if (value === null) return ''
  if (typeof value !== 'string') throw cannotRead(name, 'Edm.String')
  return value
}

export const flag: Reader<boolean> = (value, name) => {
  if (typeof value !== 'boolean') throw cannotRead(name, 'Edm.Boolean')
  return value
}

export const whole: Reader<number> = (value, name) => {
  if (!Number.isInteger(value)) throw cannotRead(name, 'Edm.Int32')
  return Number(value)
}

/** One of an enumeration's members, in any case: the documentation's own requests use several. */
export function oneOf<T extends string>(members: readonly T[]): Reader<T> {
  return (value, name) => {
    const given = typeof value === 'string' ? value.toLowerCase() : undefined
    const found = members.find((member) => member.toLowerCase() === given)
    if (found === undefined) {
      throw badRequest(
        `Requested value '${String(value)}' of the property '${name}' was not found.`,
        'RequestBodyRead',
      )
    }
    return found
  }
}

/** A list, each part read by `part`. */
export function listOf<T>(part: Reader<T>): Reader<T[]> {
  return (value, name) => {
    if (!Array.isArray(value)) throw cannotRead(name, 'Collection')
    return value.map((each) => part(each, name))
  }
}

/** An object; with `known`, one of a type that has these properties alone. OData annotations are let through. */
export function object(type: string, known?: readonly string[]): Reader<Record<string, unknown>> {
  return (value, name) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw cannotRead(name, type)
    const stranger = Object.keys(value).find((key) => known && !known.includes(key) && !key.includes('@'))
    if (stranger !== undefined) throw unknownProperty(stranger, type)
    return value as Record<string, unknown>
  }
}

/** An object of a type whose every property is read in its own way; what is null stays null. */
export function typed(
  type: string,
  readers: Readonly<Record<string, Reader<unknown>>>,
): Reader<Record<string, unknown>> {
  const known = Object.keys(readers)
  return (value, name) => {
    const entries = Object.entries(object(type, known)(value, name)).map(([key, given]) => {
      const read = Object.hasOwn(readers, key) ? readers[key] : undefined
      return [key, read === undefined || given === null ? given : read(given, key)] as const
    })
    return Object.fromEntries(entries)
  }
}

/** A number of any kind. */
export const decimal: Reader<number> = (value, name) => {
  if (typeof value !== 'number') throw cannotRead(name, 'Edm.Double')
  return value
}

/**
 * The parameters of an action, whatever the case of their names: the documentation writes both. Throws 400 for one
 * that the action does not have.
 */
export function parametersOf<T extends object>(
  action: string,
  readers: { readonly [K in keyof T]: Reader<T[K]> },
  body: unknown,
): Partial<T> {
  const given: Partial<T> = {}
  for (const [name, value] of Object.entries(body ?? {})) {
    const known = (Object.keys(readers) as (keyof T & string)[]).find(
      (one) => one.toLowerCase() === name.toLowerCase(),
    )
    if (known !== undefined && value !== null) given[known] = readers[known](value, name)
    if (known === undefined && !name.includes('@')) throw unknownParameter(name, action)
  }
  return given
}

const unknownParameter = (name: string, action: string) =>
  badRequest(
    `The parameter '${name}' in the request payload is not a valid parameter for the operation '${action}'.`,
    'RequestBodyRead',
  )
