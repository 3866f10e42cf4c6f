import {
  createSearch,
  excerptOf,
  piecesOf,
  wordsOf,
} from '../../../../src/tab/features/recommendations/register/search.ts'
import { aRegister, numbers } from './registerRows.ts'

const { items } = aRegister([
  { number: '1', text: 'Review custody training.', progress: 'Begun.' },
  { number: '2', text: 'Review the control room.', progress: 'The chief’s office agreed.' },
  { number: '3', text: 'Publish figures.', progress: 'Custody has them.' },
])

describe('the search', () => {
  test.each<[string, readonly string[]]>([
    ['', ['1', '2', '3']],
    ['review', ['1', '2']],
    ['REVIEW', ['1', '2']],
    ['custody', ['1', '3']],
    ['cust rev', ['1']],
    ["chief's", ['2']],
    ['chief’s', ['2']],
    ['nothing like it', []],
  ])('%p finds %p', (search, found) => {
    expect(numbers(createSearch()(items, search))).toEqual(found)
  })

  test('gives the same whether it was typed letter by letter, deleted again, or put in at once', () => {
    const narrowing = createSearch()
    const typed = ['r', 're', 'rev', 'rev c', 'rev cu', 'rev c', 'rev', 'custody', 'c', '', 'rev']
    for (const search of typed) {
      expect([search, numbers(narrowing(items, search))]).toEqual([
        search,
        numbers(createSearch()(items, search)),
      ])
    }
  })

  test('finds the first rows alone, and all of them afterwards', () => {
    const search = createSearch()
    expect(numbers(search(items, 'review', 1))).toEqual(['1'])
    expect(numbers(search(items, 'review'))).toEqual(['1', '2'])
    expect(numbers(search(items, 'review', 1))).toEqual(['1', '2'])
    expect(numbers(search(items, 'nothing like it', 1))).toEqual([])
  })

  test('does not keep an answer for rows that have changed since', () => {
    const searchIn = createSearch()
    searchIn(items, 'custody')
    const later = aRegister([{ number: '9', text: 'Custody again.' }])
    expect(numbers(searchIn(later.items, 'custody'))).toEqual(['9'])
  })
})

describe('what was found is marked', () => {
  const marked = (text: string, search: string) =>
    piecesOf(text, wordsOf(search))
      .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
      .join('')
  test.each([
    ['Review custody', 'cust', 'Review [cust]ody'],
    ['Review custody', 'REV tody', '[Rev]iew cus[tody]'],
    ['banana', 'ban nan', '[ban][an]a'],
    ['The chief’s office', "chief's", 'The [chief’s] office'],
    ['aaa', 'aa', '[aa]a'],
    ['nothing', 'x', 'nothing'],
    ['nothing', '', 'nothing'],
    ['İstanbul review', 'review', 'İstanbul review'],
  ])('in %p for %p: %p', (text, search, expected) => {
    expect(marked(text, search)).toBe(expected)
  })
})

describe('the excerpt', () => {
  const long = `${'Words that stand before. '.repeat(8)}Here is custody.`
  test('of a short text is the text', () => {
    expect(excerptOf({ text: 'Custody.', progress: '' }, ['custody']).text).toBe('Custody.')
  })
  test('of a long text begins shortly before the first hit', () => {
    const { text } = excerptOf({ text: long, progress: '' }, ['custody'])
    expect(text.startsWith('… ')).toBe(true)
    expect(text.indexOf('custody')).toBeLessThan(60)
  })
  test('comes from the progress note where only that was found', () => {
    expect(excerptOf({ text: 'A', progress: 'custody' }, ['custody'])).toEqual({
      from: 'progress',
      text: 'custody',
    })
  })
})
