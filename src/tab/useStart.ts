import { QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { TabConfig } from './config.ts'
import type { Host } from './host.ts'
import { type Session, type SignIn, SignInNeeded, SignInUnreachable } from './session.ts'
import { isMissingPart } from './ui/CrashScreen.tsx'
import { refreshEvery } from './ui/freshness.ts'
import { openRowCache, type RowCache } from './ui/rowCache.tsx'
import { isOutage } from './ui/rows.tsx'
import type { Services } from './ui/services.tsx'

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
      const markExpired = () => setState((now) => (now.step === 'ready' ? { ...now, expired: true } : now))
      try {
        const { wireServices } = await import('./wire.ts')
        const { services, siteId } = await wireServices(config, watchExpiry(session, markExpired))
        const client = createQueryClient()
        const cache = await openRowCache(client, session.me.objectId, siteId)
        setState({ step: 'ready', services, client, cache, expired: false })
      } catch (error) {
        setState({ step: 'failed', error, name: session.me.name, retrying: false })
      }
    },
    [config],
  )

  const begin = useCallback(async () => {
    setState(tryOnce)
    try {
      const { createSignIn } = await import('./auth.ts')
      const made = await createSignIn(config, host.loginHint)
      setSignIn(made)
      const session = await made.silently()
      if (session) return await enter(session)
      setState({ step: 'sign-in', signIn: made, busy: false, refused: false })
    } catch (error) {
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

function watchExpiry(session: Session, onExpired: () => void): Session {
  return {
    me: session.me,
    accessToken: async () => {
      try {
        return await session.accessToken()
      } catch (thrown) {
        if (thrown instanceof SignInNeeded) onExpired()
        throw thrown
      }
    },
  }
}
