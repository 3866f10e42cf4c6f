import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What `npm run admin -- check --tenant` keeps. */
export interface TenantRecord {
  readonly at: string
  readonly graph: string
  readonly checks: readonly {
    readonly number: number
    readonly name: string
    readonly assumed: string
    readonly seen: string
    readonly agrees: boolean | null
    readonly note: string
  }[]
}

export const readRecord = (file: string): TenantRecord => JSON.parse(readFileSync(file, 'utf8'))

/** The records in a folder, by file name; none when there is no such folder. */
export function recordsIn(folder: string): readonly (readonly [string, TenantRecord])[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => [name, readRecord(path.join(folder, name))] as const)
}

/** What another tenant answered otherwise than the local one, as sentences; what either did not try is left out. */
export function differencesBetween(record: TenantRecord, own: TenantRecord): string[] {
  return record.checks.flatMap((there) => {
    const here = own.checks.find(({ number }) => number === there.number)
    if (!here) return [`Check ${there.number} (${there.name}) does not exist here.`]
    if (there.agrees === null || here.agrees === null || there.seen === here.seen) return []
    return [
      `Check ${there.number} (${there.name}): the record says "${there.seen}", here it is "${here.seen}".`,
    ]
  })
}
