import * as v from 'valibot'
import { completionResults } from '../../domain/completion.ts'
import type { TakenBy } from '../../domain/coverTally.ts'
import type { TakenPage, TakenRead } from '../../usecases/trainingPorts.ts'
import { completionsList } from '../columns/completions.ts'
import { deltaPages } from '../delta.ts'
import { toM365Error } from '../failures.ts'
import { explainList, listAddress, type SiteContext } from '../site.ts'
import { readAll } from './readRow.ts'
import { emptyAsNull, textField } from './rowMapping.ts'

const pageSize = 200

/** Half of what a row holds is of no use to the rules of cover, and half a million rows are read. */
const columns = ['Person', 'CourseKey', 'CompletedOn', 'Result', 'ExpiresOn']

const schema: v.GenericSchema<unknown, TakenBy> = v.pipe(
  v.object({
    Person: textField,
    CourseKey: v.string(),
    CompletedOn: v.string(),
    Result: v.picklist(completionResults),
    ExpiresOn: emptyAsNull,
  }),
  v.transform((row) => ({
    person: row.Person,
    courseKey: row.CourseKey,
    completedOn: row.CompletedOn,
    result: row.Result,
    expiresOn: row.ExpiresOn,
  })),
)

/** What was finished since a token: hands out each page as it comes and holds none. Throws `M365Error`. */
export async function takenSince(
  site: SiteContext,
  token: string | null,
  onPage: (page: TakenPage) => void,
): Promise<TakenRead> {
  const { title } = completionsList
  const start = `${listAddress(site, title)}/items/delta?$expand=fields($select=${columns.join(',')})&$top=${pageSize}`
  const read = { token: token ?? start, restarted: false, rows: 0, removed: 0, unreadable: 0 }
  try {
    for await (const page of deltaPages(site.client, start, token)) {
      const { rows, unreadable } = readAll(page.items, schema)
      onPage({ taken: rows.map(({ value }) => value) })
      read.rows += rows.length
      read.unreadable += unreadable.length
      read.removed += page.removed.length
      read.token = page.token
      read.restarted = page.restarted
    }
  } catch (thrown) {
    throw explainList(toM365Error(thrown), title)
  }
  return read
}
