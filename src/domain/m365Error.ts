/** The ways in which Microsoft 365 says no, as far as our decisions differ. */
export const m365ErrorKinds = [
  'conflict',
  'forbidden',
  'missing',
  'throttled',
  'unavailable',
  'unexpected',
] as const
export type M365ErrorKind = (typeof m365ErrorKinds)[number]

/**
 * The one failure type for Microsoft 365. It carries a sentence for people, never a token or a body.
 * Made only by `graph/`, the bot's messenger and the tab's sign-in; it lives here because both sides of the ports
 * need it.
 */
export class M365Error extends Error {
  readonly kind: M365ErrorKind
  readonly status: number | null
  readonly code: string | null
  readonly requestId: string | null

  constructor(
    kind: M365ErrorKind,
    message: string,
    facts: { status?: number | null; code?: string | null; requestId?: string | null } = {},
  ) {
    super(message)
    this.name = 'M365Error'
    this.kind = kind
    this.status = facts.status ?? null
    this.code = facts.code ?? null
    this.requestId = facts.requestId ?? null
  }
}

/** Says whether something thrown is a failure of Microsoft 365 of the given kind (any kind when left out). */
export function isM365Error(thrown: unknown, kind?: M365ErrorKind): thrown is M365Error {
  return thrown instanceof M365Error && (kind === undefined || thrown.kind === kind)
}
