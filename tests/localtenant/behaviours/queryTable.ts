import { type Behaviour, type BehaviourTable, one } from './behaviour.ts'

const items = '{list}/items?$expand=fields'
const operators = 'listitem-list.md'
const notIndexed =
  "cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists."

const finds = (filter: string, titles: readonly string[], source = operators): Behaviour =>
  one(`$filter=${filter} finds ${titles.join(', ') || 'nothing'}`, source, `GET ${items}&$filter=${filter}`, {
    status: 200,
    titles,
  })

const refuses = (what: string, filter: string, source = operators, says?: string): Behaviour =>
  one(`a filter with ${what} is refused`, source, `GET ${items}&$filter=${filter}`, {
    status: 400,
    code: 'invalidRequest',
    says,
  })

const refusesOption = (option: string, source: string): Behaviour =>
  one(`the option ${option} is refused`, source, `GET {list}/items?${option}`, { status: 400 })

const prefers = (name: string, filter: string, titles: readonly string[]): Behaviour => ({
  name,
  source: 'n8n#17174',
  steps: [
    {
      ask: `GET ${items}&$filter=${filter}`,
      headers: { Prefer: 'odata.maxpagesize=50, HonorNonIndexedQueriesWarningMayFailRandomly' },
      answer: { status: 200, titles },
    },
  ],
})

