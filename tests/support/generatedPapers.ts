import fc from 'fast-check'
import { lastDayOfMonth } from '../../src/domain/calendarDays.ts'
import { undecided } from '../../src/domain/decisions.ts'
import type { DueEntry, DueVerb } from '../../src/domain/dueLedger.ts'
import type { PaperContent, PaperLineItem } from '../../src/domain/paper.ts'
import { type Element, recommendationKinds, statuses } from '../../src/domain/recommendation.ts'
import type { Report } from '../../src/domain/report.ts'

/** Line ends and control characters aside, anything that people have typed or pasted into a register. */
const oddity = fc.constantFrom(
  '\t',
  ' ',
  '  ',
  '|',
  '"',
  "'",
  '“quoted”',
  '<u>Recommendation</u>',
  '</w:t>',
  '&amp;',
  '&',
  '<',
  '>',
  ']]>',
  '[1]',
  '[bullet 2]',
  'Bullet 1',
  '(',
  ']',
  '7 Recommendation',
  'Area for improvement',
  'NEW GREEN',
  'WHITE',
  'Now June 2021',
  'Extended to',
  'Published 1st May 2020',
  '=1+1',
  '+44',
  '-',
  '@here',
  '\u00A0',
  '\u00AD',
  '𝔉😀',
  '👩🏽‍⚕️',
  'é',
  'ﷺ',
  '١٢',
  '£',
)
const plainWords = fc.constantFrom('the force', 'should review', 'its process', 'and report', 'by then.')
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.oneof(plainWords, oddity), { maxLength: 8 }).map((all) => all.join(' ')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }).map(oneLine) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('• first of all;', '• ', '•', '1) one', '[2] second', '• [3]third', ''),
  },
)
const text = fc.oneof(
  { weight: 29, arbitrary: fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n')) },
  {
    weight: 1,
    arbitrary: fc.tuple(line, fc.integer({ min: 100, max: 2_000 })).map(([own, n]) =>
      `${own}x `
        .repeat(n)
        .slice(0, 40_000)
        .replace(/[\uD800-\uDBFF]$/, ''),
    ),
  },
)

function oneLine(raw: string): string {
  return raw.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\uFFFD]/gu, '')
}

const verbWords: readonly (readonly [DueVerb, string])[] = [
  ['none', ''],
  ['extended-to', 'Extended to'],
  ['now', 'Now'],
  ['then', 'Then'],
  ['reset-to', 'Reset to'],
  ['new-deadline', 'New deadline'],
  ['deadline-now', 'Deadline now'],
  ['and', 'And'],
]
const months = ['January', 'February', 'March', 'June', 'September', 'December'] as const
const monthNumbers = [1, 2, 3, 6, 9, 12] as const
const verb = fc.constantFrom(...verbWords)
const purpose = fc.constantFrom(
  '',
  'for the review',
  'to align with the return visit',
  'pending input from TfL & others',
)
const tags = fc.subarray(['subject to review', 'Reported to PAB', 'completed', 'Subject to Co-vid'])

const datedEntry = fc
  .tuple(
    verb,
    fc.nat(5),
    fc.integer({ min: 2017, max: 2031 }),
    fc.option(fc.integer({ min: 1, max: 28 })),
    purpose,
    tags,
  )
  .map(([[own, word], month, year, day, reason, told]): DueEntry => {
    const [name = '', number = 1] = [months[month], monthNumbers[month]]
    const written = `${day === null ? '' : `${day} `}${name} ${year}`
    const twoDigits = (one: number) => String(one).padStart(2, '0')
    return {
      text: [word, written, reason, ...told.map((tag) => `[${tag}]`)].filter((part) => part !== '').join(' '),
      verb: own,
      date: day === null ? lastDayOfMonth(year, number) : `${year}-${twoDigits(number)}-${twoDigits(day)}`,
      precision: day === null ? 'month' : 'day',
      purpose: reason,
      tags: told,
    }
  })
const undatedEntry = fc
  .constantFrom(
    { text: 'To be set', verb: 'none' as const, purpose: '' },
    { text: 'Immediate', verb: 'none' as const, purpose: '' },
    { text: 'No deadline set by HMICFRS', verb: 'none' as const, purpose: '' },
    {
      text: 'Now pending publication of the national review',
      verb: 'now' as const,
      purpose: 'pending publication of the national review',
    },
  )
  .map((own): DueEntry => ({ ...own, date: null, precision: null, tags: [] }))
const due = fc.array(fc.oneof({ weight: 4, arbitrary: datedEntry }, { weight: 1, arbitrary: undatedEntry }), {
  maxLength: 5,
})

