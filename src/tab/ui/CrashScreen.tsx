import { Component, type ReactNode, useCallback, useEffect, useState } from 'react'
import { Failure } from './Failure.tsx'
import { refreshEvery } from './freshness.ts'
import { Offline } from './Offline.tsx'

/** Whether a part of the tab itself could not be fetched: webpack's name for it. */
export function isMissingPart(error: unknown): boolean {
  return error instanceof Error && error.name === 'ChunkLoadError'
}

export interface CrashScreenProps {
  /** Fetches the page once more; it replaces this screen when that works, and rejects when it does not. */
  readonly again: () => Promise<void>
  readonly children: ReactNode
}

/** Catches a page that could not be drawn or fetched, so that the rest of the tab stays. React needs a class here. */
export class CrashScreen extends Component<CrashScreenProps, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    if (isMissingPart(error) || !window.navigator.onLine) return <NotFetched again={this.props.again} />
    return <Failure error={error} onRetry={() => window.location.reload()} />
  }
}

/** The page was not on this device yet; it is asked for again by itself, and as soon as there is a network. */
function NotFetched({ again }: { again: () => Promise<void> }) {
  const [retrying, setRetrying] = useState(false)
  const retry = useCallback(() => {
    setRetrying(true)
    again().catch(() => setRetrying(false))
  }, [again])
  useEffect(() => {
    const timer = setInterval(retry, refreshEvery)
    window.addEventListener('online', retry)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', retry)
    }
  }, [retry])
  return (
    <Offline onRetry={retry} retrying={retrying}>
      This place has not been opened before, so it has to be fetched once. What you typed is kept, and nothing
      has been lost. We try again by ourselves every half minute.
    </Offline>
  )
}
