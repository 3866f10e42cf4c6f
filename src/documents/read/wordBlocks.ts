import mammoth from 'mammoth'
import { htmlBlocks } from './htmlBlocks.ts'
import { archiveOf, type OfficeParts } from './officeArchive.ts'
import type { SourceBlock } from './source.ts'
import { damaged } from './zipDirectory.ts'

/** The paragraphs and tables of a Word document. Pictures, headers and footers are left out. Throws `Refused`. */
export async function wordBlocks(parts: OfficeParts, file: string): Promise<SourceBlock[]> {
  const arrayBuffer = archiveOf(parts)
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
