const mark = 'report~'

/** The item id by which the register's address opens a report: `report~protests-2021-03`. */
export function placeOfReport(reportKey: string): string {
  return `${mark}${reportKey}`
}

/** The key of the report that an item id opens; null where it opens a recommendation. */
export function reportOfPlace(itemId: string): string | null {
  return itemId.startsWith(mark) ? itemId.slice(mark.length) : null
}
