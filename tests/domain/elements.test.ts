import { deriveFromElements } from '../../src/domain/elements.ts'
import type { Status } from '../../src/domain/recommendation.ts'

const parts = (...statuses: (Status | null)[]) =>
  statuses.map((status, index) => ({ label: `[${index + 1}]`, text: '', comment: '', status }))

test.each<[string, ReturnType<typeof parts>, Status, Status | null]>([
  ['all green', parts('GREEN', 'GREEN'), 'AMBER', 'GREEN'],
  ['all green, one of them new', parts('GREEN', 'GREEN', 'NEW GREEN'), 'NEW GREEN', 'NEW GREEN'],
  ['mixed takes the worst', parts('GREEN', 'RED', 'AMBER'), 'AMBER', 'RED'],
  ['mixed without RED', parts('GREEN', 'WHITE', 'AMBER'), 'AMBER', 'AMBER'],
  ['one waits for another body', parts('GREEN', 'WHITE'), 'AMBER', 'WHITE'],
  ['a WHITE row that is mixed stays WHITE', parts('GREEN', 'AMBER', 'RED'), 'WHITE', 'WHITE'],
  ['a WHITE row whose parts are all done is done', parts('GREEN', 'GREEN'), 'WHITE', 'GREEN'],
  [
    'fewer statuses than parts: nothing follows',
    parts('GREEN', 'GREEN', 'NEW GREEN', null),
    'NEW GREEN',
    null,
  ],
  ['no part has a status', parts(null, null), 'AMBER', null],
  ['no parts', [], 'AMBER', null],
  ['a closed part counts for nothing', parts('GREEN', 'CLOSED'), 'AMBER', 'GREEN'],
  ['all parts closed', parts('CLOSED'), 'AMBER', null],
])('%s', (_rule, elements, asserted, expected) => {
  expect(deriveFromElements(elements, asserted)).toBe(expected)
})
