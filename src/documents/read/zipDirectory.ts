import { Refused } from './refused.ts'

/** One file of a zip archive, as the archive's directory tells of it. */
export interface ZipEntry {
  readonly name: string
  /** 0 as it is, 8 deflated; nothing else occurs in office files. */
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  /** Where its packed bytes begin. */
  readonly dataAt: number
}

const mostEntries = 5_000

/**
 * Reads the directory of a zip archive (PKWARE APPNOTE 4.3) without unpacking anything. Throws `Refused` for what is
 * damaged, encrypted, or built to lead a reader astray: names that leave the archive, a name twice, files that overlap.
 */
export function readZipDirectory(bytes: Uint8Array, file: string): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) throw damaged(file)
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (count === 0xffff || start === 0xffffffff || count > mostEntries)
    throw new Refused('unsafe', `${file} holds more files than an office document has.`)
  const entries: ZipEntry[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damaged(file)
    entries.push(readEntry(bytes, view, at, file))
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  refuseTricks(entries, file)
  return entries
}

/** The end record is the last one that leaves exactly its comment behind it. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    const isEnd = view.getUint32(at, true) === 0x06054b50
    if (isEnd && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  return -1
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, file: string): ZipEntry {
  const flags = view.getUint16(at + 8, true)
  if ((flags & 0x2041) !== 0)
    throw new Refused(
      'encrypted',
      `${file} is protected with a password. Save a copy without one and try again.`,
    )
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
  const local = view.getUint32(at + 42, true)
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== 0x04034b50) throw damaged(file)
  const dataAt = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const packed = view.getUint32(at + 20, true)
  if (dataAt + packed > view.byteLength) throw damaged(file)
  return {
    name,
    method: view.getUint16(at + 10, true),
    packed,
    unpacked: view.getUint32(at + 24, true),
    dataAt,
  }
}

function refuseTricks(entries: readonly ZipEntry[], file: string): void {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()))
  const leaves = entries.some(({ name }) => /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:|\\|\0/i.test(name))
  const inOrder = entries.toSorted((one, other) => one.dataAt - other.dataAt)
  const overlap = inOrder.some(
    (one, index) => one.dataAt + one.packed > (inOrder[index + 1]?.dataAt ?? Infinity),
  )
  if (leaves || overlap || names.size !== entries.length)
    throw new Refused(
      'unsafe',
      `${file} is put together in a way that no office program does. Save it anew and try again.`,
    )
}

/** The refusal of an archive that cannot be unpacked. */
export function damaged(file: string): Refused {
  return new Refused(
    'damaged',
    `${file} is damaged or not whole. Open it in its own program, save it anew and try again.`,
  )
}