const status = fc.constantFrom(...statuses)
const someStatus = fc.option(status)
const bodyText = fc.tuple(text, text, fc.constant([] as Element[])).map(unmarked)

/** A row without parts: none of its lines is marked as one. */
function unmarked([own, comment, elements]: [string, string, Element[]]) {
  const lines = own.split('\n').map((one) => (/^(?:• )?\[\d/.test(one) ? `x${one}` : one))
  return { text: lines.join('\n'), progress: comment, elements }
}

/** A row whose text lists its parts, each with or without a status and a comment of its own. */
const listedParts = fc
  .tuple(
    line.map((own) => (/^(?:• )?\[\d/.test(own) ? 'They should' : own)),
    fc.array(
      fc.record({
        words: line,
        bullet: fc.boolean(),
        status: someStatus,
        comment: fc.oneof(fc.constant(''), text),
      }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    fc.option(fc.tuple(fc.constant('Where they cannot, they should say so.'), someStatus)),
  )
  .map(([intro, parts, after]) => {
    const words = parts.map((part) => part.words.trimStart())
    const lines = parts.map((part, index) => `${part.bullet ? '• ' : ''}[${index + 1}] ${words[index]}`)
    const elements: Element[] = parts.map((part, index) => ({
      label: `[${index + 1}]`,
      text: words[index] ?? '',
      status: part.status,
      comment: part.comment,
    }))
    if (after) elements.push({ label: '', text: after[0], status: after[1], comment: '' })
    return {
      text: [intro, ...lines, ...(after ? [after[0]] : [])].join('\n'),
      progress: 'All of this goes on.',
      elements,
    }
  })

/** Parts that people worded otherwise than the text. */
const ownParts = fc
  .tuple(
    text,
    text,
    fc.array(
      fc.record({
        label: fc.constantFrom('[1]', '[2]', '[9]', '', 'a)'),
        text,
        status: someStatus,
        comment: text,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([own, progress, elements]): { text: string; progress: string; elements: Element[] } => ({
    text: own,
    progress,
    elements,
  }))

/** Marked lines that nobody keeps as parts. */
const undivided = text.map((own) => ({
  text: `They should:\n• [1] begin\n${own}`,
  progress: '',
  elements: [] as Element[],
}))

const row = fc.record({
  number: fc.constantFrom('1', '2', '4a', '4b', '5', '11', '12', '16', '103', ''),
  numberInferred: fc.boolean(),
  kind: fc.constantFrom(...recommendationKinds),
  status,
  due,
  body: fc.oneof(
    { weight: 4, arbitrary: bodyText },
    { weight: 3, arbitrary: listedParts },
    { weight: 1, arbitrary: ownParts },
    { weight: 1, arbitrary: undivided },
  ),
})

const published = fc.constantFrom<Report['published']>(
  { text: '', date: null, precision: null },
  { text: '11th March 2021', date: '2021-03-11', precision: 'day' },
  { text: 'October 2019', date: '2019-10-31', precision: 'month' },
  { text: 'in due course', date: null, precision: null },
)
const report = fc.record({
  title: line,
  typeLine: line,
  published,
  claims: fc.array(line, { maxLength: 3 }),
  narrative: text,
  rows: fc.array(row, { minLength: 1, maxLength: 3 }),
})

/** Papers with everything that a register can hold in their texts. Every report has a row at least. */
export const generatedPapers: fc.Arbitrary<PaperContent> = fc
  .array(report, { minLength: 1, maxLength: 2 })
  .map((reports) => ({ ...contentOf(reports), hidden: [] }))

type Generated = typeof report extends fc.Arbitrary<infer T> ? T : never

function contentOf(generated: readonly Generated[]): Pick<PaperContent, 'reports' | 'rows'> {
  const rows: PaperLineItem[] = []
  const reports = generated.map(({ rows: own, ...head }, index): Report => {
    const key = `report-${index + 1}`
    const seen = new Map<string, number>()
    for (const { body, ...facts } of own) {
      const place = (seen.get(facts.number) ?? 0) + 1
      seen.set(facts.number, place)
      const rowKey = `${key}/${facts.number || 'unnumbered'}${place > 1 ? `~${place}` : ''}`
      const numberInferred = facts.numberInferred && facts.number !== ''
      rows.push({
        ...facts,
        ...body,
        ...undecided,
        numberInferred,
        key: rowKey,
        reportKey: key,
        order: rows.length + 1,
        ownerPost: null,
      })
    }
    return {
      ...head,
      key,
      order: index + 1,
      importedAs: '',
      source: 'inspectorate',
      scope: 'national',
      publishers: [],
      clocks: [],
    }
  })
  return { reports, rows }
}
