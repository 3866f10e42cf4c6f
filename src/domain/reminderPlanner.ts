import { daysBetween, type IsoDate } from './calendarDays.ts'
import { timesExtended } from './dueLedger.ts'
import { decidersFor, escalatedTo, type LadderPlace, ladderOf } from './escalation.ts'
import type { Post, PostHolder } from './post.ts'
import type { Recommendation } from './recommendation.ts'
import {
  type LedgerMark,
  type Reason,
  type ReminderLine,
  reminderLedgerKey,
  type UnaddressedRow,
} from './reminderLines.ts'
import { policyFor, type ReminderPolicies, type ReminderPolicy } from './reminderPolicy.ts'
import { clockTriggers, type Trigger, triggersOf } from './reminderTriggers.ts'
import type { Report } from './report.ts'
import { type TrainingDue, trainingKey } from './trainingReminders.ts'
import { type DaysOff, workingDaysBefore } from './workingDays.ts'

/** A row with its place in the list. */
export interface PlannedRow {
  readonly id: string
  readonly value: Recommendation
}

/** What is to be said to one person, before it is known whether it goes out today. */
export interface Addressed {
  readonly person: PostHolder
  readonly line: ReminderLine
}

/** The ledger by key, by row and by person, and what is found while the rows are gone through. */
export class ReminderPlanner {
  readonly addressed: Addressed[] = []
  readonly unaddressed: UnaddressedRow[] = []
  readonly byKey: ReadonlyMap<string, LedgerMark>
  readonly byPerson: ReadonlyMap<string, readonly LedgerMark[]>
  private readonly byRow: ReadonlyMap<string, readonly LedgerMark[]>
  private readonly postByKey: ReadonlyMap<string, Post>
  private readonly posts: readonly Post[]
  private readonly secretary: Post | null
  private readonly policies: ReminderPolicies
  private readonly daysOff: DaysOff
  private readonly today: IsoDate

  constructor(
    posts: readonly Post[],
    ledger: readonly LedgerMark[],
    policies: ReminderPolicies,
    daysOff: DaysOff,
    today: IsoDate,
  ) {
    this.posts = posts
    this.policies = policies
    this.daysOff = daysOff
    this.today = today
    this.postByKey = new Map(posts.map((post) => [post.key, post]))
    this.secretary = this.postByKey.get(policies.rules.secretaryPost) ?? null
    this.byKey = new Map(ledger.map((mark) => [mark.key, mark]))
    this.byRow = Map.groupBy(ledger, (mark) => mark.recommendation)
    this.byPerson = Map.groupBy(ledger, (mark) => mark.person)
  }

  addRow(row: PlannedRow): void {
    const policy = policyFor(this.policies, row.value.reportKey, row.value.key)
    for (const trigger of triggersOf(row.value, policy, this.daysOff, this.today)) {
      if (trigger.kind === 'decision') this.addDecision(row, trigger)
      else this.addOwned(row, trigger, policy)
      if (trigger.kind === 'cover') this.tellSecretary(row, trigger)
    }
  }

  addReport(report: Report): void {
    const policy = policyFor(this.policies, report.key, null)
    for (const trigger of clockTriggers(report, policy, this.daysOff, this.today)) {
      const clock = { reportKey: report.key, reportTitle: report.title, kind: trigger.clockKind }
      const subject = { recommendation: report.key, rowRef: '', row: null, clock, extended: 0 }
      const ladder = ladderOf(this.secretary, null)
      if (ladder.length === 0)
        this.unaddressed.push(nobody(report.key, trigger.deadline, 'vacant-post', this.secretary))
      this.climb(ladder, trigger, subject, this.secretary?.title ?? '', 'owns')
    }
  }

  /** Training that a person needs themselves. */
  addTraining({ person, rule, subject, by }: TrainingDue): void {
    const reason: Reason = {
      ...{ person: person.name, rung: 'holder', postTitle: '', because: 'needs', other: '', silence: 0 },
    }
    const of = {
      recommendation: trainingKey(subject.requirement),
      rowRef: '',
      row: null,
      clock: null,
      extended: 0,
    }
    const trigger = { rule, occurrence: 1, mark: rule, version: by, deadline: by, kind: 'owner' } as const
    this.addressed.push({ person, line: { ...this.lineFor(person, trigger, of, reason), training: subject } })
  }

  /** Beside whoever owns a row, the board secretary hears at once of training that has fallen. */
  private tellSecretary({ id, value: row }: PlannedRow, trigger: Trigger): void {
    const person = this.secretary?.holder ?? this.secretary?.deputy
    if (!person) return
    const postTitle = this.postByKey.get(row.ownerPost ?? '')?.title ?? this.secretary?.title ?? ''
    const reason: Reason = {
      ...{ person: person.name, rung: 'secretary', postTitle, because: 'owns', other: '', silence: 0 },
    }
    this.addressed.push({ person, line: this.lineFor(person, trigger, subjectOf(id, row), reason) })
  }

  private addDecision({ id, value: row }: PlannedRow, trigger: Trigger): void {
    const asked = trigger.rule === 'extension-waiting' ? row.extensionRequest : row.signOff
    const deciders = decidersFor(row, this.posts, asked?.askedByObject, this.policies.rules.secretaryPost)
    if (deciders.length === 0) {
      const post = this.postByKey.get(row.ownerPost ?? '') ?? null
      this.unaddressed.push(nobody(row.key, trigger.deadline, 'vacant-post', this.secretary ?? post))
    }
    for (const { person, rung, postTitle } of deciders) {
      const reason: Reason = {
        ...{ person: person.name, rung, postTitle },
        ...{ because: 'decides', other: asked?.askedBy ?? '', silence: 0 },
      }
      const line = this.lineFor(person, trigger, subjectOf(id, row), reason)
      this.addressed.push({ person, line })
      if (this.byKey.get(line.key)?.state !== 'unreachable') return
    }
  }