/** Filters, orders and options of a small list. */
export const queryTable: BehaviourTable = {
  subject: 'filters, order and pages of a list',
  needs: 'list',
  columns: [
    { name: 'Key', indexed: true, text: {} },
    { name: 'Due', indexed: true, text: {} },
    { name: 'Status', indexed: true, choice: { choices: ['Open', 'Shut'] } },
    { name: 'Score', indexed: true, number: {} },
    { name: 'Done', indexed: true, boolean: {} },
    { name: 'Moment', indexed: true, dateTime: { format: 'dateTime' } },
    { name: 'Owner', indexed: true, personOrGroup: {} },
    { name: 'Plain', text: {} },
  ],
  rows: [
    {
      Title: 'a',
      Key: 'K-1',
      Due: '2021-06-16',
      Status: 'Open',
      Score: 1,
      Done: true,
      Plain: 'x',
      Moment: '2021-06-01T08:00:00Z',
    },
    {
      Title: 'b',
      Key: 'K-2',
      Due: '2021-06-30',
      Status: 'Shut',
      Score: 2.5,
      Done: false,
      Plain: 'y',
      Moment: '2021-06-02T08:00:00Z',
    },
    { Title: 'c', Key: "O'Neill", Due: '2022-01-10', Score: 10, Plain: 'X' },
  ],
  behaviours: [
    finds("fields/Key eq 'K-1'", ['a']),
    finds("fields/Key eq 'k-1'", ['a'], 'SharePoint compares text without case'),
    finds("fields/Key ne 'K-1'", ['b', 'c']),
    finds("fields/Key gt 'K-1' and fields/Key le 'O'", ['b']),
    finds("startswith(fields/Key,'K')", ['a', 'b']),
    finds("fields/Key eq 'O''Neill'", ['c'], 'OData 4.0 11.2.5.1, quotes are doubled'),
    finds("fields/Due ge '2021-06-20' and fields/Due lt '2022-01-01'", ['b'], 'dates kept as text'),
    finds("fields/Status eq 'Open'", ['a']),
    finds('fields/Score ge 2.5', ['b', 'c']),
    finds('fields/Score lt 10', ['a', 'b']),
    finds('fields/Done eq true', ['a']),
    finds("fields/Moment lt '2021-06-02T00:00:00Z'", ['a']),
    finds('fields/Moment ge 2021-06-02T08:00:00Z', ['b']),
    finds("(fields/Key eq 'K-2')", ['b']),
    finds("fields/Key eq 'K-9'", []),

    refuses('no index, even on three rows', "fields/Plain eq 'x'", 'gd#2279', `Field 'Plain' ${notIndexed}`),
    refuses('no fields/ before the name', "Key eq 'K-1'", 'gd#7040', 'Invalid filter clause'),
    refuses('createdDateTime', "createdDateTime gt '2021-01-01'", 'gd#18183'),
    refuses('contains', "contains(fields/Key,'K')"),
    refuses('endswith', "endswith(fields/Key,'1')"),
    refuses('in', "fields/Key in ('K-1','K-2')"),
    refuses('any', "fields/any(f: f eq 'K-1')"),
    refuses('or', "fields/Key eq 'K-1' or fields/Key eq 'K-2'"),
    refuses('not', "not(fields/Key eq 'K-1')"),
    refuses('a quote that is not doubled', "fields/Key eq 'O'Neill'", 'OData 4.0 11.2.5.1'),
    refuses('a number for a text', 'fields/Key eq 1'),
    refuses('a text for a number', "fields/Score eq '1'"),
    refuses('an unknown column', "fields/Nothing eq 'x'", 'listitem-list.md'),
    refuses('a person by name', "fields/Owner eq 'Tom Brandt'", 'gd#2351'),
    refuses('two indexed fields', "fields/Key eq 'K-1' and fields/Status eq 'Open'"),

    prefers(
      'the Prefer header, merged with another, allows a field without an index',
      "fields/Plain eq 'x'",
      ['a', 'c'],
    ),
    prefers(
      'the Prefer header allows one beside an indexed field',
      "fields/Key eq 'K-1' and fields/Plain eq 'x'",
      ['a'],
    ),

    one(
      '$orderby sorts by an indexed field, downwards over several pages',
      'gd#3962',
      `GET ${items}&$top=2&$orderby=fields/Score desc`,
      { status: 200, titles: ['c', 'b', 'a'] },
    ),
    one('rows without a value come first', 'gd#3962', `GET ${items}&$top=2&$orderby=fields/Moment`, {
      status: 200,
      titles: ['c', 'a', 'b'],
    }),
    one('$orderby by a field without an index is refused', 'gd#2279', `GET ${items}&$orderby=fields/Plain`, {
      status: 400,
      says: `Field 'Plain' ${notIndexed}`,
    }),
    ...(['id desc', 'lastModifiedDateTime desc'] as const).map((by) =>
      one(`$orderby=${by} is ignored`, 'gd#3962, gd#14191', `GET ${items}&$orderby=${by}`, {
        status: 200,
        titles: ['a', 'b', 'c'],
      }),
    ),

    one('without $expand an item has no fields', 'listitem-list.md', 'GET {list}/items', {
      status: 200,
      rows: [{ id: /^\d+$/ }, {}, {}],
      lacks: ['value.0.fields', '[@odata.count]'],
    }),
    ...['$expand=fields($select=Key)', 'expand=fields(select=Key)'].map((option) =>
      one(`${option} gives only what it names`, 'listitem-list.md', `GET {list}/items?${option}`, {
        status: 200,
        rows: [{ fields: { Key: 'K-1' } }, { fields: { Key: 'K-2' } }, { fields: { Key: "O'Neill" } }],
        lacks: ['value.0.fields.Title', 'value.0.fields.Due'],
      }),
    ),
    one(
      'a next link carries filter, expand and page size',
      'paging.md',
      `GET ${items}&$top=1&$filter=fields/Score ge 1`,
      {
        status: 200,
        titles: ['a', 'b', 'c'],
        body: { '@odata.nextLink': /skiptoken/i },
      },
    ),
    {
      name: 'a next link that was altered, or used for another query, is refused',
      source: 'paging.md',
      onlyHere: 'how a real link is sealed is not known',
      steps: [
        { ask: 'GET {list}/items?$top=1', answer: { status: 200 }, keep: { link: '[@odata.nextLink]' } },
        { ask: 'GET {link}x', answer: { status: 400 } },
        { ask: 'GET {link}&$orderby=fields/Key', answer: { status: 400 } },
        { ask: 'GET {link}', answer: { status: 200, rows: [{}, {}] } },
      ],
    },
    refusesOption('$skip=1', 'paging.md'),
    refusesOption('$count=true', 'cleanMetadata.xml, CountRestrictions on items'),
    refusesOption('$search=x', 'listitem-list.md'),
    refusesOption('$top=0', 'OData 4.0 11.2.5.3'),
    refusesOption('$expand=nothing', 'listitem-list.md'),
    refusesOption('$expand=fields($select=Nothing)', 'listitem-list.md'),
    refusesOption('$top=1&$top=2', 'OData 4.0 5.1'),
  ],
}
