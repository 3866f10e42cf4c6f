import { readCell } from '../../../src/documents/read/markup.ts'
import { codesOf, fourColumns, onlyRow, paper } from './samplePaper.ts'

const row = (text: string, comment = 'Begun.', status = 'AMBER', due = 'June 2021') =>
  onlyRow(paper(fourColumns, `${text}\t${status}\t${due}\t${comment}`))

describe('markup becomes lines of plain text', () => {
  test.each([
    ['paragraphs', '<p>One.</p> <p>Two.</p>', ['One.', 'Two.']],
    ['bullets without items', '<p>Do:</p> <ul style="x"> • one; • two. ', ['Do:', '• one;', '• two.']],
    ['list items', '<ul><li>one</li><li>two</li></ul>after', ['• one', '• two', 'after']],
    ['a list never closed, then a paragraph', '<ul> • one. <p>Then.</p>', ['• one.', 'Then.']],
    ['a numbered list', '<ol> 1) first thing 2) second thing', ['1) first thing', '2) second thing']],
    ['an underlined heading', '<p><u>Next steps</u> We go on.</p>', ['Next steps', 'We go on.']],
    ['underlining inside a sentence', 'You must <u>not</u> go.', ['You must not go.']],
    ['entities', 'Fish &amp; chips &lt;5 &#163;3&nbsp;each', ['Fish & chips <5 £3 each']],
    ['what only looks like a tag', 'fewer than <5 or <none of it>', ['fewer than <5 or <none of it>']],
  ])('%s', (_, markup, lines) => {
    expect(readCell(markup).lines).toEqual(lines)
  })

  test('tells a list whose bullets are lost from one that has them', () => {
    expect(readCell('<ul> one; and two').listWithoutBullets).toBe(true)
    expect(readCell('<ul> • one; • two').listWithoutBullets).toBe(false)
    expect(codesOf(row('1 Recommendation Do: <ul> one; and two'))).toContain('bullets-lost')
  })
})

describe('number and kind are taken off the text', () => {
  test.each([
    ['7 <u>Recommendation</u> By May', '7', 'recommendation', 'By May'],
    ['<u>Areas for improvement</u> The force', '', 'area-for-improvement', 'The force'],
    ['12 Area for Improvement The force', '12', 'area-for-improvement', 'The force'],
    ['<p>3</p> <p>Recommendation The force</p>', '3', 'recommendation', 'The force'],
    [
      '10 Cause of concern Some fail. <p><u>Recommendation</u> Help them.</p>',
      '10',
      'cause-of-concern',
      'Some fail.\nRecommendation\nHelp them.',
    ],
    ['4a <u>Recommendation</u> By May', '4a', 'recommendation', 'By May'],
  ])('%s', (source, number, kind, text) => {
    const read = row(source)
    expect(read).toMatchObject({ kind, text })
    expect(read.numberInferred ? '' : read.number).toBe(number)
  })

  test('does not take the first figure of a sentence for the number', () => {
    const read = row('12 forces were asked to count')
    expect(read.text).toBe('12 forces were asked to count')
    expect(codesOf(read)).toContain('kind-missing')
  })

  test('does not take a sentence about recommendations for a label', () => {
    expect(row('Recommendations from last year stand').text).toBe('Recommendations from last year stand')
  })
})

describe('marked parts of a row', () => {
  test('each has the comment that names it, "Bullets 1 and 2" counting for both', () => {
    const read = row(
      '1 Recommendation Do: <ul> • [1]one; • [2]two; • [3]three.',
      '<p>Bullets 1 and 2 are theirs.</p> <p><u>[bullet 3] Ours</u></p> <p>Under way.</p>',
    )
    expect(read.elements.map(({ label, text }) => [label, text])).toEqual([
      ['[1]', 'one;'],
      ['[2]', 'two;'],
      ['[3]', 'three.'],
    ])
    expect(read.elements.map(({ comment }) => comment)).toEqual([
      'Bullets 1 and 2 are theirs.',
      'Bullets 1 and 2 are theirs.',
      '[bullet 3] Ours\nUnder way.',
    ])
  })

  test('plain bullets make no parts', () => {
    expect(row('1 Recommendation Do: <ul> • one; • two.').elements).toEqual([])
  })
})

