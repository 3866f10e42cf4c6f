/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components'
import { render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { SearchLine } from '../../../src/tab/ui/SearchLine.tsx'
import { UnreadableRows } from '../../../src/tab/ui/UnreadableRows.tsx'

const wordsOf = (part: ReactElement) =>
  render(<FluentProvider theme={teamsLightTheme}>{part}</FluentProvider>).container.textContent ?? ''

const line = (search: string, found: number, total: number) =>
  wordsOf(
    <SearchLine
      {...{ label: 'Search courses', search, found, total, nouns: ['course', 'courses'] }}
      onSearch={() => undefined}
    />,
  )

describe('the count beside a search', () => {
  test.each([
    ['', 12, 12, '12 courses'],
    ['', 1, 1, '1 course'],
    ['abuse', 3, 12, '3 of 12 courses'],
    ['  ', 12, 12, '12 courses'],
  ])('for "%s" with %i of %i says %s', (search, found, total, words) => {
    expect(line(search, found, total)).toBe(words)
  })
})

describe('rows that cannot be read', () => {
  test('are named one by one, with the reason', () => {
    const rows = [
      { id: '4', reason: 'no date' },
      { id: '7', reason: 'no title' },
    ]
    expect(wordsOf(<UnreadableRows rows={rows} of="the list" />)).toBe(
      "2 rows of the list can't be read and are not shown: item 4 (no date); item 7 (no title). Ask the administrator to look at them in SharePoint.",
    )
  })

  test('are not spoken of when there are none', () => {
    expect(wordsOf(<UnreadableRows rows={[]} of="the list" />)).toBe('')
  })
})
