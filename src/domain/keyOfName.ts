/** Longest key that is made from a name; it goes into addresses and other keys. */
const longest = 60

/**
 * A key made from a name: `Achieving Best Evidence` becomes `achieving-best-evidence`.
 * @param empty the key where the name has neither letters nor digits
 */
export function keyOfName(name: string, empty: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]|\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
  return words.replace(/^-/, '').slice(0, longest).replace(/-$/, '') || empty
}
