import type { Contact } from '../../../src/domain/contact.ts'
import type { Course, CourseRun } from '../../../src/domain/course.ts'
import { undetailed } from '../../../src/domain/courseDetails.ts'
import { undecided } from '../../../src/domain/decisions.ts'
import type { PlaceDispute } from '../../../src/domain/dispute.ts'
import type { Exercise } from '../../../src/domain/exercise.ts'
import { unplanned } from '../../../src/domain/exercisePlan.ts'
import type { Feedback } from '../../../src/domain/feedback.ts'
import type { Paper, PaperPart } from '../../../src/domain/paper.ts'
import type { Post } from '../../../src/domain/post.ts'
import type { Change, Recommendation } from '../../../src/domain/recommendation.ts'
import type { Report } from '../../../src/domain/report.ts'
import { emptyRun } from '../../../src/domain/runPlaces.ts'
import type { Setting } from '../../../src/domain/setting.ts'
import { contactStore } from '../../../src/graph/lists/contacts.ts'
import { courseStore } from '../../../src/graph/lists/courses.ts'
import { disputeStore } from '../../../src/graph/lists/disputes.ts'
import { exerciseStore } from '../../../src/graph/lists/exercises.ts'
import { feedbackStore } from '../../../src/graph/lists/feedback.ts'
import { paperPartStore } from '../../../src/graph/lists/paperParts.ts'
import { paperStore } from '../../../src/graph/lists/papers.ts'
import { postStore } from '../../../src/graph/lists/posts.ts'
import { recommendationStore } from '../../../src/graph/lists/recommendations.ts'
import { ledgerStore } from '../../../src/graph/lists/reminderLedger.ts'
import { reportStore } from '../../../src/graph/lists/reports.ts'
import { runStore } from '../../../src/graph/lists/runs.ts'
import { settingStore } from '../../../src/graph/lists/settings.ts'
import type { SiteContext } from '../../../src/graph/site.ts'
import type { Created, LedgerEntry, ReadRows } from '../../../src/usecases/ports.ts'
import { startListStub } from '../listStub.ts'

