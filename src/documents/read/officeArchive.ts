import { Inflate, zipSync } from 'fflate'
import { Refused } from './refused.ts'
import { damaged, readZipDirectory, type ZipEntry } from './zipDirectory.ts'

/** The parts of an office file that may be read, by name. */
export type OfficeParts = ReadonlyMap<string, Uint8Array>

const mebibyte = 1024 * 1024
/** All parts together, unpacked. A paper of 5,000 rows has some 40 MB. */
const mostUnpacked = 150 * mebibyte
const largestPart = 100 * mebibyte
/** Text that says the same over and over packs to a hundredth; a bomb goes on from there. */
const steepestRatio = 400
const ratioMattersFrom = 4 * mebibyte
const deepestNesting = 256

/** Only what carries text is unpacked: no pictures, no embedded files, no macros. */
const carriesText = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|(?:word|xl)\/(?:[^/]+\/)*[^/]+\.(?:xml|rels))$/i

/** Unpacks an office file within limits. Throws `Refused` for anything that is unsafe, too large or damaged. */
export function openOfficeFile(bytes: Uint8Array, file: string): OfficeParts {
  const entries = readZipDirectory(bytes, file)
  if (entries.some(({ name }) => /vbaProject|\.bin$|macrosheets\//i.test(name) && /vba|macro/i.test(name)))
    throw new Refused(
      'macros',
      `${file} carries macros. Save it as .docx or .xlsx, which has none, and try again.`,
    )
  const wanted = entries.filter(({ name }) => carriesText.test(name))
  const promised = wanted.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (promised > mostUnpacked) throw tooLarge(file)
  const parts = new Map<string, Uint8Array>()
  for (const entry of wanted) {
    const part = unpack(bytes.subarray(entry.dataAt, entry.dataAt + entry.packed), entry, file)
    refuseUnsafeXml(part, file)
    parts.set(entry.name, part)
  }
  return parts
}

/** An archive of exactly these parts, for a library that wants one; nothing else of the file reaches it. */
export function archiveOf(parts: OfficeParts): ArrayBuffer {
  const packed = zipSync(Object.fromEntries(parts), { level: 0 })
  return packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength) as ArrayBuffer
}

function tooLarge(file: string): Refused {
  return new Refused('unsafe', `${file} unpacks to far more than a paper holds.`)
}

function unpack(packed: Uint8Array, entry: ZipEntry, file: string): Uint8Array {
  if (entry.unpacked > largestPart) throw tooLarge(file)
  if (entry.unpacked > ratioMattersFrom && entry.unpacked > packed.length * steepestRatio)
    throw tooLarge(file)
  if (entry.method === 0) return entry.packed === entry.unpacked ? packed : fail(file)
  if (entry.method !== 8) return fail(file)
  return inflate(packed, entry.unpacked, file)
}

function fail(file: string): never {
  throw damaged(file)
}

/** Unpacks piece by piece and stops where the directory's promise is broken, so that a lie about a size is cheap. */
function inflate(packed: Uint8Array, size: number, file: string): Uint8Array {
  const whole = new Uint8Array(size)
  let filled = 0
  let isDone = false
  const stream = new Inflate((chunk, isLast) => {
    if (filled + chunk.length > size) throw tooLarge(file)
    whole.set(chunk, filled)
    filled += chunk.length
    isDone = isLast
  })
  const step = 64 * 1024
  try {
    for (let at = 0; at < packed.length || at === 0; at += step)
      stream.push(packed.subarray(at, at + step), at + step >= packed.length)
  } catch (thrown) {
    throw thrown instanceof Refused ? thrown : damaged(file)
  }
  return isDone && filled === size ? whole : fail(file)
}

/** Office files declare no entities; a file that does is after something. Nor do they nest without end. */
function refuseUnsafeXml(part: Uint8Array, file: string): void {
  const isPlain = part[0] !== 0xff && part[0] !== 0xfe && !part.subarray(0, 4).includes(0)
  const text = new TextDecoder('latin1').decode(part)
  if (!isPlain || /<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw new Refused('unsafe', `${file} declares things of its own that no office program writes.`)
  let depth = 0
  for (const [, closes, ends] of text.matchAll(/<(\/?)[a-z_][^<>]*?(\/?)>/gi)) {
    if (closes) depth -= 1
    else if (!ends) depth += 1
    if (depth > deepestNesting)
      throw new Refused('unsafe', `${file} nests its contents deeper than any office program does.`)
  }
}