  private addOwned({ id, value: row }: PlannedRow, trigger: Trigger, policy: ReminderPolicy): void {
    const post = row.ownerPost === null ? null : (this.postByKey.get(row.ownerPost) ?? null)
    const orphan = row.ownerPost === null && trigger.kind === 'chase'
    const ladder = orphan ? ladderOf(null, this.secretary) : post ? ladderOf(post, this.secretary) : []
    if (ladder.length === 0) {
      const code = post ? 'vacant-post' : row.ownerPost === null ? 'no-owner' : 'unknown-post'
      this.unaddressed.push(nobody(row.key, trigger.deadline, code, post, row.ownerPost))
      return
    }
    const title = (orphan ? this.secretary?.title : post?.title) ?? ''
    const told = this.climb(ladder, trigger, subjectOf(id, row), title, orphan ? 'no-owner' : 'owns')
    if (trigger.kind === 'deadline') this.escalate(id, row, trigger, policy, ladder.slice(told), title)
  }

  /**
   * Tells the lowest place of a ladder, and at once the next one where somebody cannot be reached or says that it is not
   * theirs. Who owns the row stays as it is.
   * @returns the place of the person who is told in the end
   */
  private climb(
    ladder: readonly LadderPlace[],
    trigger: Trigger,
    subject: Subject,
    postTitle: string,
    first: 'owns' | 'no-owner',
  ): number {
    let other = ''
    let below: 'unreachable' | 'not-mine' | null = null
    for (const [at, { person, rung }] of ladder.entries()) {
      const lowest = rung === 'holder' || first === 'no-owner' ? first : 'vacant'
      const because: Reason['because'] = below ?? lowest
      const reason: Reason = { person: person.name, rung, postTitle, because, other, silence: 0 }
      const line = this.lineFor(person, trigger, subject, reason)
      this.addressed.push({ person, line })
      below = this.outOf(person, line)
      if (below === null) return at
      other = person.name
    }
    return ladder.length
  }

  /** Why a reminder goes up from a person at once; null when it rests with them. */
  private outOf(person: PostHolder, line: ReminderLine): 'unreachable' | 'not-mine' | null {
    if (this.byKey.get(line.key)?.state === 'unreachable') return 'unreachable'
    const ownerSince = line.row?.history.findLast((change) => change.field === 'owner')?.at ?? ''
    const marks = this.byRow.get(line.recommendation) ?? []
    const denied = marks.some(
      (mark) => mark.person === person.objectId && (mark.notMineAt ?? '') > ownerSince,
    )
    return denied ? 'not-mine' : null
  }

  private escalate(
    id: string,
    row: Recommendation,
    trigger: Trigger,
    policy: ReminderPolicy,
    ladder: readonly LadderPlace[],
    postTitle: string,
  ): void {
    const told = ladder[0]
    if (!told) return
    const lineFor = (place: LadderPlace, silence: number): ReminderLine => {
      const rule = place.rung === 'holder' ? 'overdue' : (`escalated-${place.rung}` as const)
      const reason: Reason = {
        ...{ person: place.person.name, rung: place.rung, postTitle },
        ...{ because: 'no-answer', other: told.person.name, silence },
      }
      return this.lineFor(
        place.person,
        { ...trigger, rule, mark: rule, occurrence: 1 },
        subjectOf(id, row),
        reason,
      )
    }
    const silence = {
      ...{ row, version: trigger.version, ladder, offsets: policy.ladder, ladderFrom: policy.ladderFrom },
      putOffSince: this.putOffSince(told.person, trigger.deadline, policy),
    }
    const unreachable = (place: LadderPlace) => this.byKey.get(lineFor(place, 0).key)?.state === 'unreachable'
    const marks = this.byRow.get(row.key) ?? []
    for (const place of escalatedTo(silence, marks, this.daysOff, this.today, unreachable))
      this.addressed.push({ person: place.person, line: lineFor(place, place.silence) })
  }

  /** Whoever puts reminders off is not told, and the ladder must not wait for that. */
  private putOffSince(person: PostHolder, deadline: IsoDate, policy: ReminderPolicy): IsoDate | null {
    const until = this.policies.preferences.get(person.objectId)?.snoozeUntil ?? null
    if (until === null || this.today >= until) return null
    return workingDaysBefore(deadline, policy.ladderFrom, this.daysOff)
  }

  private lineFor(person: PostHolder, trigger: Trigger, subject: Subject, reason: Reason): ReminderLine {
    const { rule, occurrence, deadline } = trigger
    const key = reminderLedgerKey(subject.recommendation, trigger.mark, trigger.version, person.objectId)
    const daysLeft = daysBetween(this.today, deadline)
    return { key, rule, occurrence, ...subject, deadline, daysLeft, reason }
  }
}

type Subject = Pick<ReminderLine, 'recommendation' | 'rowRef' | 'row' | 'clock' | 'extended'>

function subjectOf(rowRef: string, row: Recommendation): Subject {
  return { recommendation: row.key, rowRef, row, clock: null, extended: timesExtended(row.due) }
}

function nobody(
  key: string,
  deadline: IsoDate,
  code: UnaddressedRow['code'],
  post: Post | null,
  ownerPost: string | null = null,
): UnaddressedRow {
  const reasons: Readonly<Record<UnaddressedRow['code'], string>> = {
    'no-owner': 'No post owns this row yet.',
    'unknown-post': `The owning post ${ownerPost} is not in the Posts list.`,
    'vacant-post': post
      ? `The post ${post.title} is vacant, and there is nobody above it.`
      : 'There is no post for the board secretary.',
  }
  return { key, deadline, code, reason: reasons[code] }
}
