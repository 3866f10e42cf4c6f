import { type Behaviour, type BehaviourTable, one } from './behaviour.ts'

const source = 'json-batching.md'
const json = { 'Content-Type': 'application/json' }

const create = (id: string, key: string, more: object = {}) => ({
  id,
  method: 'POST',
  url: '{list}/items',
  headers: json,
  body: { fields: { Key: key } },
  ...more,
})

const refusesAll = (what: string, requests: unknown): Behaviour =>
  one(`${what}: 400 for all`, source, 'POST /$batch', { status: 400 }, { requests })

const answers = (
  name: string,
  requests: readonly object[],
  responses: readonly object[],
  lacks: readonly string[] = [],
): Behaviour => one(name, source, 'POST /$batch', { status: 200, body: { responses }, lacks }, { requests })

/** Several requests in one. */
export const batchTable: BehaviourTable = {
  subject: 'batches',
  needs: 'list',
  columns: [{ name: 'Key', indexed: true, enforceUniqueValues: true, text: {} }],
  behaviours: [
    answers(
      'what depends on a failed part is 424, and what was done before it stays done',
      [
        create('1', 'chain'),
        create('2', 'chain', { dependsOn: ['1'] }),
        create('3', 'never', { dependsOn: ['2'] }),
      ],
      [{ status: 201 }, { id: '2' }, { id: '3', status: 424 }],
    ),
    one(
      'the row of the part before the failed one is there, that of the one after it is not',
      source,
      'GET {list}/items?$expand=fields($select=Key)',
      { status: 200, rows: [{ fields: { Key: 'chain' } }] },
    ),
    answers(
      'headers of a part count: a stale If-Match is refused',
      [
        {
          id: '1',
          method: 'PATCH',
          url: '{list}/items/1/fields',
          headers: { ...json, 'If-Match': '"x,1"' },
          body: {},
        },
      ],
      [{ id: '1', status: 412 }],
    ),
    answers(
      'a delete has no body in its answer',
      [{ id: '1', method: 'DELETE', url: '{list}/items/1' }],
      [{ id: '1', status: 204 }],
      ['responses.0.body'],
    ),
    answers(
      'a refusal of a part has Graph’s error in its body, and the batch is 200',
      [{ id: '1', method: 'GET', url: '{list}/items/999999' }],
      [{ id: '1', status: 404, body: { error: { code: 'itemNotFound' } } }],
    ),
    answers(
      'twenty parts are taken, one after the other',
      Array.from({ length: 20 }, (_, index) =>
        create(String(index), `twenty-${index}`, index === 0 ? {} : { dependsOn: [String(index - 1)] }),
      ),
      Array.from({ length: 20 }, () => ({ status: 201 })),
    ),
    refusesAll(
      'twenty-one parts',
      Array.from({ length: 21 }, (_, index) => create(String(index), `x${index}`)),
    ),
    refusesAll('the same id twice', [create('1', 'x'), create('1', 'y')]),
    refusesAll('a part without an id', [{ method: 'GET', url: '{list}' }]),
    refusesAll('a body without a Content-Type', [create('1', 'x', { headers: {} })]),
    refusesAll('an absolute address', [
      { id: '1', method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' },
    ]),
    refusesAll('a dependency on a part that is not there', [create('1', 'x', { dependsOn: ['9'] })]),
    refusesAll('no requests', undefined),
    answers(
      'a batch in a batch is refused',
      [{ id: '1', method: 'POST', url: '/$batch', headers: json, body: { requests: [] } }],
      [{ id: '1', status: 400 }],
    ),
  ],
}
