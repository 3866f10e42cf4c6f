import { app } from '@microsoft/teams-js'
import { createRoot } from 'react-dom/client'
import { App, ThemedApp } from './App.tsx'
import { loadConfig, type TabConfig } from './config.ts'
import { type Host, type HostTheme, readTheme } from './host.ts'
import { OutsideTeams } from './OutsideTeams.tsx'
import { Failure } from './ui/Failure.tsx'

/** Teams answers within milliseconds; a frame that is not Teams never does. */
const patience = 10_000

async function openHost(config: TabConfig): Promise<Host | null> {
  if (window.parent === window) return null
  const answered = await Promise.race([
    app.initialize(config.hostOrigins).then(() => true),
    new Promise<false>((resolve) => setTimeout(resolve, patience, false)),
  ])
  if (!answered) return null
  const context = await app.getContext()
  const listeners = new Set<(theme: HostTheme) => void>()
  app.registerOnThemeChangeHandler((name) => {
    for (const listener of listeners) listener(readTheme(name))
  })
  void app.notifySuccess()
  return {
    theme: readTheme(context.app.theme),
    subPageId: context.page.subPageId || undefined,
    loginHint: context.user?.loginHint ?? context.user?.userPrincipalName,
    onThemeChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Parts that every start needs, asked for while Teams and the service still answer; whoever uses them says what went wrong. */
function fetchAhead(): void {
  for (const part of [import('./auth.ts'), import('./wire.ts')]) part.catch(() => undefined)
}

async function start(): Promise<void> {
  fetchAhead()
  const root = createRoot(document.getElementById('root') ?? document.body)
  try {
    const config = await loadConfig()
    const host = await openHost(config)
    root.render(
      host ? (
        <App config={config} host={host} />
      ) : (
        <ThemedApp theme="default">
          <OutsideTeams teamsAppId={config.teamsAppId} />
        </ThemedApp>
      ),
    )
  } catch (error) {
    root.render(
      <ThemedApp theme="default">
        <Failure error={error} onRetry={() => window.location.reload()} />
      </ThemedApp>,
    )
  }
}

void start()
