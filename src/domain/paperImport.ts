import { undecided } from './decisions.ts'
import { fingerprint } from './fingerprint.ts'
import { limits, noteLength } from './limits.ts'
import { withInferences } from './newRows.ts'
import { reportPrint, rowPrint } from './paperFields.ts'
import type { PaperReading, PaperReport, PaperRow } from './paperReading.ts'
import type { Post } from './post.ts'
import { type Doubt, isStatus, type Recommendation } from './recommendation.ts'
import { type Report, reportFacts, reportKey } from './report.ts'

/** A row of the paper in the product's terms, or the reason why it cannot be one. */
export type ImportedRow =
  | { readonly ok: true; readonly row: Recommendation }
  | { readonly ok: false; readonly key: string; readonly code: 'unknown-status'; readonly status: string }

/** What the register holds already, to recognise what a paper names less exactly. */
export interface KnownRegister {
  /** To recognise who leads on a row; rows of files without such a column need none. */
  readonly posts?: readonly Post[]
  readonly reports: readonly Pick<Report, 'key' | 'title'>[]
  readonly rows: readonly HeldRow[]
}

type HeldRow = Pick<Recommendation, 'key' | 'reportKey' | 'number' | 'text'> & {
  readonly importedAs?: string
}

const nothingKnown: KnownRegister = { reports: [], rows: [] }

/** All reports and rows of a reading with the keys under which the register knows them. */
export function importedFrom(
  reading: PaperReading,
  known: KnownRegister = nothingKnown,
): {
  readonly reports: readonly Report[]
  readonly rows: readonly ImportedRow[]
} {
  const byTitle = undatedKeys(known)
  const byPrint = keysByPrint(known.reports)
  const reportKeys = distinct(
    reading.reports.map((one) => byPrint(one) ?? placed(keyOfReport(one, byTitle), one.place)),
  )
  const reports = reading.reports.map((one, index) => importedReport(one, reportKeys[index] ?? '', index + 1))
  const rowKeys = keysOfRows(reading, reportKeys, known)
  const postOf = postsByName(known.posts ?? [])
  const rows = reading.rows.map((row, index) => {
    const place = {
      report: reportKeys[row.report] ?? 'no-report',
      key: rowKeys[index] ?? '',
      order: index + 1,
    }
    return importedRow(row, place, row.owner === undefined ? null : postOf(row.owner))
  })
  return { reports, rows: withOwnWords(rows, reports, known) }
}

/** What a row's own words tell of it is for rows that come new; those that the register holds keep what people decided. */
function withOwnWords(
  rows: readonly ImportedRow[],
  reports: readonly Report[],
  known: KnownRegister,
): readonly ImportedRow[] {
  const held = new Set(known.rows.map(({ key }) => key))
  const read = rows.flatMap((one) => (one.ok ? [one.row] : []))
  const fresh = read.filter(({ key }) => !held.has(key))
  const inferred = withInferences(fresh, [...reports, ...known.reports], [...read, ...known.rows])
  const byKey = new Map(inferred.map((row) => [row.key, row]))
  return rows.map((one) => (one.ok ? { ok: true, row: byKey.get(one.row.key) ?? one.row } : one))
}

/** Keys that the register knows, by the fingerprints that a file of ours carries. */
function keysByPrint(
  known: readonly { readonly key: string }[],
): (one: { readonly keyPrint?: string }) => string | undefined {
  const keys = new Map(known.map(({ key }) => [fingerprint(key), key]))
  return ({ keyPrint }) => (keyPrint === undefined ? undefined : keys.get(keyPrint))
}

/** Reports by title alone, where only one report has it; null where several do. */
function undatedKeys({ reports }: KnownRegister): ReadonlyMap<string, string | null> {
  const keys = new Map<string, string | null>()
  for (const { key, title } of reports) {
    const undated = reportKey(title, null)
    keys.set(undated, keys.has(undated) ? null : key)
  }
  return keys
}

/** A paper that does not say when a report was published means the one that the register holds under this title. */
function keyOfReport({ title, published }: PaperReport, byTitle: ReadonlyMap<string, string | null>): string {
  const key = reportKey(title, published.date)
  return published.date === null ? (byTitle.get(key) ?? key) : key
}

/** A row without a number is known by its text; of several with one text, the first is the first. */
function keysOfRows(
  reading: PaperReading,
  reportKeys: readonly string[],
  known: KnownRegister,
): readonly string[] {
  const unnumbered = Map.groupBy(
    known.rows.filter(({ number }) => number === ''),
    (row) => `${row.reportKey}\n${textOf(row.text)}`,
  )
  const reportOf = (row: PaperRow) => reportKeys[row.report] ?? 'no-report'
  const byPrint = keysByPrint(known.rows)
  const bySameText = keysByText(
    reading.rows.filter((row) => row.number === '' && mayComeIn(row)),
    (row) => unnumbered.get(`${reportOf(row)}\n${textOf(row.text)}`) ?? [],
  )
  const heldAs = (row: PaperRow, key: string): string | undefined => {
    const printed = byPrint(row)
    if (printed !== undefined || row.place) return printed ?? placed(key, row.place)
    return bySameText.get(row)
  }
  const wanted = reading.rows.map((row, index) => {
    const key = `${reportOf(row)}/${row.number || 'unnumbered'}`
    return { index, key, held: heldAs(row, key), comesIn: mayComeIn(row) }
  })
  const keys = new Map<number, string>()
  const used = new Set<string>()
  for (const { index, held } of wanted) {
    if (held === undefined || used.has(held)) continue
    keys.set(index, held)
    used.add(held)
  }
  // A row that stays out takes no key from one that comes in, or the next run would know that one under another.
  for (const some of [wanted.filter((one) => one.comesIn), wanted.filter((one) => !one.comesIn)]) {
    const open = some.filter(({ index }) => !keys.has(index))
    const others = distinct(
      open.map(({ key }) => key),
      new Set(keys.values()),
    )
    for (const [place, { index }] of open.entries()) keys.set(index, others[place] ?? '')
  }
  return reading.rows.map((_, index) => keys.get(index) ?? '')
}

