/** How a valid body is spoilt. */
export const spoilings = ['misspelt property', 'wrong type', 'unknown word', 'extra property'] as const
export type Spoiling = (typeof spoilings)[number]

type Path = readonly (string | number)[]

/** Every place in a body: each property and each member of a list, however deep. */
export function placesIn(body: unknown, at: Path = []): readonly Path[] {
  if (typeof body !== 'object' || body === null) return []
  const keys = Array.isArray(body) ? body.map((_, index) => index) : Object.keys(body)
  return keys.flatMap((key) => [[...at, key], ...placesIn(member(body, key), [...at, key])])
}

/** The body spoilt at one place; null when that kind of spoiling does not fit the place. */
export function spoil(body: unknown, path: Path, how: Spoiling, salt: number): unknown {
  const copy: unknown = structuredClone(body)
  const parent = path.slice(0, -1).reduce(member, copy)
  const key = path.at(-1)
  if (typeof parent !== 'object' || parent === null || key === undefined) return null
  const value = member(parent, key)
  switch (how) {
    case 'misspelt property':
      if (typeof key !== 'string' || key.includes('@')) return null
      Reflect.deleteProperty(parent, key)
      Reflect.set(parent, misspelt(key, salt), value)
      return copy
    case 'extra property':
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
      Reflect.set(value, `extra${salt}`, 'x')
      return copy
    case 'wrong type':
      Reflect.set(parent, key, anotherType(value, salt))
      return copy
    case 'unknown word':
      if (typeof value !== 'string') return null
      Reflect.set(parent, key, `nonsense${salt}`)
      return copy
  }
}

const member = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/** Two letters swapped, one doubled, or one left out. */
function misspelt(name: string, salt: number): string {
  const at = salt % Math.max(1, name.length - 1)
  const [a = '', b = ''] = [name[at], name[at + 1]]
  const swapped = `${name.slice(0, at)}${b}${a}${name.slice(at + 2)}`
  const doubled = `${name.slice(0, at)}${a}${name.slice(at)}`
  const choices = [swapped, doubled, `${name}s`].filter((one) => one.toLowerCase() !== name.toLowerCase())
  return choices[salt % choices.length] ?? `${name}x`
}

function anotherType(value: unknown, salt: number): unknown {
  const others: unknown[] = ['text', 7, true, ['text'], { some: 'thing' }]
  const kind = (one: unknown) => (Array.isArray(one) ? 'array' : typeof one)
  const different = others.filter((one) => kind(one) !== kind(value))
  return different[salt % different.length]
}
