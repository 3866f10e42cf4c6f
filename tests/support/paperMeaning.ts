import type { PaperContent } from '../../src/domain/paper.ts'
import type { PaperReading } from '../../src/domain/paperReading.ts'

/** What a reading says, without the places in its source and the doubts about it. */
export function meaningOfReading({ reports, rows }: PaperReading) {
  return {
    reports: reports.map(({ title, typeLine, published, claims, narrative }) => ({
      ...{ title, typeLine, published, claims, narrative },
    })),
    rows: rows.map(({ report, number, numberInferred, kind, status, text, comment, due, elements }) => ({
      ...{ report, number, numberInferred, kind, status, text, comment, due, elements },
    })),
  }
}

/** What a paper says, in the terms of a reading. */
export function meaningOfPaper({ reports, rows }: PaperContent): ReturnType<typeof meaningOfReading> {
  const places = new Map(reports.map(({ key }, index) => [key, index]))
  return {
    reports: reports.map(({ title, typeLine, published, claims, narrative }) => ({
      ...{ title, typeLine, published, claims, narrative },
    })),
    rows: rows.map(({ reportKey, number, numberInferred, kind, status, text, progress, due, elements }) => ({
      ...{
        report: places.get(reportKey) ?? -1,
        number,
        numberInferred,
        kind,
        status,
        text,
        comment: progress,
        due,
        elements,
      },
    })),
  }
}