const at = '2021-06-01T09:00:00.000Z'
const history: Change[] = [
  { at, by: 'A B', byObject: 'o-1', field: 'progress', from: 'a', to: 'b', via: 'tab' },
]
const report: Report = {
  ...{ key: 'r', title: 'A report', typeLine: 'National', narrative: 'Two\n\nparagraphs.', order: 2 },
  ...{
    published: { text: '11 March 2021', date: '2021-03-11', precision: 'day' },
    claims: ['One.'],
    importedAs: 'f',
  },
  ...{ source: 'coroner', scope: 'force', publishers: ['Coroner'] },
  clocks: [
    {
      ...{
        kind: 'coroner',
        from: '2021-03-11',
        setTo: null,
        extensionAskedOn: '2021-04-01',
        stoppedOn: null,
      },
      ...{ resumedOn: null, respondedOn: '2021-05-01', publishedOn: null, note: 'N' },
    },
  ],
}
const undated: Report = { ...report, published: { text: '', date: null, precision: null }, claims: [] }
const recommendation: Recommendation = {
  ...{ key: 'r/1', reportKey: 'r', number: '1', numberInferred: true, order: 1, kind: 'cause-of-concern' },
  ...{ status: 'NEW GREEN', text: 'T', progress: '', ownerPost: 'p', history, importedAs: 'f' },
  restsOn: [
    {
      ...{ requirement: 'q', title: 'T', atLeast: 95, note: 'N' },
      standing: { reached: true, on: '2021-06-01', covered: 95, needed: 100 },
    },
  ],
  elements: [{ label: '[1]', text: 'E', status: null, comment: '' }],
  due: [{ text: 'To be set', verb: 'none', date: null, precision: null, purpose: '', tags: ['completed'] }],
  doubts: [{ code: 'number-inferred', message: 'M', line: 3 }],
  ...{ applies: 'in-part', addressees: ['Chief constables'], rationale: 'R', closedReason: 'overtaken' },
  links: [{ kind: 'aligned', to: 'r/2', note: 'N' }],
  evidence: [{ title: 'E', link: 'https://e.example', at, by: 'A B', byObject: 'o-1' }],
  signOff: {
    ...{ state: 'asked', askedAt: at, askedBy: 'A B', askedByObject: 'o-1' },
    ...{ answeredAt: null, answeredBy: '', answeredByObject: '', note: '' },
  },
  demonstrationUntil: '2021-09-30',
  counterparty: { body: 'College', product: 'Guidance', lastChased: null, nextChase: '2021-07-01' },
  inspectorate: [{ status: 'being-progressed', on: '2021-05-01', note: '' }],
  extensionRequest: {
    ...{ to: '2021-09-30', precision: 'month', reason: 'R', askedAt: at },
    ...{ askedBy: 'A B', askedByObject: 'o-1' },
  },
}
const changedHere: Recommendation = {
  ...recommendation,
  ...undecided,
  due: [
    {
      ...{
        text: 'Now July 2021',
        verb: 'now',
        date: '2021-07-31',
        precision: 'month',
        purpose: '',
        tags: [],
      },
      change: {
        at,
        by: 'A B',
        byObject: 'o-1',
        reason: 'R',
        event: '',
        agreedBy: 'C D',
        reportedTo: ['PAB'],
      },
    },
  ],
  history: [{ ...{ at, by: 'A B', byObject: 'o-1', from: '', to: 'x' }, field: 'due', via: 'tab', why: 'W' }],
}
const paper: Paper = {
  ...{ key: 'pab', board: 'PAB', meetingDate: '2021-06-16', cutOff: '2021-06-01', marking: 'OFFICIAL' },
  ...{ state: 'frozen', frozenAt: at, frozenBy: 'o-1', frozenByName: 'A B', parts: 2, contentPrint: 'f' },
  typedClaims: { r: 'One.' },
}
const part: PaperPart = { key: 'pab/001', paperKey: 'pab', number: 1, content: '{"reports":' }
const setting: Setting = { key: 'view/late', value: '{"a":1}', changedBy: 'o-1', changedByName: 'A B' }
const holder = { objectId: 'o-1', name: 'A B', address: 'a@b.example' }
const post: Post = { key: 'p', title: 'Head', unit: 'Unit', holder, deputy: null, headOfUnit: holder }
const vacant: Post = { ...post, holder: null, deputy: holder }
const course: Course = {
  ...undetailed,
  ...{
    key: 'c',
    title: 'C',
    audience: ['All'],
    mandatory: true,
    selfApply: false,
    assessed: true,
    canFail: false,
  },
  ...{ length: 'a day', frequency: 'once', mode: 'blended', provider: 'L&D', trainers: '' },
  ...{ externalInputs: [], about: 'About it' },
}
const run: CourseRun = {
  ...emptyRun,
  ...{
    key: 'c/1',
    courseKey: 'c',
    date: '2021-07-01',
    start: '09:00',
    end: '16:30',
    venue: 'Here',
    capacity: 12,
  },
}
const exercise: Exercise = {
  ...unplanned,
  ...{ key: 'e', type: 'SPASE', unit: 'U', boroughs: ['A', 'B and C'], date: '2021-07-01', start: '09:00' },
  ...{ end: '16:00', venue: 'V', roomAddress: '', internalNote: 'not for others', history },
  invitees: [
    {
      ...{ role: 'R', organisation: 'O', side: 'partner', required: true, state: 'known' },
      ...{ name: 'N', address: 'n@p.example', response: 'tentative' },
    },
  ],
  invitation: {
    ...{ state: 'sent', revision: 1, organiser: 'o-1', organiserName: 'A B', eventRef: 'x', at, invited: 1 },
    answersReadAt: at,
  },
}
const fullExercise: Exercise = {
  ...exercise,
  ...{ status: 'confirmed', changedWhy: 'W', scenarios: ['S'], agenda: 'A\nB', joining: 'J', mailbox: 'm@x' },
  ...{ facilitators: [{ name: 'F', address: 'f@x' }], onlinePart: { start: '10:00', end: '11:00' } },
  ...{ copiedFrom: 'e0', keepUntil: '2027-07-01' },
  invitees: exercise.invitees.map((one) => ({
    ...one,
    ...{
      personRef: 'p',
      sector: 'health',
      condition: 'C',
      panel: true,
      chased: [at],
      attended: 'substitute',
    },
    standIn: { name: 'D', address: 'd@x', response: 'accepted', at, by: 'A B' },
  })),
  requests: [
    {
      ...{ person: 'o-2', personName: 'C D', at, note: 'N', state: 'agreed' },
      ...{ answeredAt: at, answeredBy: 'A B', answer: 'Yes' },
    },
  ],
  debrief: {
    ...{ notes: 'N', at, by: 'A B', decisions: [{ text: 'D', agreedBy: ['Nurse'] }] },
    learning: [
      { text: 'L', became: { kind: 'course-request', key: 'c' } },
      { text: 'M', became: null },
    ],
  },
}
const contact: Contact = {
  key: 'n@p',
  organisation: 'O',
  role: 'R',
  name: 'N',
  address: 'n@p',
  boroughs: ['A'],
  ...{ sector: "children's services", deputyName: 'D', deputyAddress: 'd@p' },
  ...{ lastConfirmed: '2021-05-01', keepUntil: '2023-05-01', headquarters: ['A'], vacantSince: null },
  history: [{ at, by: 'A B', byObject: 'o-1', does: 'changed', what: 'name', why: 'W' }],
}
const vacantContact: Contact = {
  ...{ key: 'o/r', organisation: 'O', role: 'R', name: '', address: '', boroughs: [] },
  ...{ lastConfirmed: null, keepUntil: null, headquarters: [], vacantSince: '2021-05-01', history: [] },
}
const entry: LedgerEntry = {
  ...{ key: 'k', recommendation: 'r/1', recommendationRef: '7', rule: 'overdue', deadline: '2021-06-16' },
  ...{ person: 'o-1', personName: 'A B', state: 'sent', claimedAt: at, sentAt: at },
  ...{
    conversation: 'a:1',
    activity: '1',
    note: '',
    run: 'run-1',
    forDay: '2021-06-16',
    progressSeen: 'ab12',
    channel: 'mail' as const,
    why: 'They hold the post.',
    acknowledgedAt: '2021-06-16T09:00:00.000Z',
    notMineAt: '2021-06-16T09:01:00.000Z',
    notMineWhose: 'Head of Custody',
  },
}
const answer: Feedback = {
  ...{ key: 'f', runKey: 'c/1', courseKey: 'c', stage: 'three-months', useful: 5, applied: null },
  ...{ recommend: 1, comment: 'More time', answeredOn: '2021-10-01' },
}
const dispute: PlaceDispute = {
  ...{ key: 'd', runKey: 'c/1', agencies: ['A', 'B'], note: 'N', raisedBy: 'A B', raisedAt: at },
  ...{ decision: 'Two each', decidedBy: 'C D', decidedAt: at, history },
}

