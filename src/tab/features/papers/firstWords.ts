/** Enough of a text to know it by, at most 160 letters and whole words. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= 160 ? line : `${line.slice(0, 160).replace(/\s\S*$/, '')} …`
}
