/** The colours that a status is painted in. */
export type CellColour = 'Red' | 'Amber' | 'Green' | 'Blue'

const names: Readonly<Record<string, CellColour>> = {
  red: 'Red',
  orange: 'Amber',
  gold: 'Amber',
  yellow: 'Amber',
  green: 'Green',
  lime: 'Green',
  blue: 'Blue',
}

/** The status colour that a fill is nearest to; null for pale fills, greys and whatever is no colour. */
export function colourOf(written: string): CellColour | null {
  const word = names[written.trim().toLowerCase()]
  if (word) return word
  const hex = /^#?(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(written.trim())?.[1]
  const parts = /^rgba?\(\s*(\d{1,3})[ ,]+(\d{1,3})[ ,]+(\d{1,3})/i.exec(written.trim())
  const rgb = hex
    ? [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
    : (parts?.slice(1, 4).map(Number) ?? [])
  const [red = 0, green = 0, blue = 0] = rgb
  return rgb.length === 3 ? byHue(red, green, blue) : null
}

function byHue(red: number, green: number, blue: number): CellColour | null {
  const most = Math.max(red, green, blue)
  const span = most - Math.min(red, green, blue)
  // Headings and bands are painted too, but palely.
  if (span < 80) return null
  const sixth =
    most === red ? (green - blue) / span : most === green ? 2 + (blue - red) / span : 4 + (red - green) / span
  const hue = (sixth * 60 + 360) % 360
  if (hue < 18 || hue > 340) return 'Red'
  if (hue < 66) return 'Amber'
  if (hue > 75 && hue < 170) return 'Green'
  return hue > 190 && hue < 260 ? 'Blue' : null
}

/** The fill that the attributes of an HTML cell ask for. */
export function htmlFill(attributes: string): CellColour | null {
  const found =
    /\bbgcolor\s*=\s*["']?([#\w]{3,10})/i.exec(attributes)?.[1] ??
    /\bbackground(?:-color)?\s*:\s*(rgba?\([^)]{5,40}\)|[#\w]{3,10})/i.exec(attributes)?.[1]
  return found === undefined ? null : colourOf(found)
}

/** Stands around a colour's name where a Word cell holds nothing else; no document uses this character. */
const mark = '\uE0F7'

/** Writes the fill of empty cells into a Word document's XML, since its reader tells of text only. */
export function markWordFills(xml: string): string {
  return xml.replace(/<w:tc>((?:(?!<\/?w:tc>)[\s\S])*)<\/w:tc>/g, (whole, cell: string) => {
    const fill = /<w:tcPr>(?:(?!<\/w:tcPr>)[\s\S])*?<w:shd\b[^<>]*\bw:fill="([0-9a-f]{6})"/i.exec(cell)?.[1]
    const colour = fill === undefined || /<w:t(?:\s[^<>]*)?>[^<]/.test(cell) ? null : colourOf(fill)
    if (colour === null) return whole
    return `<w:tc>${cell}<w:p><w:r><w:t>${mark}${colour}${mark}</w:t></w:r></w:p></w:tc>`
  })
}

/** The colour that such a mark tells of; null for any other text. */
export function markedColour(text: string): CellColour | null {
  return text.startsWith(mark)
    ? colourOf(text.replaceAll(mark, '') === 'Amber' ? 'orange' : text.replaceAll(mark, ''))
    : null
}

/** The fills of Excel's cell formats, in their order (ECMA-376 part 1, 18.8); themes and conditions are left out. */
export function excelFills(styles: string): readonly (CellColour | null)[] {
  const block = (name: string) =>
    new RegExp(`<${name}\\b[^<>]*>([\\s\\S]*?)</${name}>`).exec(styles)?.[1] ?? ''
  const fills = block('fills')
    .split('</fill>')
    .map((fill) => /<fgColor\b[^<>]*\brgb="([0-9a-f]{6,8})"/i.exec(fill)?.[1])
    .map((rgb) => (rgb === undefined ? null : colourOf(rgb)))
  return [...block('cellXfs').matchAll(/<xf\b[^<>]*>/g)].map(([format]) => {
    const fill = /\bfillId="(\d{1,5})"/.exec(format)?.[1]
    return fill === undefined ? null : (fills[Number(fill)] ?? null)
  })
}

/** The painted cells of a sheet that hold nothing, by `row:column` from 0. */
export function emptyFills(
  sheet: string,
  fills: readonly (CellColour | null)[],
  columnOf: (letters: string) => number,
): ReadonlyMap<string, CellColour> {
  const found = new Map<string, CellColour>()
  if (fills.every((fill) => fill === null)) return found
  for (const [, attributes = ''] of sheet.matchAll(/<c(\s[^<>]*?)\/>/g)) {
    const [, letters = '', row = ''] = /\br="([A-Z]{1,3})(\d{1,7})"/.exec(attributes) ?? []
    const colour = fills[Number(/\bs="(\d{1,5})"/.exec(attributes)?.[1] ?? -1)]
    if (colour) found.set(`${Number(row) - 1}:${columnOf(letters) - 1}`, colour)
  }
  return found
}
