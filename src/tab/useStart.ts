import { QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { M365Error } from '../domain/m365Error.ts'
import type { Person } from '../domain/roles.ts'
import type { TabConfig } from './config.ts'
import type { Host } from './host.ts'
import { fetchPage } from './pages.ts'
import { isSamePerson, recallPerson, rememberPerson } from './rememberedPerson.ts'
import { type Session, type SignIn, SignInNeeded, SignInUnreachable } from './session.ts'
import { isMissingPart } from './ui/CrashScreen.tsx'
import { refreshEvery } from './ui/freshness.ts'
import { readStart } from './ui/navigation.tsx'
import { openingCache, openRowCache, type RowCache } from './ui/rowCache.tsx'
import { isOutage, startReading } from './ui/rows.tsx'
import type { Services } from './ui/services.tsx'
import type { Wired } from './wire.ts'

/** How far the start has come. */
export type StartState =
  | { readonly step: 'starting' }
  | { readonly step: 'sign-in'; readonly signIn: SignIn; readonly busy: boolean; readonly refused: boolean }
  | {
      readonly step: 'failed'
      readonly error: unknown
      readonly name: string
      /** Another try is under way; the screen stays, with the keyboard where it was. */
      readonly retrying: boolean
    }
  | {
      readonly step: 'ready'
      readonly services: Services
      readonly client: QueryClient
      readonly cache: RowCache
      readonly expired: boolean
    }

/** The query client of the tab. Graph calls are repeated in `graph/retry.ts`, so nothing is repeated here. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: 5_000,
        gcTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: 'always',
      },
    },
  })
}

/** Whether the start failed for want of a network, so that trying again by itself makes sense. */
export function isUnreachable(error: unknown): boolean {
  return isOutage(error) || error instanceof SignInUnreachable || isMissingPart(error)
}

/** The state while the start is tried once more: a screen that says why it failed stays, with the keyboard on it. */
export function tryOnce(now: StartState): StartState {
  return now.step === 'failed' ? { ...now, retrying: true } : { step: 'starting' }
}

/** Signs in without a word where that is possible, then opens the site and the rows kept on this device. */
export function useStart(config: TabConfig, host: Host) {
  const [state, setState] = useState<StartState>({ step: 'starting' })
  const [signIn, setSignIn] = useState<SignIn | null>(null)

  const enter = useCallback(
    async (session: Session) => {
      const fail = (error: unknown) =>
        setState({ step: 'failed', error, name: session.me.name, retrying: false })
      const markExpired = () => setState((now) => (now.step === 'ready' ? { ...now, expired: true } : now))
      try {
        const { wireServices } = await import('./wire.ts')
        const wired = wireServices(config, watchExpiry(session, markExpired))
        const client = createQueryClient()
        const cache = await openCache(client, session.me, wired)
        readFirst(client, cache, wired.services)
        setState({ step: 'ready', services: wired.services, client, cache, expired: false })
        // With rows from an earlier visit the lists say by themselves what is wrong; without, this says it better.
        wired.siteId.catch((error: unknown) => wired.knownSiteId === null && fail(error))
      } catch (error) {
        fail(error)
      }
    },
    [config],
  )

  const begin = useCallback(async () => {
    setState(tryOnce)
    fetchPage(readStart(host.subPageId).place)
    const making = openSignIn(config, host)
    const signingIn = making.then((made) => made.silently())
    signingIn.catch(() => undefined) // It is waited for below; until then a failure is nobody's.
    const expected = recallPerson(config.clientId, host.loginHint)
    try {
      // Who was here before sees the rows kept on this device while the sign-in is under way.
      if (expected) await enter(sessionToCome(expected, making, signingIn))
      const made = await making
      setSignIn(made)
      const session = await signingIn
      if (expected && (!session || isSamePerson(expected, session.me))) return
      if (!session) return setState({ step: 'sign-in', signIn: made, busy: false, refused: false })
      rememberPerson(config.clientId, host.loginHint, session.me)
      await enter(session)
    } catch (error) {
      // The rows are on the screen, and say by themselves that they are old.
      if (expected && error instanceof SignInUnreachable) return
      setState({ step: 'failed', error, name: host.loginHint ?? 'you', retrying: false })
    }
  }, [config, host, enter])

  const askPerson = useCallback(async () => {
    if (!signIn) return
    setState((now) => (now.step === 'sign-in' ? { ...now, busy: true } : now))
    try {
      const session = await signIn.withPopup()
      setState((now) => (now.step === 'ready' ? { ...now, expired: false } : now))
      await enter(session)
    } catch {
      setState((now) => (now.step === 'sign-in' ? { ...now, busy: false, refused: true } : now))
    }
  }, [signIn, enter])

  useEffect(() => void begin(), [begin])
  useEffect(() => {
    if (state.step !== 'failed' || state.retrying || !isUnreachable(state.error)) return
    const again = setTimeout(() => void begin(), refreshEvery)
    return () => clearTimeout(again)
  }, [state, begin])
  return { state, begin, askPerson }
}

async function openSignIn(config: TabConfig, host: Host): Promise<SignIn> {
  const { createSignIn } = await import('./auth.ts')
  return createSignIn(config, host.loginHint)
}

/** The rows of the site as the last visit knew it, or a cache that opens as soon as a first visit knows the site. */
async function openCache(client: QueryClient, me: Person, wired: Wired): Promise<RowCache> {
  const open = (siteId: string) => openRowCache(client, me.objectId, siteId)
  return wired.knownSiteId === null ? openingCache(wired.siteId.then(open)) : open(wired.knownSiteId)
}

/** Asks for what nearly every place shows, before the first of them is drawn. */
function readFirst(client: QueryClient, cache: RowCache, services: Services): void {
  const deps = { client, cache, clock: services.clock }
  startReading(deps, 'recommendations', services.recommendations)
  startReading(deps, 'reports', services.reports)
  startReading(deps, 'posts', services.posts)
}

/** The session of somebody who is being signed in: what they ask for waits until then, and tries again later. */
function sessionToCome(me: Person, signIn: Promise<SignIn>, first: Promise<Session | null>): Session {
  let coming: Promise<Session | null> | null = first
  return {
    me,
    accessToken: async () => {
      coming ??= signIn.then((made) => made.silently())
      const session = await coming.catch((thrown: unknown) => {
        coming = null
        throw thrown instanceof SignInUnreachable ? new M365Error('unavailable', thrown.message) : thrown
      })
      if (!session) throw new SignInNeeded()
      return session.accessToken()
    },
  }
}

/** A sign-in that has run out says nothing of what the person may see: the rows stay, and the shell asks for it. */
function watchExpiry(session: Session, onExpired: () => void): Session {
  return {
    me: session.me,
    accessToken: async () => {
      try {
        return await session.accessToken()
      } catch (thrown) {
        if (!(thrown instanceof SignInNeeded)) throw thrown
        onExpired()
        throw new M365Error('unavailable', thrown.message)
      }
    },
  }
}
