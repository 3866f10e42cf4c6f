import * as v from 'valibot'
import {
  closedReasons,
  type Decisions,
  inspectorateStatuses,
  linkKinds,
  undecided,
} from '../../domain/decisions.ts'
import { writeJson } from './rowMapping.ts'

const day = v.nullable(v.string())

export const linksSchema = v.array(
  v.object({ kind: v.picklist(linkKinds), to: v.string(), note: v.string() }),
)

export const evidenceSchema = v.array(
  v.object({
    title: v.string(),
    link: v.string(),
    at: v.string(),
    by: v.string(),
    byObject: v.string(),
  }),
)

const signOff = v.object({
  state: v.picklist(['asked', 'agreed', 'declined']),
  askedAt: v.string(),
  askedBy: v.string(),
  askedByObject: v.string(),
  answeredAt: v.nullable(v.string()),
  answeredBy: v.string(),
  answeredByObject: v.string(),
  note: v.string(),
})

const counterparty = v.object({ body: v.string(), product: v.string(), lastChased: day, nextChase: day })

const inspectorate = v.array(
  v.object({ status: v.picklist(inspectorateStatuses), on: v.string(), note: v.string() }),
)

const restsOn = v.object({
  requirement: v.string(),
  title: v.optional(v.string(), ''),
  atLeast: v.number(),
  note: v.string(),
  standing: v.exactOptional(
    v.object({ reached: v.boolean(), on: v.string(), covered: v.number(), needed: v.number() }),
  ),
})

const extensionRequest = v.object({
  to: v.string(),
  precision: v.picklist(['day', 'month']),
  reason: v.string(),
  askedAt: v.string(),
  askedBy: v.string(),
  askedByObject: v.string(),
})

/** The decisions that nobody filters by, as one note. */
export const decisionsSchema = v.object({
  addressees: v.optional(v.array(v.string()), undecided.addressees),
  signOff: v.optional(v.nullable(signOff), null),
  demonstrationUntil: v.optional(day, null),
  rationale: v.optional(v.string(), ''),
  closedReason: v.optional(v.nullable(v.picklist(closedReasons)), null),
  counterparty: v.optional(v.nullable(counterparty), null),
  inspectorate: v.optional(inspectorate, undecided.inspectorate),
  extensionRequest: v.optional(v.nullable(extensionRequest), null),
  restsOn: v.optional(v.array(restsOn), []),
})

/** The same as it is stored; null while nothing was decided. */
export function writeDecisions(row: Decisions): string | null {
  const {
    addressees,
    signOff: asked,
    demonstrationUntil,
    rationale,
    closedReason,
    extensionRequest: later,
  } = row
  const kept = {
    ...(addressees.length > 0 && { addressees }),
    ...(asked && { signOff: asked }),
    ...(demonstrationUntil && { demonstrationUntil }),
    ...(rationale && { rationale }),
    ...(closedReason && { closedReason }),
    ...(row.counterparty && { counterparty: row.counterparty }),
    ...(row.inspectorate.length > 0 && { inspectorate: row.inspectorate }),
    ...(later && { extensionRequest: later }),
    ...(row.restsOn.length > 0 && { restsOn: row.restsOn }),
  }
  return Object.keys(kept).length === 0 ? null : writeJson(kept)
}
