import type { PaperContent } from '../../src/domain/paper.ts'
import { composePaper } from '../../src/domain/paperContent.ts'
import { cutContent, joinContent, longestPart } from '../../src/domain/paperParts.ts'
import { aRecommendation, aReport } from '../support/register.ts'

const contentWith = (text: string): PaperContent =>
  composePaper({ reports: [aReport()], rows: [aRecommendation({ text })], previous: null })
const key = 'board-2021-06-16'
const frozen = ({ print, parts }: ReturnType<typeof cutContent>) => ({
  key,
  parts: parts.length,
  contentPrint: print,
})

/** A content whose JSON has exactly so many characters. */
function contentOfLength(length: number): PaperContent {
  const empty = JSON.stringify(contentWith('')).length
  return contentWith('x'.repeat(length - empty))
}

it.each([
  [longestPart - 1, 1],
  [longestPart, 1],
  [longestPart + 1, 2],
  [2 * longestPart, 2],
  [2 * longestPart + 1, 3],
])('%s characters make %s parts', (length, count) => {
  const cut = cutContent(key, contentOfLength(length))
  expect(cut.parts).toHaveLength(count)
  expect(Math.max(...cut.parts.map(({ content }) => content.length))).toBeLessThanOrEqual(longestPart)
})

it.each([0, 1])('never parts the halves of a surrogate pair (%s)', (shift) => {
  const content = contentWith(`${'x'.repeat(shift)}${'😀'.repeat(longestPart)}`)
  const cut = cutContent(key, content)
  for (const part of cut.parts) expect(part.content.isWellFormed()).toBe(true)
  expect(joinContent(frozen(cut), cut.parts)).toEqual({ ok: true, content })
})

describe('a content that is put together again', () => {
  const content = contentOfLength(3 * longestPart)
  const cut = cutContent(key, content)

  it('is the same, in whatever order its parts come', () => {
    expect(joinContent(frozen(cut), cut.parts.toReversed())).toEqual({ ok: true, content })
  })

  it('passes over the parts of an attempt that was given up', () => {
    const other = cutContent(key, contentOfLength(longestPart))
    expect(joinContent(frozen(cut), [...other.parts, ...cut.parts])).toEqual({ ok: true, content })
  })

  it.each([0, 1, 2])('is not shown without part %s', (lost) => {
    const left = cut.parts.filter((_, index) => index !== lost)
    expect(joinContent(frozen(cut), left)).toEqual({ ok: false, code: 'part-lost' })
  })

  it('is not shown when one letter was changed', () => {
    const altered = cut.parts.map((part, index) =>
      index === 1 ? { ...part, content: part.content.replace('x', 'y') } : part,
    )
    expect(joinContent(frozen(cut), altered)).toEqual({ ok: false, code: 'content-altered' })
  })

  it('has parts with keys of their own', () => {
    expect(new Set(cut.parts.map((part) => part.key)).size).toBe(3)
    expect(cut.parts.map(({ number }) => number)).toEqual([1, 2, 3])
  })
})
