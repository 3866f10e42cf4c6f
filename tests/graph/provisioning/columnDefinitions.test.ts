import * as v from 'valibot'
import {
  type Column,
  choice,
  declareList,
  instant,
  note,
  number,
  text,
} from '../../../src/graph/columns/columnTypes.ts'
import {
  actualColumn,
  indexRefusal,
  newColumn,
  stepForColumn,
} from '../../../src/graph/provisioning/columnDefinitions.ts'

const there = (facts: object) => v.parse(actualColumn, { id: 'c1', name: 'X', description: 'D.', ...facts })
const singleLine = { text: { allowMultipleLines: false } }

test('a unique text is created indexed, in one go', () => {
  expect(newColumn('ReportKey', text('D.', { unique: true }))).toEqual({
    name: 'ReportKey',
    displayName: 'Report key',
    description: 'D.',
    indexed: true,
    enforceUniqueValues: true,
    text: { allowMultipleLines: false, maxLength: 255 },
  })
})

test('a note is plain text, so that JSON stays JSON', () => {
  expect(newColumn('Due', note('D.')).text).toMatchObject({ allowMultipleLines: true, textType: 'plain' })
})

test.each([
  ['a column that is as declared', text('D.'), singleLine, { does: 'nothing' }],
  [
    'an index that is missing',
    text('D.', { indexed: true }),
    singleLine,
    { does: 'change', body: { indexed: true } },
  ],
  [
    'unique values that are not enforced yet',
    text('D.', { unique: true }),
    { ...singleLine, indexed: true },
    { does: 'change', body: { enforceUniqueValues: true } },
  ],
  ['an index that somebody added', text('D.'), { ...singleLine, indexed: true }, { does: 'nothing' }],
  ['another description', text('New.'), singleLine, { does: 'change', body: { description: 'New.' } }],
  [
    'a choice more, keeping the one that somebody added',
    choice('D.', ['a', 'b']),
    { choice: { choices: ['a', 'z'] } },
    { does: 'change', body: { choice: { choices: ['a', 'z', 'b'] } } },
  ],
  ['fewer choices', choice('D.', ['a']), { choice: { choices: ['a', 'b'] } }, { does: 'nothing' }],
] satisfies [string, Column, object, object][])('%s', (_, declared, actual, expected) => {
  expect(stepForColumn('X', declared, there(actual))).toEqual(expected)
})

test.each([
  ['a text that should be a note', note('D.'), singleLine],
  ['a note that should be a text', text('D.'), { text: { allowMultipleLines: true } }],
  [
    'rich text that should be plain',
    note('D.'),
    { text: { allowMultipleLines: true, textType: 'richText' } },
  ],
  ['a text that should be a number', number('D.'), singleLine],
  ['a date that should have a time', instant('D.'), { dateTime: { format: 'dateOnly' } }],
  ['a person that should be a text', text('D.'), { personOrGroup: {} }],
] satisfies [string, Column, object][])(
  'refuses %s, because SharePoint would lose what it holds',
  (_, declared, actual) => {
    expect(stepForColumn('X', declared, there(actual)).does).toBe('refuse')
  },
)

describe('twenty indexes for a list', () => {
  const list = declareList('Things', 'Things.', { Owner: text('D.', { indexed: true }), Size: number('D.') })
  const others = (count: number) =>
    Array.from({ length: count }, (_, index) => there({ name: `Own${index}`, indexed: true, ...singleLine }))

  test('eighteen of somebody’s own leave room for the two of ours', () => {
    expect(indexRefusal(list, others(18))).toBeNull()
  })

  test('nineteen do not: a sentence says how many to take off, and which could go', () => {
    const said = indexRefusal(list, others(19)) ?? ''
    expect(said).toMatch(/^Things: SharePoint keeps 20 indexes for a list, and there would be 21\./)
    expect(said).toMatch(/Take the index off 1 of these columns.*Own0, .*Own18\.$/)
  })

  test('ours that are there already are not counted twice', () => {
    const ours = ['Key', 'Owner'].map((name) => there({ name, indexed: true, ...singleLine }))
    expect(indexRefusal(list, [...ours, ...others(18)])).toBeNull()
  })
})
