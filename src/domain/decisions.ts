import type { Instant, IsoDate } from './calendarDays.ts'
import type { RestsOn } from './cover.ts'
import type { ExtensionRequest } from './extensionRequest.ts'

/** Whether a recommendation applies to the force. It cannot be read from the colour: some WHITE rows do apply. */
export const appliesWords = ['yes', 'in-part', 'no'] as const
export type Applies = (typeof appliesWords)[number]

/** Why something ended without being implemented. */
export const closedReasons = ['overtaken', 'not-applicable', 'undeliverable'] as const
export type ClosedReason = (typeof closedReasons)[number]

/** Something that shows that it was done. The link is untrusted: it is only ever shown as a link to http or https. */
export interface Evidence {
  readonly title: string
  readonly link: string
  readonly at: Instant
  readonly by: string
  readonly byObject: string
}

/** A second person's word that it is done. Asked for by one, given or declined by another. */
export interface SignOff {
  readonly state: 'asked' | 'agreed' | 'declined'
  readonly askedAt: Instant
  readonly askedBy: string
  readonly askedByObject: string
  /** Null until it was answered. */
  readonly answeredAt: Instant | null
  readonly answeredBy: string
  readonly answeredByObject: string
  readonly note: string
}

/** The body that a WHITE row waits for, and what for. */
export interface Counterparty {
  readonly body: string
  readonly product: string
  readonly lastChased: IsoDate | null
  readonly nextChase: IsoDate | null
}

/** What the inspectorate itself says of a recommendation, in the words of its own published record. */
export const inspectorateStatuses = [
  'awaiting-review',
  'being-progressed',
  'complete',
  'not-accepted',
] as const
export type InspectorateStatus = (typeof inspectorateStatuses)[number]

/** One dated word of the inspectorate; the newest is its status now. */
export interface InspectorateWord {
  readonly status: InspectorateStatus
  readonly on: IsoDate
  readonly note: string
}

/** How two recommendations hang together. */
export const linkKinds = ['aligned', 'same-subject', 'depends-on', 'see'] as const
export type LinkKind = (typeof linkKinds)[number]

/** A reference to another recommendation, whether the register holds it or not. */
export interface RowLink {
  readonly kind: LinkKind
  /** Key of the row, or what the paper calls it where the register does not hold it. */
  readonly to: string
  readonly note: string
}

/** All that people decide about a recommendation beside its status, text and deadline. */
export interface Decisions {
  /** Null until somebody decided. */
  readonly applies: Applies | null
  readonly addressees: readonly string[]
  readonly links: readonly RowLink[]
  readonly evidence: readonly Evidence[]
  readonly signOff: SignOff | null
  /** Green is held back until this day, to see whether it lasts. */
  readonly demonstrationUntil: IsoDate | null
  /** Why it is RED: missed, cannot, will not. */
  readonly rationale: string
  readonly closedReason: ClosedReason | null
  readonly counterparty: Counterparty | null
  /** Oldest first. */
  readonly inspectorate: readonly InspectorateWord[]
  /** A later deadline that was asked for; null when none is waiting for an answer. */
  readonly extensionRequest: ExtensionRequest | null
  /** The training that it rests on: green is held back until the cover is reached. */
  readonly restsOn: readonly RestsOn[]
}

/** A recommendation about which nothing was decided yet. */
export const undecided: Decisions = {
  applies: null,
  addressees: [],
  links: [],
  evidence: [],
  signOff: null,
  demonstrationUntil: null,
  rationale: '',
  closedReason: null,
  counterparty: null,
  inspectorate: [],
  extensionRequest: null,
  restsOn: [],
}
