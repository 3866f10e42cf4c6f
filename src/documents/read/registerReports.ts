import type { PaperDoubt, PaperLine, PaperReport } from '../../domain/paperReading.ts'
import type { ColumnGuess } from './columns.ts'
import { findDates } from './dates.ts'
import { readCell } from './markup.ts'
import type { LooseText, RegisterLine, RegisterTable } from './registerTables.ts'
import { readProse } from './reports.ts'

/** The reports of a register, as its lines name them one after the other. */
export interface ReportBook {
  /** Text outside tables: it may introduce a report. */
  addLoose(text: LooseText): void
  beginTable(table: RegisterTable): void
  /** A title inside a table. */
  addBanner(line: RegisterLine): void
  /** The index of the report that a row belongs to. */
  reportOf(line: RegisterLine, columns: readonly ColumnGuess[]): number
  finish(): {
    reports: readonly PaperReport[]
    remainder: readonly PaperLine[]
    doubts: readonly PaperDoubt[]
  }
}

const generalName = /^(?:sheet|table|tabelle|feuil|data|export|import)[ _-]?\d*$/i

/** Begins a book. @param file the file's name, for rows that name no report */
export function reportBook(file: string): ReportBook {
  const reports: PaperReport[] = []
  const remainder: PaperLine[] = []
  const doubts: PaperDoubt[] = []
  const byName = new Map<string, number>()
  let loose: LooseText[] = []
  /** The report of the rows that follow; null until one is named or needed. */
  let current: number | null = null
  let fallback = { title: '', line: 0 }
  let filledDown = ''
  let isFirst = true

  const add = (report: PaperReport): number => {
    const key = `${report.title.toLowerCase()}\n${report.published.date ?? report.published.text}`
    const known = byName.get(key)
    if (known !== undefined) return known
    byName.set(key, reports.length)
    doubts.push(...datelessDoubt(report))
    return reports.push(report) - 1
  }

  return {
    addLoose: (text) => loose.push(text),

    beginTable(table) {
      const lines = loose.map(({ line, markup }) => ({ line, text: markup, cells: null }))
      const prose = readProse(lines, isFirst)
      for (const { report } of prose.heads) current = add(report)
      const rest = [...prose.before, ...prose.aside]
      if (prose.heads.length === 0 && !(table.goesOn && loose.length === 0)) {
        const title = titleAmong(loose)
        current = null
        fallback = title ?? {
          title: table.name === file || generalName.test(table.name) ? fileTitle(file) : table.name,
          line: table.line,
        }
        remainder.push(...rest.filter(({ line }) => line !== title?.line))
      } else remainder.push(...rest)
      loose = []
      isFirst = false
      filledDown = ''
    },

    addBanner(line) {
      const title = line.cells.find(({ text }) => text.plain !== '')?.text.plain ?? ''
      current = add(named(title, '', '', line.line))
    },

    reportOf(line, columns) {
      const at = (meaning: ColumnGuess['meaning']) =>
        line.cells[columns.findIndex((column) => column.meaning === meaning)]?.text.plain ?? ''
      if (columns.some(({ meaning }) => meaning === 'report')) {
        filledDown = at('report') || filledDown
        const title = filledDown || fallback.title
        return add(named(title, at('source'), at('published'), line.line))
      }
      current ??= add(named(fallback.title, at('source'), at('published'), fallback.line))
      return current
    },

    finish() {
      remainder.push(...loose.map(({ line, markup }) => ({ line, text: readCell(markup).plain })))
      return { reports, remainder, doubts }
    },
  }
}

/** A register names reports by title; a date in the title is when it was published where nothing else says so. */
function named(title: string, typeLine: string, published: string, line: number): PaperReport {
  const written = published || (/\(([^()]{4,40})\)\s*$/.exec(title)?.[1] ?? '')
  const found = findDates(written)[0]
  return {
    ...{ title: title.slice(0, 250), typeLine, claims: [], narrative: '', lines: [line] },
    published: {
      text: found ? written : published,
      date: found?.date ?? null,
      precision: found?.precision ?? null,
    },
  }
}

function datelessDoubt({ title, published, lines }: PaperReport): PaperDoubt[] {
  if (published.date !== null) return []
  const message = `The file does not say when "${title.slice(0, 80)}" was published.`
  return [{ code: 'publication-date-missing', message, line: lines[0] ?? 0 }]
}

/** The heading above a table, or the last short line that is no sentence. */
function titleAmong(loose: readonly LooseText[]): { title: string; line: number } | null {
  const isTitle = ({ markup, level }: LooseText) =>
    level > 0 || (markup.length <= 200 && !/[.;:,]$/.test(markup))
  const found =
    loose.findLast(({ level }) => level > 0) ??
    loose.findLast((text) => isTitle(text) && !text.markup.includes('\t'))
  return found ? { title: readCell(found.markup).plain, line: found.line } : null
}

function fileTitle(file: string): string {
  return (
    file
      .replace(/\.[a-z0-9]{2,5}$/i, '')
      .replace(/[_-]+/g, ' ')
      .trim() || 'Imported register'
  )
}
