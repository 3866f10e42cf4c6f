/** Rows of a register, as its lists hold them: the same ones at every run. */
const places = [
  'custody',
  'response',
  'neighbourhoods',
  'control room',
  'crime',
  'roads',
  'public protection',
]
const things = ['grading', 'supervision', 'vetting', 'evidence', 'training', 'recording', 'welfare', 'risk']
const verbs = ['review', 'agree', 'publish', 'train', 'audit', 'assess', 'report on', 'replace']
const others = ['the Home Office', 'the College of Policing', 'the Crown Prosecution Service']
const statuses = ['RED', 'AMBER', 'AMBER', 'AMBER', 'WHITE', 'GREEN', 'GREEN', 'CLOSED']
const kinds = ['recommendation', 'recommendation', 'area-for-improvement', 'cause-of-concern']

const pick = <T>(list: readonly T[], index: number, step: number): T =>
  list[Math.floor(index / step + index * 7) % list.length] as T

/** How many reports so many recommendations come from: some 25 each. */
export const reportsFor = (rows: number): number => Math.max(1, Math.ceil(rows / 25))

/** The fields of a report. */
export function report(index: number): Record<string, unknown> {
  const year = 2015 + (index % 6)
  return {
    Key: `report-${index}`,
    Title: `Report ${index}`,
    ReportTitle: `How well the force handles ${pick(things, index, 3)} in ${pick(places, index, 1)} (${index})`,
    TypeLine: 'A national report by HMICFRS',
    PublishedText: `March ${year}`,
    PublishedDate: `${year}-03-31`,
    PublishedPrecision: 'month',
    PaperOrder: index + 1,
    Source: 'inspectorate',
    Scope: 'national',
  }
}

/** The fields of a post. */
export function post(index: number): Record<string, unknown> {
  const title = `Superintendent, ${pick(places, index, 1)} ${index}`
  return { Key: `post-${index}`, Title: title, PostTitle: title, Unit: pick(places, index, 1) }
}

/** The fields of a recommendation with text, progress and due history as long as those of a real paper. */
export function paperRow(index: number, reports: number): Record<string, unknown> {
  const status = pick(statuses, index, 5)
  const month = `${2020 + (index % 4)}-${String((index % 12) + 1).padStart(2, '0')}`
  const [thing, place, verb] = [pick(things, index, 2), pick(places, index, 3), pick(verbs, index, 1)]
  const date = `${month}-28`
  const open = status === 'RED' || status === 'AMBER'
  return {
    Key: `report-${index % reports}/${Math.floor(index / reports) + 1}`,
    Title: `Recommendation ${index}`,
    ReportKey: `report-${index % reports}`,
    Number: String(Math.floor(index / reports) + 1),
    Kind: pick(kinds, index, 4),
    Status: status,
    ...(open ? { OpenDeadline: date } : {}),
    OwnerPost: `post-${index % 60}`,
    Text: `Chief constables should ${verb} how ${thing} is done in ${place}, so that people who come into contact with ${place} are treated fairly, and should ${pick(verbs, index, 7)} the outcome within six months. Item ${index}.`,
    Progress: `A working group on ${thing} met with ${pick(others, index, 2)} and agreed a plan. ${place} has begun to ${verb} its ${thing}; dip samples of forty records were taken in each of the last three quarters and shared with the board. Further work is needed before this can be closed, in particular on ${pick(things, index, 9)}. Reference zx${index}q.`,
    Due: JSON.stringify([
      { text: 'March 2020', verb: 'none', date: '2020-03-31', precision: 'month', purpose: '', tags: [] },
      { text: `Extended to ${month}`, verb: 'extended-to', date, precision: 'month', purpose: '', tags: [] },
    ]),
    PaperOrder: Math.floor(index / reports) + 1,
    NumberInferred: false,
    ImportedAs: `print-${index}`,
  }
}
