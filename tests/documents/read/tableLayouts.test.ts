import { codesOf, fiveColumns, fourColumns, onlyRow, paper } from './samplePaper.ts'

const text = 'The force should count its torches'

describe('where the cells of a row stand', () => {
  const layouts: readonly (readonly [string, readonly string[]])[] = [
    [
      'five columns, number in its own cell',
      [fiveColumns, `3\t<u>Recommendation</u> ${text}\tAMBER\tJune 2021\tBegun`],
    ],
    [
      'four columns, number before the label',
      [fourColumns, `3 <u>Recommendation</u> ${text}\tAMBER\tJune 2021\tBegun`],
    ],
    [
      'number in a paragraph of its own',
      [fourColumns, `<p>3</p> <p><u>Recommendation</u> ${text}</p>\tAMBER\tJune 2021\tBegun`],
    ],
    [
      'status and due in paragraphs',
      [fourColumns, `3 <u>Recommendation</u> ${text}\t<p>AMBER</p>\t<p>June 2021</p>\t<p>Begun</p>`],
    ],
    [
      'heading of five, row of four',
      [fiveColumns, `3 <u>Recommendation</u> ${text}\tAMBER\tJune 2021\tBegun`],
    ],
    [
      'heading of four, row of five',
      [fourColumns, `3\t<u>Recommendation</u> ${text}\tAMBER\tJune 2021\tBegun`],
    ],
    [
      'heading with an empty cell at its end',
      [`${fourColumns}\t`, `3 <u>Recommendation</u> ${text}\tAMBER\tJune 2021\tBegun\t`],
    ],
    [
      'heading with an empty cell at its beginning',
      [`\t${fourColumns}`, `3\t<u>Recommendation</u> ${text}\tAMBER\tJune 2021\tBegun`],
    ],
    [
      'label followed by its number',
      [fourColumns, `<u>Recommendation 3:</u> ${text}\tAMBER\tJune 2021\tBegun`],
    ],
    ['status in small letters', [fourColumns, `3. Recommendation ${text}\tAmber\tJune 2021\tBegun`]],
  ]

  test.each(layouts)('reads the same row from %s', (_, lines) => {
    expect(onlyRow(paper(...lines))).toMatchObject({
      number: '3',
      numberInferred: false,
      kind: 'recommendation',
      status: 'AMBER',
      text,
      comment: 'Begun',
      due: [{ text: 'June 2021' }],
    })
  })

  test('keeps a column of another force in the comment, under its heading', () => {
    const row = onlyRow(
      paper(
        'No\tRecommendation\tStatus\tOwner\tDeadline\tUpdate',
        `3\t${text}\tRED\tHead of Estates\tMay 2021\tLate`,
      ),
    )
    expect(row).toMatchObject({ number: '3', status: 'RED', comment: 'Late\nOwner: Head of Estates' })
  })

  test('reads rows whose heading was lost and says so', () => {
    const reading = paper(`3\tRecommendation ${text}\tAMBER\tJune 2021\tBegun`)
    expect(onlyRow(reading)).toMatchObject({ number: '3', text })
    expect(codesOf(reading)).toContain('header-missing')
  })

  test('takes a colour that the paper explains in its key for a status', () => {
    const key = 'Colour\tMeaning\nBLUE\tBusiness as usual\nAMBER\tUnder way'
    const reading = paper(key, fourColumns, `3 Recommendation ${text}\tBLUE\tJune 2021\tBegun`)
    expect(onlyRow(reading).status).toBe('BLUE')
    expect(reading.totals.byStatus).toMatchObject({ BLUE: 1, AMBER: 0 })
    expect(codesOf(onlyRow(reading))).not.toContain('status-unknown')
  })

  test('keeps a status that nobody explains, with a doubt', () => {
    const row = onlyRow(paper(fourColumns, `3 Recommendation ${text}\tPurple\tJune 2021\tBegun`))
    expect(row.status).toBe('PURPLE')
    expect(codesOf(row)).toContain('status-unknown')
  })
})

