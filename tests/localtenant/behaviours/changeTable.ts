import type { Behaviour, BehaviourTable, Step } from './behaviour.ts'

const etag = (version: number) => new RegExp(`^"[\\w-]{36},${version}"$`)
const item = '{list}/items/{item}'

const create = (fields: Readonly<Record<string, unknown>>): Step => ({
  ask: 'POST {list}/items',
  body: { fields },
  answer: { status: 201 },
  keep: { item: 'id', etag: 'eTag' },
})
const write = (fields: Readonly<Record<string, unknown>>, headers?: Step['headers']): Step => ({
  ask: `PATCH ${item}/fields`,
  body: fields,
  headers,
  answer: { status: 200 },
})
const reads = (fields: Readonly<Record<string, unknown>>): Step => ({
  ask: `GET ${item}/fields`,
  answer: { status: 200, body: fields },
})

const concurrency: readonly Behaviour[] = [
  {
    name: 'a new row is answered with 201, its fields, an id as text and an etag of version 1',
    source: 'listitem-create.md',
    steps: [
      {
        ...create({ Title: 'One', Note: 'n' }),
        answer: {
          status: 201,
          body: {
            id: /^\d+$/,
            eTag: etag(1),
            createdDateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
            fields: { Title: 'One', LinkTitle: 'One', Note: 'n', _UIVersionString: '1.0' },
          },
        },
      },
      reads({ id: '{item}', '@odata.etag': '{etag}' }),
    ],
  },
  {
    name: 'PATCH fields answers 200 with the bare fields and a new etag',
    source: 'listitem-update.md, BCApps#11555',
    steps: [
      create({ Title: 'Two' }),
      {
        ...write({ Note: 'changed' }),
        answer: {
          status: 200,
          body: { Title: 'Two', Note: 'changed', '@odata.etag': etag(2) },
          lacks: ['fields'],
        },
      },
    ],
  },
  ...[
    { path: '/fields', body: (note: string): Record<string, unknown> => ({ Note: note }) },
    { path: '', body: (note: string): Record<string, unknown> => ({ fields: { Note: note } }) },
  ].map(({ path, body }) => ({
    name: `a stale If-Match on PATCH items/{id}${path} is refused and changes nothing`,
    source: 'listitem-update.md',
    steps: [
      create({ Note: 'x' }),
      {
        ask: `PATCH ${item}${path}`,
        body: body('y'),
        headers: { 'If-Match': '{etag}' },
        answer: { status: 200 },
      },
      {
        ask: `PATCH ${item}${path}`,
        body: body('z'),
        headers: { 'If-Match': '{etag}' },
        answer: { status: 412 },
      },
      reads({ Note: 'y' }),
    ],
  })),
  {
    name: 'without If-Match the last write wins',
    source: 'listitem-update.md',
    steps: [create({ Note: 'x' }), write({ Note: 'y' }), write({ Note: 'z' }), reads({ Note: 'z' })],
  },
  {
    name: 'a write that changes nothing makes a new etag all the same',
    source: 'gd#4909',
    steps: [
      create({ Note: 'x' }),
      write({ Note: 'x' }),
      { ask: `GET ${item}`, answer: { status: 200, body: { eTag: etag(2) } } },
      {
        ask: `PATCH ${item}/fields`,
        body: { Note: 'y' },
        headers: { 'If-Match': '{etag}' },
        answer: { status: 412 },
      },
    ],
  },
  {
    name: 'a row is deleted once, and not with a stale If-Match',
    source: 'listitem-delete.md',
    steps: [
      create({ Title: 'Three' }),
      write({ Note: 'later' }),
      { ask: `DELETE ${item}`, headers: { 'If-Match': '{etag}' }, answer: { status: 412 } },
      { ask: `DELETE ${item}`, answer: { status: 204 } },
      { ask: `DELETE ${item}`, answer: { status: 404, code: 'itemNotFound' } },
      { ask: `GET ${item}`, answer: { status: 404, code: 'itemNotFound' } },
    ],
  },
  {
    name: 'a value that a unique column holds is refused, in any case of letters',
    source: 'columndefinition.md, enforceUniqueValues; the status is not documented',
    steps: [
      create({ Key: 'AB-{random}' }),
      { ...create({ Key: 'ab-{random}' }), answer: { status: [409, 400] }, keep: {} },
    ],
  },
  {
    name: 'a row may keep its own unique value, and rows without one do not clash',
    source: 'columndefinition.md, enforceUniqueValues',
    steps: [
      create({ Key: 'own-{random}' }),
      write({ Key: 'own-{random}', Note: 'n' }),
      create({}),
      create({}),
    ],
  },
]

