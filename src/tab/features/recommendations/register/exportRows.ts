import type { IsoDate } from '../../../../domain/calendarDays.ts'
import { columns } from './columns.tsx'
import type { RegisterItem } from './items.ts'
import { type ColumnName, columnNames } from './view.ts'

/** What the file has beside the columns that are shown, so that a row can be found again. */
const always: readonly ColumnName[] = ['reference', 'report', 'text']

/**
 * Rows as comma-separated values, in the order in which they are shown. It begins with a byte order mark, without which
 * Excel takes the text for another encoding.
 */
export function writeRows(
  items: readonly RegisterItem[],
  shown: readonly ColumnName[],
  today: IsoDate,
): string {
  const names = columnNames.filter((name) => always.includes(name) || shown.includes(name))
  const head = [...names.map((name) => columns[name].label), 'Progress', 'Key']
  const lines = items.map((item) => [
    ...names.map((name) => columns[name].say(item, today)),
    item.row.value.progress,
    item.row.value.key,
  ])
  return `﻿${[head, ...lines].map((cells) => cells.map(quoteCell).join(',')).join('\r\n')}\r\n`
}

/** A text that begins like a formula is one to Excel, which would run it: an apostrophe keeps it a text. */
function quoteCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
