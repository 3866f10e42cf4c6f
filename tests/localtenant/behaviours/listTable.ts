import { type Behaviour, type BehaviourTable, one } from './behaviour.ts'

const column = (name: string, more: Readonly<Record<string, unknown>>) => ({ name, ...more })
const text = { text: {} }

const refusesColumn = (what: string, source: string, body: unknown, says?: string): Behaviour =>
  one(`a column with ${what} is refused`, source, 'POST {list}/columns', { status: 400, says }, body)

const takesIndex = (name: string, facet: Readonly<Record<string, unknown>>): Behaviour =>
  one(
    `a column of the type ${Object.keys(facet)[0]} (${name}) can be indexed`,
    'support.microsoft.com, add an index to a list column',
    'POST {list}/columns',
    { status: 201, body: { name, indexed: true } },
    column(name, { indexed: true, ...facet }),
  )

const refusesIndex = (what: string, name: string, facet: Readonly<Record<string, unknown>>): Behaviour =>
  refusesColumn(
    `an index on ${what}`,
    'support.microsoft.com, add an index to a list column',
    column(name, { indexed: true, ...facet }),
  )

/** A list made and removed by one behaviour. */
const withList = (
  name: string,
  source: string,
  columns: readonly unknown[],
  steps: Behaviour['steps'],
): Behaviour => ({
  name,
  source,
  steps: [
    {
      ask: 'POST {site}/lists',
      body: { displayName: 'Follow-Through behaviours {random} own', columns },
      answer: { status: 201, body: { displayName: /own$/ } },
      keep: { own: 'id' },
    },
    ...steps,
    { ask: 'DELETE {site}/lists/{own}', answer: { status: 204 } },
  ],
})

