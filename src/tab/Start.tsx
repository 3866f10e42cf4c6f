import { QueryClientProvider } from '@tanstack/react-query'
import { isM365Error } from '../domain/m365Error.ts'
import type { TabConfig } from './config.ts'
import type { Host } from './host.ts'
import { Shell } from './Shell.tsx'
import { SignInScreen } from './SignInScreen.tsx'
import { AnnouncerProvider } from './ui/announcer.tsx'
import { Failure } from './ui/Failure.tsx'
import { Forbidden } from './ui/Forbidden.tsx'
import { useLate } from './ui/freshness.ts'
import { Loading } from './ui/Loading.tsx'
import { NavigationProvider } from './ui/navigation.tsx'
import { Offline } from './ui/Offline.tsx'
import { RowCacheProvider } from './ui/rowCache.tsx'
import { isUnreachable, useStart } from './useStart.ts'

/** Signs in and hands over to the shell; each way in which that can stop has its own screen. */
export function Start({ config, host }: { config: TabConfig; host: Host }) {
  const { state, begin, askPerson } = useStart(config, host)
  const late = useLate(state.step === 'starting')
  if (state.step === 'starting') return <Loading what="Opening Follow-Through" late={late} />
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
    const { error, name, retrying } = state
    if (isM365Error(error, 'forbidden')) {
      return <Forbidden name={name} onRetry={retry} retrying={retrying} />
    }
    if (isUnreachable(error)) return <Offline onRetry={retry} retrying={retrying} />
    return <Failure error={error} onRetry={retry} retrying={retrying} />
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
