/**
 * The same list as one would write it with libraries alone: read by `@pnp/graph`, page after page, and shown in
 * Fluent's own DataGrid. Address: `#{"graph":…,"site":…,"token":…}`.
 */
import {
  createTableColumn,
  DataGrid,
  DataGridBody,
  DataGridCell,
  DataGridHeader,
  DataGridHeaderCell,
  DataGridRow,
  FluentProvider,
  Input,
  type TableColumnDefinition,
  teamsLightTheme,
} from '@fluentui/react-components'
import { DefaultHeaders, DefaultInit } from '@pnp/graph'
import { GraphQueryable } from '@pnp/graph/graphqueryable.js'
import { ListItems } from '@pnp/graph/list-item/types.js'
import { Lists } from '@pnp/graph/lists/types.js'
import { Sites } from '@pnp/graph/sites/types.js'
import { BearerToken, BrowserFetchWithRetry, DefaultParse } from '@pnp/queryable'
import { useEffect, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'

type Fields = Readonly<Record<string, string>>

const { graph: origin, site, token } = JSON.parse(decodeURIComponent(window.location.hash.slice(1)))
const production = 'https://graph.microsoft.com'

/** pnp keeps its own idea of Graph's address; only where the request goes is changed. */
const led: ReturnType<typeof BearerToken> = (instance) => {
  instance.on.auth(async (url: URL, init: RequestInit) => [
    new URL(url.toString().replace(production, origin)),
    init,
  ])
  return instance
}

async function readRows(): Promise<readonly Fields[]> {
  const graph = GraphQueryable('').using(
    DefaultHeaders(),
    DefaultInit(`${production}/v1.0`),
    BrowserFetchWithRetry(),
    DefaultParse(),
    BearerToken(token),
    led,
  )
  const [host = '', path = ''] = site.split(':')
  const { id = '' } = await (await Sites(graph).getByUrl(host, path)).select('id')()
  const lists = await Lists(Sites(graph).getById(id)).select('id', 'displayName')()
  const list = lists.find((one) => one.displayName === 'Recommendations')?.id ?? ''
  const rows: Fields[] = []
  const items = ListItems(Lists(Sites(graph).getById(id)).getById(list))
    .expand('fields')
    .top(200)
  for await (const page of items)
    for (const one of page) rows.push((one as unknown as { fields: Fields }).fields)
  return rows
}

const columns: TableColumnDefinition<Fields>[] = (
  [
    ['Number', 'Number'],
    ['Text', 'Recommendation'],
    ['Status', 'Status'],
    ['OpenDeadline', 'Deadline'],
    ['OwnerPost', 'Owner'],
  ] as const
).map(([name, label]) =>
  createTableColumn<Fields>({
    columnId: name,
    compare: (a, b) => (a[name] ?? '').localeCompare(b[name] ?? ''),
    renderHeaderCell: () => label,
    renderCell: (row) => row[name] ?? '',
  }),
)

function Peer() {
  const [rows, setRows] = useState<readonly Fields[]>([])
  const [search, setSearch] = useState('')
  useEffect(() => void readRows().then(setRows), [])
  const found = useMemo(() => {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean)
    return rows.filter((row) => {
      const text = `${row.Number} ${row.Text} ${row.Progress} ${row.OwnerPost}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
  }, [rows, search])
  return (
    <FluentProvider theme={teamsLightTheme}>
      <Input
        aria-label="Search recommendations"
        value={search}
        onChange={(_event, data) => setSearch(data.value)}
      />
      <span role="status">
        {found.length} of {rows.length}
      </span>
      <DataGrid items={[...found]} columns={columns} sortable getRowId={(row: Fields) => row.Key ?? ''}>
        <DataGridHeader>
          <DataGridRow>
            {({ renderHeaderCell }) => <DataGridHeaderCell>{renderHeaderCell()}</DataGridHeaderCell>}
          </DataGridRow>
        </DataGridHeader>
        <DataGridBody<Fields>>
          {({ item, rowId }) => (
            <DataGridRow<Fields> key={rowId} data-row>
              {({ renderCell }) => <DataGridCell>{renderCell(item)}</DataGridCell>}
            </DataGridRow>
          )}
        </DataGridBody>
      </DataGrid>
    </FluentProvider>
  )
}

createRoot(document.getElementById('root') ?? document.body).render(<Peer />)
