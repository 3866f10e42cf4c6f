import { type Behaviour, type BehaviourTable, one } from './behaviour.ts'

const rows = 'POST {list}/items'
const untyped = 'A value without a type name was found and no expected type is available'

const refuses = (what: string, source: string, fields: Readonly<Record<string, unknown>>, says?: string) =>
  one(`${what} is refused`, source, rows, { status: 400, code: 'invalidRequest', says }, { fields })

const keeps = (
  what: string,
  source: string,
  fields: Readonly<Record<string, unknown>>,
  kept: Readonly<Record<string, unknown>>,
  lacks: readonly string[] = [],
): Behaviour =>
  one(
    what,
    source,
    rows,
    { status: 201, body: { fields: kept }, lacks: lacks.map((name) => `fields.${name}`) },
    { fields },
  )

const written: readonly Behaviour[] = [
  refuses('an unknown column', 'listitem-create.md', { Nothing: 'x' }),
  ...Object.entries({
    id: '7',
    ContentType: 'Item',
    Created: '2021-06-01T00:00:00Z',
    Modified: '2021-06-01T00:00:00Z',
    AuthorLookupId: '1',
    EditorLookupId: '1',
    _UIVersionString: '2.0',
    LinkTitle: 'x',
    Attachments: true,
  }).map(([name, value]) => refuses(`writing ${name}`, 'msgraph-sdk-android#83', { [name]: value })),
  refuses('a value for a calculated column', 'msgraph-sdk-android#83', { Sum: 1 }),
  refuses('a value for a column of links', 'gd#12638', { Link: { Url: 'https://a.example' } }),
  refuses('a number as text', 'listitem-create.md', { Amount: '5' }),
  refuses('text as a number', 'listitem-create.md', { Short: 5 }),
  refuses('text beyond its length', 'textcolumn.md', { Short: 'elevenchars' }),
  refuses('a yes/no as text', 'listitem-create.md', { Done: 'true' }),
  refuses('a choice that is not offered', 'choicecolumn.md', { Status: 'Maybe' }),
  refuses('a date that is none', 'datetimecolumn.md', { Day: 'soon' }),
  refuses('several choices without their type', 'gd#2991', { Tags: ['a'] }, untyped),
  refuses('several people without their type', 'gd#2991', { OwnersLookupId: [1] }, untyped),
  refuses('a person by name', 'gd#2991', { Owner: 'Tom Brandt' }),
  refuses('a person nobody has the number of', 'gd#2991', { OwnerLookupId: 9_999_999 }),
  refuses('a type beside a single person', 'gd#2991', {
    'OwnerLookupId@odata.type': 'Edm.Int32',
    OwnerLookupId: 1,
  }),
  {
    name: 'echoing a whole fieldValueSet back is refused',
    source: 'msgraph-sdk-android#83',
    steps: [
      {
        ask: rows,
        body: { fields: { Title: 'x' } },
        answer: { status: 201 },
        keep: { item: 'id', version: 'fields._UIVersionString' },
      },
      {
        ask: 'PATCH {list}/items/{item}/fields',
        body: { Title: 'x', id: '{item}', _UIVersionString: '{version}' },
        answer: { status: 400 },
      },
    ],
  },
  one('a body that is not JSON is refused', 'errors.md', rows, { status: 400 }, '{'),
  one('fields that are no object are refused', 'listitem-create.md', rows, { status: 400 }, { fields: 'x' }),
  one(
    'a property beside fields is refused',
    'listitem-create.md',
    rows,
    { status: 400 },
    { fields: {}, weight: 1 },
  ),
]

const read: readonly Behaviour[] = [
  keeps(
    'a choice beside the list is kept where text may be entered',
    'choicecolumn.md',
    { Loose: 'Else' },
    { Loose: 'Else' },
  ),
  keeps(
    'several choices are written with their type and read as an array',
    'gd#2991',
    { 'Tags@odata.type': 'Collection(Edm.String)', Tags: ['a', 'b'] },
    { Tags: ['a', 'b'] },
  ),
  ...(
    [
      ['2026-07-10', '2026-07-09T23:00:00Z', 'in July'],
      ['2026-01-10', '2026-01-10T00:00:00Z', 'in January'],
      ['2026-07-09T23:30:00Z', '2026-07-09T23:00:00Z', 'written late in the evening UTC'],
    ] as const
  ).map(([day, kept, when]) => ({
    ...keeps(
      `a date-only column keeps midnight of the site: ${when}`,
      'pnpjs#1890',
      { Day: day },
      { Day: kept },
    ),
    onlyHere: 'the site may be in another time zone',
  })),
  keeps(
    'a date and time is answered in UTC',
    'datetimecolumn.md',
    { Moment: '2021-06-01T09:00:00+01:00' },
    { Moment: '2021-06-01T08:00:00Z' },
  ),
  keeps(
    'a date kept as text stays as it is',
    'textcolumn.md',
    { Short: '2026-07-10' },
    { Short: '2026-07-10' },
  ),
  keeps(
    'numbers and booleans come back as such, empty fields are absent, the id is text',
    'fieldvalueset.md',
    { Amount: 5, Done: false, Short: '', Long: null },
    { Amount: 5, Done: false, id: /^\d+$/ },
    ['Short', 'Long', 'Title'],
  ),
  keeps(
    'JSON in several lines of text comes back letter by letter',
    'textcolumn.md',
    { Long: '[{"date":"2021-06-16","text":"“Agreed” – the Board’s view\\n2nd line"}]' },
    { Long: '[{"date":"2021-06-16","text":"“Agreed” – the Board’s view\\n2nd line"}]' },
  ),
]

