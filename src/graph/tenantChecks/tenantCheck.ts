import type { Ask } from './ask.ts'

/** On whose behalf the checks ask. */
export interface Asks {
  /** Graph as the application, as the service does. */
  readonly app: Ask
  /** Graph as whoever sets up: creates lists and looks people up. */
  readonly setup: Ask
  /** Graph as the owner of the calendar. */
  readonly calendar: Ask
  /** The Bot Connector as the bot; addresses begin with `/v3/`. */
  readonly bot: Ask
}

/** What the checks may use in the tenant they look at. */
export interface CheckPlace extends Asks {
  /** `/sites/{id}` */
  readonly site: string
  /** The temporary list as a path. Throws {@link NotTried} when it could not be created. */
  list(): string
  /** The events of the calendar as a path. Throws {@link NotTried} when there is none to be used. */
  events(): string
  /** Somebody who agreed to be written to. Throws {@link NotTried} when nobody was named. */
  recipient(): string
  readonly tenantId: string
  readonly clientId: string
  readonly teamsAppId: string
  /** Says what has to be removed, as soon as it is there; it goes at the end, also after a failure. */
  undo(what: string, remove: (asks: Asks) => Promise<unknown>): void
}

/** What a check saw; `seen` holds nothing that differs from run to run, so that two records can be compared. */
export interface Look {
  readonly seen: string
  readonly agrees: boolean
  readonly note?: string
}

/** One assumption of the product about Microsoft 365 that only a real tenant can confirm. */
export interface TenantCheck {
  readonly number: number
  readonly name: string
  readonly assumed: string
  look(place: CheckPlace): Promise<Look>
}

/** A check that could not be tried; the message is a sentence that says why, or how to do it by hand. */
export class NotTried extends Error {}

/** What is kept of a check; `agrees` is null when it could not be tried. */
export interface Finding {
  readonly number: number
  readonly name: string
  readonly assumed: string
  readonly seen: string
  readonly agrees: boolean | null
  readonly note: string
}
