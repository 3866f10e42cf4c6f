import type { Bulletin } from '../domain/bulletin.ts'
import type { BulletinReader } from '../domain/bulletinOrder.ts'
import { M365Error } from '../domain/m365Error.ts'
import type { PaperPartStore } from './ports.ts'

/** What a bulletin says and to whom it goes, as it was previewed. */
export interface BulletinPieces {
  readonly bulletin: Bulletin
  readonly readers: readonly BulletinReader[]
}

/** Characters of one piece: well below what a note of SharePoint holds. */
const pieceLength = 50_000

/**
 * Keeps a bulletin in pieces that each fit a row. Pieces that are there already are left as they are: a second call
 * after a broken-off one finishes it. Throws `M365Error`.
 */
export async function keepPieces(
  deps: { readonly paperParts: Pick<PaperPartStore, 'createMany'> },
  key: string,
  pieces: BulletinPieces,
): Promise<void> {
  const text = JSON.stringify(pieces)
  const parts = Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, index) => ({
    key: `${key}/${String(index + 1).padStart(3, '0')}`,
    paperKey: key,
    number: index + 1,
    content: text.slice(index * pieceLength, (index + 1) * pieceLength),
  }))
  for (const attempt of await deps.paperParts.createMany(parts)) if (!attempt.ok) throw attempt.error
}

/** Reads a bulletin as it was kept. Throws `M365Error`, also where a piece is missing or cannot be read. */
export async function readPieces(
  deps: { readonly paperParts: Pick<PaperPartStore, 'ofPaper'> },
  key: string,
): Promise<BulletinPieces> {
  const { rows } = await deps.paperParts.ofPaper(key)
  const text = rows
    .map(({ value }) => value)
    .sort((a, b) => a.number - b.number)
    .map(({ content }) => content)
    .join('')
  const read = parsed(text)
  if (!read)
    throw new M365Error('missing', 'The bulletin cannot be read: a piece of it is missing in SharePoint.')
  return read
}

function parsed(text: string): BulletinPieces | null {
  try {
    const value: unknown = JSON.parse(text)
    return isPieces(value) ? value : null
  } catch {
    return null
  }
}

/** Only Follow-Through writes these pieces; a row that somebody changed by hand no longer has this shape. */
function isPieces(value: unknown): value is BulletinPieces {
  if (typeof value !== 'object' || value === null) return false
  const readers: unknown = Reflect.get(value, 'readers')
  const bulletin: unknown = Reflect.get(value, 'bulletin')
  if (!Array.isArray(readers) || typeof bulletin !== 'object' || bulletin === null) return false
  return ['coming', 'free', 'changes'].every((name) => Array.isArray(Reflect.get(bulletin, name)))
}
