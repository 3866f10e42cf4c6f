/** A text as OData writes it, quotes doubled: `'O''Neill'`. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