describe('texts that run over pages', () => {
  const joined = (before: string, after: string, elsewhere = '') =>
    onlyRow(
      paper(
        fourColumns,
        `1 Recommendation ${before}\tAMBER\tJune 2021\tBegun. ${elsewhere}`,
        '',
        fourColumns,
        `${after}\t\t\t`,
      ),
    )

  test.each([
    ['two words take a space', 'count the', 'torches', 'count the torches', null],
    [
      'a sentence that was complete ends its line',
      'Count them.',
      'Then rest.',
      'Count them.\nThen rest.',
      null,
    ],
    ['a bullet begins its line', 'Do:', '<ul> • one.', 'Do:\n• one.', null],
    ['a hyphen takes none', 'every counter-', 'measure', 'every counter-measure', 'word-broken'],
    ['half a word with letters lost takes none', 'bring improve', 'nts', 'bring improvents', 'letters-lost'],
  ])('%s', (_, before, after, text, code) => {
    const read = joined(before, after)
    expect(read.text).toBe(text)
    if (code) expect(codesOf(read)).toContain(code)
    else expect(codesOf(read)).toEqual([])
  })

  test('a broken word is known by the whole word elsewhere in the paper', () => {
    const read = joined('count the lan', 'terns', 'All lanterns are lit.')
    expect(read.text).toBe('count the lanterns')
    expect(codesOf(read)).toContain('word-broken')
  })

  test('a sentence that begins in its middle is reported as cut', () => {
    expect(codesOf(joined('Count them.', 'touch with others'))).toContain('text-cut')
  })
})

describe('doubts about what a row says', () => {
  test.each([
    ['an empty comment', row('1 Recommendation Count.', ''), 'empty-comment', true],
    ['a comment', row('1 Recommendation Count.', 'Begun.'), 'empty-comment', false],
    [
      'green and an empty comment',
      row('1 Recommendation Count.', '', 'NEW GREEN'),
      'green-without-evidence',
      true,
    ],
    ['amber and an empty comment', row('1 Recommendation Count.', ''), 'green-without-evidence', false],
    [
      'green, but live after the deadline',
      row('1 Recommendation Count.', 'Live by July 2021.', 'GREEN'),
      'green-before-later-date',
      true,
    ],
    [
      'green, and live in the month of the deadline',
      row('1 Recommendation Count.', 'Live by June 2021.', 'GREEN'),
      'green-before-later-date',
      false,
    ],
    [
      'amber, and live after the deadline',
      row('1 Recommendation Count.', 'Live by July 2021.'),
      'green-before-later-date',
      false,
    ],
    [
      'a met milestone and nothing after',
      row('1 Recommendation Count.', 'Begun.', 'WHITE', 'May 2021 [completed]'),
      'no-next-date',
      true,
    ],
    [
      'a met milestone and a next date',
      row('1 Recommendation Count.', 'Begun.', 'WHITE', '<p>May 2021 [completed]</p> <p>June 2021</p>'),
      'no-next-date',
      false,
    ],
    [
      'a year of five figures',
      row('1 Recommendation Count.', 'Done in April 20201.'),
      'date-implausible',
      true,
    ],
    [
      'a day that no month has',
      row('1 Recommendation Count.', 'Done on 31 June 2021.'),
      'date-implausible',
      true,
    ],
    ['a leap day', row('1 Recommendation Count.', 'Done on 29 February 2020.'), 'date-implausible', false],
    [
      'a bracket without its beginning',
      row('1 Recommendation Count.', 'Begun.', 'AMBER', 'May 2021 with friends]'),
      'unbalanced-bracket',
      true,
    ],
    [
      'a bracket without its end',
      row('1 Recommendation Count.', 'Begun (at last.'),
      'unbalanced-bracket',
      true,
    ],
    [
      'the brackets of a numbered list',
      row('1 Recommendation Count.', '<ol> 1) one 2) two (both).'),
      'unbalanced-bracket',
      false,
    ],
    ['a sentence that stops', row('1 Recommendation Count.', 'Done by us or'), 'sentence-cut', true],
    ['a sentence without its full stop', row('1 Recommendation Count.', 'Done by us'), 'sentence-cut', false],
  ])('%s', (_, read, code, expected) => {
    expect(codesOf(read).includes(code)).toBe(expected)
  })
})