const lists: readonly Behaviour[] = [
  one(
    'a list cannot be created with a name',
    'gdc#8113',
    'POST {site}/lists',
    {
      status: 400,
      says: "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    },
    { displayName: 'Follow-Through behaviours {random} named', name: 'named' },
  ),
  withList(
    'a second list of the same displayName is a conflict',
    'list-create.md',
    [],
    [
      {
        ask: 'POST {site}/lists',
        body: { displayName: 'Follow-Through behaviours {random} own' },
        answer: { status: [409, 400] },
      },
    ],
  ),
  withList(
    'a list is read by id or by title, and renamed',
    'list-get.md',
    [],
    [
      {
        ask: 'GET {site}/lists/Follow-Through behaviours {random} own',
        answer: { status: 200, body: { id: /^[\w-]{36}$/ } },
      },
      {
        ask: 'PATCH {site}/lists/{own}',
        body: { displayName: 'Follow-Through behaviours {random} new', description: 'Why' },
        answer: { status: 200 },
      },
      {
        ask: 'GET {site}/lists/Follow-Through behaviours {random} new',
        answer: { status: 200, body: { description: 'Why' } },
      },
    ],
  ),
  withList(
    'a list that was deleted is gone with its rows',
    'ms-365-mcp-server#432',
    [],
    [
      { ask: 'POST {site}/lists/{own}/items', body: { fields: { Title: 'x' } }, answer: { status: 201 } },
      { ask: 'DELETE {site}/lists/{own}', answer: { status: 204 } },
      { ask: 'GET {site}/lists/{own}/items', answer: { status: 404, code: 'itemNotFound' } },
      {
        ask: 'POST {site}/lists',
        body: { displayName: 'Follow-Through behaviours {random} own' },
        answer: { status: 201 },
        keep: { own: 'id' },
      },
      { ask: 'GET {site}/lists/{own}/items', answer: { status: 200, rows: [] } },
    ],
  ),
  one(
    'the hidden list of people is left out of the lists',
    'list.md, system',
    "GET {site}/lists?$filter=displayName eq 'Follow-Through behaviours none'",
    { status: 200, rows: [] },
  ),
  one('lists are filtered by displayName alone', 'gd#9836', "GET {site}/lists?$filter=name eq 'x'", {
    status: 400,
  }),
  one('the columns come with the list when expanded', 'list-get.md', 'GET {list}?$expand=columns', {
    status: 200,
    body: { id: /^[\w-]{36}$/ },
  }),
]

const columns: readonly Behaviour[] = [
  refusesColumn(
    'no type',
    'gd#17121',
    column('Bare', {}),
    'Unable to determine type of provided column definition',
  ),
  refusesColumn(
    'unique values and no index',
    'columndefinition.md',
    column('U', { ...text, enforceUniqueValues: true }),
  ),
  takesIndex('IText', text),
  takesIndex('IChoice', { choice: { choices: ['a'] } }),
  takesIndex('INumber', { number: {} }),
  takesIndex('ICurrency', { currency: { locale: 'en-gb' } }),
  takesIndex('IDate', { dateTime: { format: 'dateTime' } }),
  takesIndex('IPerson', { personOrGroup: {} }),
  takesIndex('IFlag', { boolean: {} }),
  refusesIndex('several lines of text', 'NNote', { text: { allowMultipleLines: true } }),
  refusesIndex('several choices', 'NTags', { choice: { choices: ['a'], displayAs: 'checkBoxes' } }),
  refusesIndex('several people', 'NPeople', { personOrGroup: { allowMultipleSelection: true } }),
  refusesIndex('a calculated value', 'NCalc', { calculated: { formula: '=1', outputType: 'number' } }),
  refusesIndex('a link', 'NLink', { hyperlinkOrPicture: { isPicture: false } }),
  one(
    'the internal name encodes spaces and is cut at 32 characters',
    'gd#3191',
    'POST {list}/columns',
    { status: 201, body: { name: /^Date_x0020_agreed_x0020_by_x0020$/ } },
    { displayName: 'Date agreed by the board and owner', ...text },
  ),
  {
    name: 'the name stays when the displayName changes',
    source: 'gd#3191',
    steps: [
      {
        ask: 'POST {list}/columns',
        body: column('Stage', text),
        answer: { status: 201 },
        keep: { column: 'id' },
      },
      {
        ask: 'PATCH {list}/columns/{column}',
        body: { displayName: 'Step' },
        answer: { status: 200, body: { name: 'Stage', displayName: 'Step' } },
      },
      { ask: 'PATCH {list}/columns/{column}', body: { name: 'Step' }, answer: { status: 400 } },
    ],
  },
  {
    name: 'defaultValue is ignored on create',
    source: 'gdc#3480',
    steps: [
      {
        ask: 'POST {list}/columns',
        body: column('Defaulted', { ...text, defaultValue: { value: 'x' } }),
        answer: { status: 201, lacks: ['defaultValue.value'] },
      },
      {
        ask: 'POST {list}/items',
        body: { fields: { Title: 'a' } },
        answer: { status: 201, lacks: ['fields.Defaulted'] },
      },
    ],
  },
  {
    name: 'a hidden column and its values show only when named in $select',
    source: 'columndefinition.md, remarks',
    steps: [
      {
        ask: 'POST {list}/columns',
        body: column('Secret', { ...text, hidden: true }),
        answer: { status: 201 },
      },
      {
        ask: 'POST {list}/items',
        body: { fields: { Secret: 's' } },
        answer: { status: 201 },
        keep: { item: 'id' },
      },
      {
        ask: 'GET {list}/items/{item}?$expand=fields',
        answer: { status: 200, lacks: ['fields.Secret'] },
      },
      {
        ask: 'GET {list}/items/{item}?$expand=fields($select=Secret)',
        answer: { status: 200, body: { fields: { Secret: 's' } } },
      },
    ],
  },
  {
    name: 'a column of links shows no type',
    source: 'msgraph-sdk-dotnet#1151',
    steps: [
      {
        ask: 'POST {list}/columns',
        body: column('Link', { hyperlinkOrPicture: { isPicture: false } }),
        answer: { status: 201 },
        keep: { column: 'id' },
      },
      {
        ask: 'GET {list}/columns/{column}',
        answer: { status: 200, lacks: ['hyperlinkOrPicture', 'text'] },
      },
    ],
  },
  {
    name: 'a deleted column takes its values with it',
    source: 'columndefinition-delete.md',
    steps: [
      {
        ask: 'POST {list}/columns',
        body: column('Gone', text),
        answer: { status: 201 },
        keep: { column: 'id' },
      },
      {
        ask: 'POST {list}/items',
        body: { fields: { Gone: 'x' } },
        answer: { status: 201 },
        keep: { item: 'id' },
      },
      { ask: 'DELETE {list}/columns/{column}', answer: { status: 204 } },
      { ask: 'POST {list}/columns', body: column('Gone', text), answer: { status: 201 } },
      { ask: 'GET {list}/items/{item}/fields', answer: { status: 200, lacks: ['Gone'] } },
    ],
  },
  withList(
    'a list takes its twentieth index and refuses the twenty-first',
    'support.microsoft.com, add an index to a list column',
    Array.from({ length: 20 }, (_, index) => column(`K${index}`, { indexed: true, ...text })),
    [
      {
        ask: 'POST {site}/lists/{own}/columns',
        body: column('K20', { indexed: true, ...text }),
        answer: { status: 400 },
      },
    ],
  ),
  ...(
    [
      [10, 200],
      [11, 400],
    ] as const
  ).map(([people, status]) =>
    withList(
      `with author and editor, ${people} people in a row are ${status === 200 ? 'shown' : 'too many'}`,
      'fieldvalueset.md, up to 12 lookup fields',
      Array.from({ length: people }, (_, index) => column(`P${index}`, { personOrGroup: {} })),
      [{ ask: 'GET {site}/lists/{own}/items?$expand=fields', answer: { status } }],
    ),
  ),
]

/** Lists and their columns. */
export const listTable: BehaviourTable = {
  subject: 'lists and columns',
  needs: 'list',
  behaviours: [...lists, ...columns],
}
