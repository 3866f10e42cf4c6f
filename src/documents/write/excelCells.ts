import type { Cell } from 'write-excel-file/universal'
import type { IsoDate } from '../../domain/calendarDays.ts'
import { printable } from './wordText.ts'

/** A heading. */
export function headCell(value: string): Cell {
  return { type: String, value, fontWeight: 'bold', backgroundColor: '#E7E6E6', wrap: true }
}

/**
 * Text, never taken for a formula. The library drops U+FFFD without a word; a box stands where something could not be
 * written.
 */
export function textCell(value: string): Cell {
  const written = printable(value).replaceAll('\uFFFD', '\u25A1')
  return value === '' ? null : { type: String, value: written, wrap: true, alignVertical: 'top' }
}

/** Midnight in UTC is the day that Excel shows, whichever zone the machine is in. */
export function dateCell(day: IsoDate | null): Cell {
  if (day === null) return null
  return { type: Date, value: new Date(`${day}T00:00:00Z`), format: 'd mmmm yyyy', alignVertical: 'top' }
}

/** A number; empty where there is none. */
export function numberCell(value: number | null): Cell {
  return value === null ? null : { type: Number, value, alignVertical: 'top' }
}

/** A share as Excel knows it, `0.25` shown as 25%; empty where there is nothing to have a share of. */
export function shareCell(part: number, whole: number): Cell {
  return whole === 0 ? null : { type: Number, value: part / whole, format: '0%', alignVertical: 'top' }
}
