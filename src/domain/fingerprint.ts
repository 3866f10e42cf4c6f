/**
 * A short name for a text, to see whether it is still the same: two rounds of 32-bit FNV-1a with different starts
 * (isthe.com/chongo/tech/comp/fnv). It is no protection against anybody; 64 bits are ample for a few thousand rows.
 */
export function fingerprint(text: string): string {
  return hash(text, 0x811c9dc5) + hash(text, 0x1b873593)
}

function hash(text: string, start: number): string {
  let value = start
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    value = Math.imul(value ^ (unit & 0xff), 0x01000193)
    value = Math.imul(value ^ (unit >>> 8), 0x01000193)
  }
  return (value >>> 0).toString(16).padStart(8, '0')
}
