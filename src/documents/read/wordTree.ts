import mammoth from 'mammoth'
import { archiveOf, type OfficeParts } from './officeArchive.ts'
import { damaged } from './zipDirectory.ts'

/** A paragraph of a Word document with the name of its style. */
export interface WordParagraph {
  readonly kind: 'paragraph'
  /** As Word shows it; empty where the document names none. */
  readonly style: string
  readonly text: string
  readonly bookmarks: readonly string[]
}

export interface WordTable {
  readonly kind: 'table'
  /** Rows of cells of paragraphs. Tables inside cells are left out. */
  readonly rows: readonly (readonly (readonly WordParagraph[])[])[]
}

/** What the library hands to `transformDocument`; only what is used here. */
interface Node {
  readonly type?: unknown
  readonly value?: unknown
  readonly name?: unknown
  readonly styleName?: unknown
  readonly children?: readonly Node[]
}

/** The paragraphs and tables of a Word document with their styles, for papers of ours. Throws `Refused`. */
export async function wordTree(parts: OfficeParts, file: string): Promise<(WordParagraph | WordTable)[]> {
  const arrayBuffer = archiveOf(parts)
  // Node's edition of the library asks for `buffer`, the browser's for `arrayBuffer`.
  const source = Object.assign({ arrayBuffer }, { buffer: new Uint8Array(arrayBuffer) })
  let found: readonly Node[] = []
  const keep = (document: Node) => {
    found = document.children ?? []
    // Nothing is left to be turned into HTML.
    return { ...document, children: [] }
  }
  const options = { includeEmbeddedStyleMap: false, externalFileAccess: false, transformDocument: keep }
  await mammoth.convertToHtml(source, options).catch(() => {
    throw damaged(file)
  })
  return found.flatMap(blockOf)
}

function blockOf(node: Node): (WordParagraph | WordTable)[] {
  if (node.type === 'paragraph') return [paragraphOf(node)]
  if (node.type !== 'table') return []
  const rows = (node.children ?? []).map((row) =>
    (row.children ?? []).map((cell) =>
      (cell.children ?? []).filter(({ type }) => type === 'paragraph').map(paragraphOf),
    ),
  )
  return [{ kind: 'table', rows }]
}

function paragraphOf(node: Node): WordParagraph {
  const inside = flatten(node)
  return {
    kind: 'paragraph',
    style: typeof node.styleName === 'string' ? node.styleName : '',
    text: inside.map(textOf).join(''),
    bookmarks: inside.flatMap(({ type, name }) =>
      type === 'bookmarkStart' && typeof name === 'string' ? [name] : [],
    ),
  }
}

function flatten({ children = [] }: Node): Node[] {
  return children.flatMap((child) => [child, ...flatten(child)])
}

function textOf({ type, value }: Node): string {
  if (type === 'text') return typeof value === 'string' ? value : ''
  if (type === 'tab') return '\t'
  return type === 'break' ? '\n' : ''
}