const anyUser = {
  ask: 'GET {site}/lists/User Information List/items?$top=1&$expand=fields',
  answer: { status: 200 },
  keep: { user: 'value.0.id', userName: 'value.0.fields.Title' },
}

const people: readonly Behaviour[] = [
  ...(['{user}', 0] as const).map((form) => ({
    name: `a person is written by number, as ${form === 0 ? 'a number' : 'text'}, and read as text`,
    source: 'gd#5017',
    // The number of the first row differs from tenant to tenant; here it is 1.
    ...(form === 0 ? { onlyHere: 'the number of a person is not known beforehand' } : {}),
    steps: [
      anyUser,
      {
        ask: rows,
        body: { fields: { OwnerLookupId: form === 0 ? 1 : form } },
        answer: { status: 201, body: { fields: { OwnerLookupId: '{user}' } }, lacks: ['fields.Owner'] },
        keep: { item: 'id' },
      },
      {
        ask: 'GET {list}/items/{item}?$expand=fields($select=Owner)',
        answer: { status: 200, body: { fields: { Owner: '{userName}' } } },
      },
    ],
  })),
  {
    name: 'a row is found by the number of its person',
    source: 'gd#2351',
    steps: [
      anyUser,
      {
        ask: rows,
        body: { fields: { Title: 'found', FinderLookupId: '{user}' } },
        answer: { status: 201 },
      },
      {
        ask: 'GET {list}/items?$expand=fields&$filter=fields/FinderLookupId eq {user}',
        answer: { status: 200, titles: ['found'] },
      },
    ],
  },
  ...['Collection(Edm.Int32)', 'Collection(Edm.String)'].map((type) => ({
    name: `several people are written as ${type} and cleared by an empty array`,
    source: 'gd#2991',
    steps: [
      anyUser,
      {
        ask: rows,
        body: { fields: { 'OwnersLookupId@odata.type': type, OwnersLookupId: ['{user}'] } },
        answer: { status: 201, lacks: ['fields.Owners'] },
        keep: { item: 'id' },
      },
      {
        ask: 'GET {list}/items/{item}?$expand=fields($select=Owners)',
        answer: { status: 200, body: { fields: { Owners: [{ LookupValue: '{userName}' }] } } },
      },
      {
        ask: 'PATCH {list}/items/{item}/fields',
        body: { 'OwnersLookupId@odata.type': type, OwnersLookupId: [] },
        answer: { status: 200 },
      },
      {
        ask: 'GET {list}/items/{item}?$expand=fields($select=Owners)',
        answer: { status: 200, lacks: ['fields.Owners.0'] },
      },
    ],
  })),
  one(
    'a text column called <Person>Id takes the value meant for the person',
    'gdc#1457',
    rows,
    { status: 201, body: { fields: { EmployeeId: '6' } }, lacks: ['fields.EmployeeLookupId'] },
    { fields: { EmployeeLookupId: '6' } },
  ),
  one(
    'the list of people is not for writing',
    'msgraph-sdk-powershell#1660',
    'POST {site}/lists/User Information List/items',
    { status: 403 },
    { fields: { Title: 'x' } },
  ),
]

/** Values of columns on their way in and out, and people among them. */
export const valueTable: BehaviourTable = {
  subject: 'values of a row',
  needs: 'list',
  columns: [
    { name: 'Short', text: { maxLength: 10 } },
    { name: 'Long', text: { allowMultipleLines: true } },
    { name: 'Amount', number: {} },
    { name: 'Done', boolean: {} },
    { name: 'Status', choice: { choices: ['Open', 'Closed'] } },
    { name: 'Loose', choice: { choices: ['Open'], allowTextEntry: true } },
    { name: 'Tags', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
    { name: 'Day', dateTime: { format: 'dateOnly' } },
    { name: 'Moment', dateTime: { format: 'dateTime' } },
    { name: 'Sum', calculated: { formula: '=1+1', outputType: 'number' } },
    { name: 'Link', hyperlinkOrPicture: {} },
    { name: 'Owner', personOrGroup: {} },
    { name: 'Owners', personOrGroup: { allowMultipleSelection: true } },
    { name: 'Finder', indexed: true, personOrGroup: {} },
    { name: 'Employee', personOrGroup: {} },
    { name: 'EmployeeId', text: {} },
  ],
  behaviours: [...written, ...read, ...people],
}