/** Of several held rows with one text, a row is the one that it made the last time; of the rest, the first is the first. */
function keysByText(
  rows: readonly PaperRow[],
  heldWith: (row: PaperRow) => readonly HeldRow[],
): ReadonlyMap<PaperRow, string> {
  const keys = new Map<PaperRow, string>()
  const used = new Set<string>()
  const take = (row: PaperRow, held: HeldRow | undefined) => {
    if (!held) return
    keys.set(row, held.key)
    used.add(held.key)
  }
  const isFree = ({ key }: HeldRow) => !used.has(key)
  for (const row of rows) {
    const several = heldWith(row)
    const print = several.length > 1 ? printOfRow(row) : null
    if (print !== null)
      take(
        row,
        several.find((held) => isFree(held) && held.importedAs === print),
      )
  }
  for (const row of rows) if (!keys.has(row)) take(row, heldWith(row).find(isFree))
  return keys
}

function printOfRow(row: PaperRow): string | null {
  const one = importedRow(row, { report: '', key: '', order: 0 }, null)
  return one.ok ? one.row.importedAs : null
}

/** Whether a row says anything, and a status that the register knows. */
function mayComeIn({ status, text, comment, due, owner }: PaperRow): boolean {
  return isStatus(status) && (text !== '' || comment !== '' || due.length > 0 || owner !== undefined)
}

function textOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The key of the second, third … of a kind, where the paper says which it is. */
function placed(key: string, place: number | undefined): string {
  return place === undefined || place < 2 ? key : `${key}~${place}`
}

/** Finds the post that a file means by its title or by the name of who holds it; null for one that nobody knows. */
function postsByName(posts: readonly Post[]): (name: string) => string | null {
  const keys = new Map<string, string>()
  for (const { key, title, holder } of posts) {
    keys.set(plainName(title), key)
    if (holder) keys.set(plainName(holder.name), key)
  }
  return (name) => keys.get(plainName(name)) ?? null
}

function plainName(name: string): string {
  return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

/** Keys must differ: the second of a kind gets `~2`, the third `~3`. @param reserved keys of other rows */
function distinct(keys: readonly string[], reserved: ReadonlySet<string> = new Set()): readonly string[] {
  const counts = new Map<string, number>()
  const used = new Set<string>(reserved)
  return keys.map((key) => {
    let count = counts.get(key) ?? 0
    let own = key
    do {
      count += 1
      own = count === 1 ? key : `${key}~${count}`
    } while (used.has(own))
    counts.set(key, count)
    used.add(own)
    return own
  })
}

function importedReport(paper: PaperReport, key: string, order: number): Report {
  const { title, typeLine, published, claims, narrative } = paper
  const facts = reportFacts(typeLine, title)
  const report = {
    key,
    title,
    typeLine,
    published,
    claims,
    narrative,
    order,
    importedAs: '',
    ...facts,
    clocks: [],
  }
  return { ...report, importedAs: reportPrint(report) }
}

/** The first doubts of a row, as many as its column keeps; a row with so many is looked at from its first anyway. */
function doubtsThatFit(doubts: readonly Doubt[]): readonly Doubt[] {
  let room = limits.noteCharacters - 2
  const beyond = doubts.findIndex((doubt) => {
    room -= noteLength(JSON.stringify(doubt)) + 1
    return room < 0
  })
  return beyond < 0 ? doubts : doubts.slice(0, beyond)
}

/** Who leads is said in the progress where the register has no such post, so that it is not lost. */
function importedRow(
  paper: PaperRow,
  { report, key, order }: { report: string; key: string; order: number },
  ownerPost: string | null,
): ImportedRow {
  const { number, numberInferred, kind, status, text, due, elements } = paper
  const lead = paper.owner === undefined || ownerPost !== null ? '' : `Lead: ${paper.owner}`
  const progress = [paper.comment, lead].filter((part) => part !== '').join('\n')
  if (!isStatus(status)) return { ok: false, key, code: 'unknown-status', status }
  const doubts = doubtsThatFit(paper.doubts.map(({ code, message, line }) => ({ code, message, line })))
  const row: Omit<Recommendation, 'importedAs'> = {
    ...{ key, reportKey: report, number, numberInferred, order, kind, status, text, progress },
    ...{ elements, due, doubts, ownerPost, history: [], ...undecided },
  }
  return { ok: true, row: { ...row, importedAs: rowPrint(row) } }
}
