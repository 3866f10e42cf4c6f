import type { Request } from 'express'

// Exchange's ordinary ids change when an item moves; the immutable form is another string for the same item.
const ORDINARY = 'AAMkADhk'
const IMMUTABLE = 'AAkALgAA'

/** Whether the caller asked for ids that never change (`Prefer: IdType="ImmutableId"`). */
export const wantsImmutableIds = (req: Request): boolean =>
  /idtype\s*=\s*"?immutableid"?/i.test(req.get('prefer') ?? '')

/** The id of an item as Graph writes it. */
export const itemId = (key: string, immutable: boolean): string =>
  `${immutable ? IMMUTABLE : ORDINARY}${Buffer.from(key.replaceAll('-', ''), 'hex').toString('base64url')}=`

/** The key inside an id of either form; undefined for anything else. */
export function keyOfItemId(id: string): string | undefined {
  const text = id.startsWith(ORDINARY) || id.startsWith(IMMUTABLE) ? id.slice(8).replace(/=$/, '') : ''
  const hex = Buffer.from(text, 'base64url').toString('hex')
  if (hex.length !== 32) return undefined
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
