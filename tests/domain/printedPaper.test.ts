import { draftContent, printPaper } from '../../src/domain/printedPaper.ts'
import { aPaper } from '../support/papers.ts'
import { aPost, aRecommendation, aReport } from '../support/register.ts'

const report = aReport({
  claims: ['There are 2 recommendations for the force, 1 is complete, 1 in progress.'],
})
const rows = [aRecommendation({ number: '1', status: 'GREEN' }), aRecommendation({ number: '2' })]
const register = { reports: [report], rows }

it('a draft prints the computed sentence', () => {
  expect(draftContent(aPaper(), register, null).reports[0]?.claims).toEqual([
    '2 recommendations for the force: 1 complete, 1 in progress.',
  ])
})

it('a typed sentence is printed in its place, on one line', () => {
  const typed = aPaper({
    typedClaims: { [report.key]: ' 2 recommendations for the force:\n1 complete, 1 in progress. ' },
  })
  const content = draftContent(typed, register, null)
  expect(content.reports[0]?.claims).toEqual(['2 recommendations for the force: 1 complete, 1 in progress.'])
  expect(content.disagreements).toEqual({})
})

it('one that is wrong is printed with the difference', () => {
  const typed = aPaper({ typedClaims: { [report.key]: '2 for the force, all complete.' } })
  expect(draftContent(typed, register, null).disagreements).toMatchObject({
    [report.key]: [{ what: 'complete', claimed: 2, counted: 1 }],
  })
})

it('an empty one is none', () => {
  const content = draftContent(aPaper({ typedClaims: { [report.key]: '  ' } }), register, null)
  expect(content.reports[0]?.claims[0]).toMatch(/^2 recommendations/)
})

it('a printed paper knows the titles of posts and the paper it is compared with', () => {
  const content = draftContent(aPaper(), register, null)
  const printed = printPaper(aPaper(), content, { meetingDate: '2021-03-17', content }, [aPost()])
  expect(printed).toMatchObject({
    previousMeeting: '2021-03-17',
    postTitles: { 'crime-dci': 'T/DCI Crime' },
    changes: { hasPrevious: true, newRows: [] },
  })
})
