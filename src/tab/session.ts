import type { Person } from '../domain/roles.ts'

/** A signed-in person and the way to a fresh token for Microsoft Graph. */
export interface Session {
  readonly me: Person
  /** Throws `SignInNeeded` when the sign-in has run out. */
  accessToken(): Promise<string>
}

/** Thrown instead of a token when Microsoft wants to see the person again. */
export class SignInNeeded extends Error {
  constructor() {
    super('Your sign-in has run out. Sign in again to go on; what you typed is kept.')
    this.name = 'SignInNeeded'
  }
}

/** Thrown when sign-in could not be reached at all. Trying again is safe. */
export class SignInUnreachable extends Error {
  constructor() {
    super('Sign-in could not be reached. Check the network; nothing was changed.')
    this.name = 'SignInUnreachable'
  }
}

/** Signing in: first without a word, then with a window of Microsoft's that the person asked for. */
export interface SignIn {
  /** Null when the person has to do something first. Throws `SignInUnreachable` without a network. */
  silently(): Promise<Session | null>
  withPopup(): Promise<Session>
}
