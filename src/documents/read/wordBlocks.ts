import mammoth from 'mammoth'
import { markWordFills } from './cellColours.ts'
import { htmlBlocks } from './htmlBlocks.ts'
import { archiveOf, type OfficeParts } from './officeArchive.ts'
import type { SourceBlock } from './source.ts'
import { damaged } from './zipDirectory.ts'

/** The paragraphs and tables of a Word document. Pictures, headers and footers are left out. Throws `Refused`. */
export async function wordBlocks(parts: OfficeParts, file: string): Promise<SourceBlock[]> {
  const arrayBuffer = archiveOf(withFills(parts))
  // Node's edition of the library asks for `buffer`, the browser's for `arrayBuffer`.
  const source = Object.assign({ arrayBuffer }, { buffer: new Uint8Array(arrayBuffer) })
  const html = await mammoth
    .convertToHtml(source, {
      styleMap: ['u => u', 'b => b'],
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      // Pictures were not unpacked.
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    })
    .catch(() => null)
  if (html === null) throw damaged(file)
  return htmlBlocks(html.value, file)
}

function withFills(parts: OfficeParts): OfficeParts {
  const body = parts.get('word/document.xml')
  const xml = new TextDecoder().decode(body)
  return xml.includes('<w:shd')
    ? new Map(parts).set('word/document.xml', new TextEncoder().encode(markWordFills(xml)))
    : parts
}
