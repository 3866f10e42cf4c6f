import {
  defaultWording,
  readWording,
  sayWording,
  type WordingPart,
  wordingLimits,
  wordingProblem,
} from '../../src/domain/reminderWording.ts'

const facts = { name: 'Daniel Okafor', count: 3, today: '2021-06-16' }
const parts: readonly WordingPart[] = ['opening', 'closing', 'mailOpening']

describe('a sentence of the force', () => {
  test.each<[string, string]>([
    ['Good morning {name}, {items} for {today}.', 'Good morning Daniel Okafor, 3 items for 16 June 2021.'],
    ['{count} of {count}', '3 of 3'],
    ['Ask the board secretary on 020 7946 0018.', 'Ask the board secretary on 020 7946 0018.'],
  ])('%s is said as %s', (text, said) => {
    expect(parts.map((part) => wordingProblem(part, text))).toEqual([null, null, null])
    expect(sayWording(text, facts)).toBe(said)
  })

  test('speaks of one item and of none', () => {
    expect([1, 0].map((count) => sayWording('{items}', { ...facts, count }))).toEqual(['1 item', '0 items'])
  })

  test('reads no placeholder in somebody’s name', () => {
    expect(sayWording('{name}: {count}', { ...facts, name: '{count} {constructor}' })).toBe(
      '{count} {constructor}: 3',
    )
  })

  test.each<[string, string, RegExp]>([
    ['an unknown placeholder', 'Dear {rank}', /^\{rank\} stands for nothing here.*\{name\}, \{count\}/],
    ['a word of a case', '{title} is due', /^\{title\} stands for nothing here/],
    ['a member that every object has', '{constructor}', /^\{constructor\} stands for nothing here/],
    ['nothing in braces', 'Dear {}', /^\{\} stands for nothing here/],
    ['a brace alone', 'Dear {name', /^Braces belong/],
    ['double braces, which clients work out', '{{name}}', /^Braces belong/],
    ['an address', 'See https://evil.example', /^Write plain text, without links/],
    ['an address without its beginning', 'See WWW.evil.example', /^Write plain text, without links/],
    ['a link as Markdown', '[here](evil.example)', /^Write plain text, without links/],
    ['markup', '<at>Helen Carver</at>', /^Write plain text, without links/],
    ['two lines', 'one\ntwo', /^Write it on one line/],
    ['a mark that turns the direction', '\u202egnp.exe', /^Write it on one line/],
  ])('%s is refused with a sentence', (_what, text, sentence) => {
    for (const part of parts) expect(wordingProblem(part, text)).toMatch(sentence)
  })

  test.each(parts)('%s may be as long as its limit and no longer', (part) => {
    expect(wordingProblem(part, '漢'.repeat(wordingLimits[part]))).toBeNull()
    expect(wordingProblem(part, '😀'.repeat(wordingLimits[part]))).toBeNull()
    expect(wordingProblem(part, 'x'.repeat(wordingLimits[part] + 1))).toBe('This is 1 character too long.')
  })

  test('may be left out of a card, but a mail has a first one', () => {
    expect(parts.map((part) => wordingProblem(part, ' ') === null)).toEqual([true, true, false])
  })
})

describe('the wording that somebody saved', () => {
  test('keeps the default where it says nothing, and leaves out what it does not know', () => {
    expect(readWording({})).toEqual(defaultWording)
    expect(readWording({ closing: 'Ask Helen.', colour: 'red', changes: [] })).toEqual({
      ...defaultWording,
      closing: 'Ask Helen.',
    })
  })

  test.each<[string, unknown]>([
    ['a list', []],
    ['nothing', null],
    ['a number for words', { opening: 3 }],
    ['one sentence of three that cannot be used', { opening: 'Good morning', closing: '{rank}' }],
    ['a mail that begins with nothing', { mailOpening: '' }],
  ])('is refused when it is %s', (_what, value) => {
    expect(readWording(value)).toBeNull()
  })
})
