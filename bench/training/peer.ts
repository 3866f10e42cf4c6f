import { DefaultHeaders, DefaultInit } from '@pnp/graph'
import { GraphQueryable } from '@pnp/graph/graphqueryable.js'
import { type IListItem, ListItems } from '@pnp/graph/list-item/types.js'
import { BrowserFetchWithRetry, DefaultParse } from '@pnp/queryable'
import type { TakenBy } from '../../src/domain/coverTally.ts'

interface Item {
  readonly fields: Readonly<Record<string, string>>
}

/**
 * The peer: `@pnp/graph` pages through the list of completions, as its own documentation reads lists that are longer
 * than a page, and keeps what the rules of cover look at. Nothing but the library decides how it asks.
 */
export async function readEverything(site: string): Promise<readonly TakenBy[]> {
  const graph = GraphQueryable('').using(
    DefaultHeaders(),
    DefaultInit('https://graph.microsoft.com/v1.0'),
    BrowserFetchWithRetry(),
    DefaultParse(),
  )
  const taken: TakenBy[] = []
  const items = ListItems(graph, `sites/${site}/lists/Completions/items`).expand('fields').top(200)
  for await (const page of items as unknown as AsyncIterable<readonly (IListItem & Item)[]>)
    for (const { fields } of page)
      taken.push({
        ...{ person: fields.Person ?? '', courseKey: fields.CourseKey ?? '' },
        ...{ completedOn: fields.CompletedOn ?? '', expiresOn: fields.ExpiresOn ?? null },
        result: fields.Result === 'failed' ? 'failed' : 'passed',
      })
  return taken
}