interface AnyStore<T> {
  create(value: T): Promise<Created<T>>
  all(): Promise<ReadRows<T>>
}
interface Case {
  readonly title: string
  readonly roundTrip: (site: SiteContext) => Promise<unknown>
  readonly value: unknown
}
function roundTrip<T>(title: string, open: (site: SiteContext) => AnyStore<T>, value: T): Case {
  return {
    title,
    value,
    roundTrip: async (site) => {
      const store = open(site)
      await store.create(value)
      const read = await store.all()
      expect(read.unreadable).toEqual([])
      return read.rows[0]?.value
    },
  }
}

test.each([
  roundTrip('Reports', reportStore, report),
  roundTrip('Reports', reportStore, undated),
  roundTrip('Recommendations', recommendationStore, recommendation),
  roundTrip('Recommendations', recommendationStore, changedHere),
  roundTrip('Papers', paperStore, paper),
  roundTrip('Papers', paperStore, { ...paper, state: 'draft', frozenAt: null, parts: 0, typedClaims: {} }),
  roundTrip('PaperParts', paperPartStore, part),
  roundTrip('Settings', settingStore, setting),
  roundTrip('Posts', postStore, post),
  roundTrip('Posts', postStore, vacant),
  roundTrip('Courses', courseStore, course),
  roundTrip('Runs', runStore, run),
  roundTrip('Exercises', exerciseStore, exercise),
  roundTrip('Exercises', exerciseStore, { ...exercise, invitation: null, invitees: [], history: [] }),
  roundTrip('Exercises', exerciseStore, fullExercise),
  roundTrip('Contacts', contactStore, contact),
  roundTrip('Contacts', contactStore, vacantContact),
  roundTrip('Feedback', feedbackStore, answer),
  roundTrip('Feedback', feedbackStore, { ...answer, useful: null, recommend: null, answeredOn: null }),
  roundTrip('Disputes', disputeStore, dispute),
  roundTrip('Disputes', disputeStore, { ...dispute, decision: '', decidedBy: '', decidedAt: null }),
  roundTrip('ReminderLedger', ledgerStore, entry),
  roundTrip('ReminderLedger', ledgerStore, { ...entry, state: 'claimed', sentAt: null }),
])('a row of $title comes back as it was written', async (one) => {
  const list = await startListStub(one.title)
  try {
    expect(await one.roundTrip(list.site)).toEqual(one.value)
  } finally {
    await list.stop()
  }
})