const versions: readonly Behaviour[] = [
  {
    name: 'every change is a version, newest first, and fields come only when expanded',
    source: 'gd#4909, listitem-list-versions.md',
    steps: [
      create({ Note: 'first' }),
      write({ Note: 'second' }),
      {
        ask: `GET ${item}/versions?$expand=fields`,
        answer: {
          status: 200,
          rows: [
            { id: '2.0', fields: { Note: 'second' }, lastModifiedDateTime: /Z$/ },
            { id: '1.0', fields: { Note: 'first' } },
          ],
        },
      },
      {
        ask: `GET ${item}/versions`,
        answer: { status: 200, rows: [{ id: '2.0' }, { id: '1.0' }], lacks: ['value.0.fields'] },
      },
    ],
  },
  {
    name: 'one version is read by its id, and an unknown one is 404',
    source: 'listitemversion-get.md',
    steps: [
      create({ Note: 'first' }),
      write({ Note: 'second' }),
      { ask: `GET ${item}/versions/1.0`, answer: { status: 200, body: { fields: { Note: 'first' } } } },
      { ask: `GET ${item}/versions/9.0`, answer: { status: 404 } },
    ],
  },
  {
    name: 'restoring answers 204 and makes a new version',
    source: 'listitemversion-restore.md',
    steps: [
      create({ Note: 'first' }),
      write({ Note: 'second' }),
      { ask: `POST ${item}/versions/1.0/restoreVersion`, answer: { status: 204 } },
      reads({ Note: 'first' }),
      {
        ask: `GET ${item}/versions`,
        answer: { status: 200, rows: [{ id: '3.0' }, { id: '2.0' }, { id: '1.0' }] },
      },
    ],
  },
]

const delta = '{list}/items/delta'
const latest: Step = {
  ask: `GET ${delta}?token=latest&$expand=fields`,
  answer: { status: 200, rows: [] },
  keep: { link: '[@odata.deltaLink]' },
}
const changes = (rows: readonly unknown[], more: Partial<Step['answer']> = {}): Step => ({
  ask: 'GET {link}',
  answer: { status: 200, rows, ...more },
  keep: { link: '[@odata.deltaLink]' },
})

const deltas: readonly Behaviour[] = [
  {
    name: 'the whole list comes in pages of the size asked for, and then a delta link with token=',
    source: 'listitem-delta.md',
    steps: [
      create({ Title: 'a' }),
      create({ Title: 'b' }),
      {
        ask: `GET ${delta}?$expand=fields&$top=1`,
        answer: { status: 200, body: { '@odata.nextLink': /token=/ }, lacks: ['value.1'] },
      },
      {
        ask: `GET ${delta}?$select=id`,
        answer: { status: 200, body: { '@odata.deltaLink': /\/delta\?token=/ } },
      },
    ],
  },
  {
    name: 'the delta link tells what changed since, each row in its newest state, and then nothing',
    source: 'listitem-delta.md',
    steps: [
      create({ Title: 'before' }),
      latest,
      write({ Title: 'once' }),
      write({ Title: 'twice' }),
      create({ Title: 'new' }),
      changes([{ fields: { Title: 'twice' } }, { fields: { Title: 'new' } }]),
      changes([]),
    ],
  },
  {
    name: 'a deleted row has the deleted facet and no fields',
    source: 'listitem-delta.md',
    steps: [
      create({ Title: 'gone' }),
      latest,
      { ask: `DELETE ${item}`, answer: { status: 204 } },
      changes([{ id: '{item}', deleted: { state: 'deleted' } }], { lacks: ['value.0.fields'] }),
    ],
  },
  {
    name: 'the token may stand in the path, as delta(token=…)',
    source: 'listitem-delta.md',
    steps: [
      {
        ask: `GET ${delta}(token='latest')`,
        answer: { status: 200, rows: [], body: { '@odata.deltaLink': /token=/ } },
      },
    ],
  },
  ...["$filter=fields/Title eq 'x'", '$orderby=fields/Title', '$count=true'].map((option) => ({
    name: `delta with ${option} is refused`,
    source: 'listitem-delta.md, only $select, $expand and $top',
    steps: [{ ask: `GET ${delta}?${option}`, answer: { status: 400 } }],
  })),
  {
    name: 'a token that is not known is 410 with a Location that starts again',
    source: 'listitem-delta.md',
    steps: [
      {
        ask: `GET ${delta}?token=made-up`,
        answer: {
          status: 410,
          code: ['resyncChangesApplyDifferences', 'resyncChangesUploadDifferences'],
          headers: { location: /\/delta/ },
        },
      },
    ],
  },
]

/** Etags, versions and changes of rows. */
export const changeTable: BehaviourTable = {
  subject: 'changes of a row',
  needs: 'list',
  columns: [
    { name: 'Note', text: {} },
    { name: 'Key', indexed: true, enforceUniqueValues: true, text: {} },
  ],
  behaviours: [...concurrency, ...versions, ...deltas],
}