describe('which lines belong to a row', () => {
  test('goes on with a row over a page whose heading has one cell less', () => {
    const row = onlyRow(
      paper(
        fiveColumns,
        '3\tRecommendation The force should count\tAMBER\tJune 2021\tBegun with',
        '',
        fourColumns,
        'its torches\t\t\tgreat care',
      ),
    )
    expect(row).toMatchObject({ text, comment: 'Begun with great care', lines: [6, 9] })
  })

  test('goes on when only the comment has more', () => {
    const row = onlyRow(
      paper(
        fourColumns,
        `3 Recommendation ${text}\tAMBER\tJune 2021\tBegun with`,
        '',
        fourColumns,
        '\t\t\tgreat care',
      ),
    )
    expect(row.comment).toBe('Begun with great care')
  })

  test('goes on when the page repeats the number', () => {
    const row = onlyRow(
      paper(
        fiveColumns,
        `3\tRecommendation ${text}\tAMBER\tJune 2021\tBegun.`,
        fiveColumns,
        '3 (cont.)\tand its lamps.\t\t\tMore.',
      ),
    )
    expect(row.text).toBe(`${text} and its lamps.`)
  })

  test('begins a row that has a number and a label but no status, with a doubt', () => {
    const reading = paper(
      fourColumns,
      `3 Recommendation ${text}\tAMBER\tJune 2021\tBegun`,
      '4 Recommendation Count again\t\tMay 2021\tNot begun',
    )
    expect(reading.rows.map((row) => row.number)).toEqual(['3', '4'])
    expect(codesOf(reading.rows[1] ?? { doubts: [] })).toContain('status-missing')
  })

  test('keeps a continuation without a row in the remainder, with a doubt', () => {
    const reading = paper(fourColumns, '\t\t\tnobody knows whose')
    expect(reading.rows).toEqual([])
    expect(reading.remainder.map(({ line }) => line)).toEqual([5, 6])
    expect(codesOf(reading)).toContain('continuation-without-row')
  })

  test('says which heading has no row under it', () => {
    const reading = paper(
      fourColumns,
      `3 Recommendation ${text}\tAMBER\tJune 2021\tBegun`,
      '',
      fourColumns,
      '',
      'Another report',
      'A force report by HMICFRS',
      'Published May 2019',
    )
    expect(reading.doubts).toContainEqual(expect.objectContaining({ code: 'header-without-rows', line: 8 }))
  })

  test('keeps footnotes and page numbers out of the rows', () => {
    const reading = paper(
      fourColumns,
      '3 Recommendation Count the¹\tAMBER\tJune 2021\tBegun',
      '',
      '¹ A footnote.',
      'Page 2 of 9',
      fourColumns,
      'torches\t\t\t',
    )
    expect(onlyRow(reading).text).toBe('Count the¹ torches')
    expect(reading.remainder.map((line) => line.text)).toEqual(
      expect.arrayContaining(['¹ A footnote.', 'Page 2 of 9']),
    )
    expect(codesOf(reading)).not.toContain('text-outside-table')
  })

  test('keeps words that slipped into the status column in the comment, with a doubt', () => {
    const row = onlyRow(
      paper(
        fourColumns,
        `3 Recommendation ${text}\tAMBER\tJune 2021\tBegun.`,
        '\tSlipped words',
        '\tA whole sentence that slipped to the left.\t\t',
      ),
    )
    expect(row.comment).toBe('Begun.\nSlipped words A whole sentence that slipped to the left.')
    expect(codesOf(row)).toContain('cells-shifted')
  })

  test('sorts statuses in other columns to the parts of the row', () => {
    const row = onlyRow(
      paper(
        `${fourColumns}\t`,
        '<p>4a</p> <p>Recommendation Do:</p> <ul> • [1]one; • [2]two. <p>And all else.</p>\tNEW GREEN\tMay 2020\tGREEN\tBullet 1 - Done.',
        '\t\tNow June 2021\tNEW GREEN\t',
      ),
    )
    expect(row).toMatchObject({ number: '4a', status: 'NEW GREEN', comment: 'Bullet 1 - Done.' })
    expect(row.elements).toEqual([
      { label: '[1]', text: 'one;', status: 'GREEN', comment: 'Bullet 1 - Done.' },
      { label: '[2]', text: 'two.', status: 'NEW GREEN', comment: '' },
      { label: '', text: 'And all else.', status: null, comment: '' },
    ])
    expect(codesOf(row)).toEqual(expect.arrayContaining(['cells-shifted', 'fewer-statuses-than-elements']))
  })
})
