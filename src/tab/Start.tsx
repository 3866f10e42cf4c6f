import { QueryClientProvider } from '@tanstack/react-query'
import { isM365Error } from '../domain/m365Error.ts'
import type { TabConfig } from './config.ts'
import type { Host } from './host.ts'
import { Shell } from './Shell.tsx'
import { SignInScreen } from './SignInScreen.tsx'
import { AnnouncerProvider } from './ui/announcer.tsx'
import { Failure } from './ui/Failure.tsx'
import { Forbidden } from './ui/Forbidden.tsx'
import { Loading } from './ui/Loading.tsx'
import { NavigationProvider } from './ui/navigation.tsx'
import { Offline } from './ui/Offline.tsx'
import { RowCacheProvider } from './ui/rowCache.tsx'
import { isUnreachable, useStart } from './useStart.ts'

/** Signs in and hands over to the shell; each way in which that can stop has its own screen. */
export function Start({ config, host }: { config: TabConfig; host: Host }) {
  const { state, begin, askPerson } = useStart(config, host)
  if (state.step === 'starting') return <Loading what="Opening Follow-Through" />
  if (state.step === 'sign-in') {
    return (
      <SignInScreen
        loginHint={host.loginHint}
        busy={state.busy}
        refused={state.refused}
        onSignIn={() => void askPerson()}
      />
    )
  }
  if (state.step === 'failed') {
    const retry = () => void begin()
    if (isM365Error(state.error, 'forbidden')) return <Forbidden name={state.name} onRetry={retry} />
    if (isUnreachable(state.error)) return <Offline onRetry={retry} />
    return <Failure error={state.error} onRetry={retry} />
  }
  return (
    <QueryClientProvider client={state.client}>
      <RowCacheProvider cache={state.cache}>
        <NavigationProvider subPageId={host.subPageId}>
          <AnnouncerProvider>
            <Shell services={state.services} expired={state.expired} onSignInAgain={() => void askPerson()} />
          </AnnouncerProvider>
        </NavigationProvider>
      </RowCacheProvider>
    </QueryClientProvider>
  )
}
