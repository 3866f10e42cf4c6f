import { Button, Dialog, DialogSurface, Spinner, Subtitle2, Text } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { type RefObject, useEffect, useImperativeHandle, useState } from 'react'
import type { Address } from '../address.ts'
import type { Person, TenantSettings } from '../tenantApi.ts'
import { teamsThemeName } from '../themes.ts'
import { ConsentDialog } from './ConsentDialog.tsx'
import { useTabStyles } from './TabPlace.styles.ts'
import { teamsContext } from './teamsContext.ts'
import { useSignInBridge } from './useSignInBridge.ts'
import { type AppState, type OpenDialog, useTabHost } from './useTabHost.ts'

/** What the window may ask of the open tab: to finish before it is closed. */
export interface TabHandle {
  readonly leave: () => Promise<void>
}

interface TabPlaceProps {
  readonly settings: TenantSettings
  readonly person: Person
  readonly address: Address
  readonly onOpen: (page: string | undefined, subPage: string | undefined) => void
  readonly onLink: (link: string) => boolean
  readonly handle: RefObject<TabHandle | null>
}

// The permissions Teams gives to a tab's frame.
const sandbox =
  'allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-pointer-lock allow-scripts allow-same-origin allow-downloads'
const silenceMs = 15_000

/** The app's tab in its frame, on another origin than this window, as in Teams. */
export function TabPlace({ settings, person, address, onOpen, onLink, handle }: TabPlaceProps) {
  const styles = useTabStyles()
  const [round, setRound] = useState(0)
  const signIn = useSignInBridge(settings, person, address.naa)
  const theme = teamsThemeName(address.theme)
  const host = useTabHost(settings.tabOrigin, theme, {
    ...signIn,
    hasSignInBridge: address.naa !== 'unavailable',
    context: (frameContext) =>
      teamsContext({
        settings,
        person,
        theme,
        page: address.page,
        subPage: address.subPage,
        frameContext,
        hostOrigin: window.location.origin,
      }),
    openLink: onLink,
    navigate: onOpen,
    openApp: (appId, page, subPage) => {
      if (appId !== settings.teamsAppId) return false
      onOpen(page, subPage)
      return true
    },
  })
  useImperativeHandle(handle, () => ({ leave: host.leave }), [host.leave])
  // A new person or a new deep link opens the tab afresh, as Teams does.
  const opened = [person.id, address.page, address.subPage, address.naa, round].join('|')
  const { restart } = host
  useEffect(() => {
    if (opened) restart()
  }, [opened, restart])

  return (
    <div className={styles.place}>
      <iframe
        key={opened}
        ref={host.content}
        className={styles.frame}
        title={settings.appName}
        src={settings.tabUrl}
        sandbox={sandbox}
        allow="clipboard-read; clipboard-write"
      />
      <TabCover
        appName={settings.appName}
        state={host.appState}
        url={settings.tabUrl}
        onRetry={() => setRound(round + 1)}
      />
      {host.dialog && <TabDialog dialog={host.dialog} frame={host.task} onDismiss={host.dismiss} />}
      <ConsentDialog question={signIn.question} appName={settings.appName} />
    </div>
  )
}

interface CoverProps {
  readonly appName: string
  readonly state: AppState
  readonly url: string
  readonly onRetry: () => void
}

function TabCover({ appName, state, url, onRetry }: CoverProps) {
  const styles = useTabStyles()
  const [silent, setSilent] = useState(false)
  useEffect(() => {
    setSilent(false)
    if (state.kind !== 'starting') return
    const timer = setTimeout(() => setSilent(true), silenceMs)
    return () => clearTimeout(timer)
  }, [state])

  if (state.kind === 'loaded' || state.kind === 'ready') return null
  if (state.kind === 'starting' && !silent) {
    return (
      <div className={styles.cover}>
        <Spinner label={`${appName} is starting`} labelPosition="below" />
      </div>
    )
  }
  return (
    <div className={styles.cover} role="alert">
      <Subtitle2 as="h2">{appName} did not start</Subtitle2>
      <Text>
        {state.kind === 'failed'
          ? (state.reason ?? 'The app reported a failure.')
          : `Nothing has answered from ${url}. Is the service running?`}
      </Text>
      <Button appearance="primary" onClick={onRetry}>
        Try again
      </Button>
    </div>
  )
}

const dialogSizes: Readonly<Record<string, number>> = { small: 300, medium: 520, large: 720 }
const pixels = (size: unknown, otherwise: number) =>
  typeof size === 'number' ? size : (dialogSizes[String(size)] ?? otherwise)

interface TabDialogProps {
  readonly dialog: OpenDialog
  readonly frame: RefObject<HTMLIFrameElement | null>
  readonly onDismiss: () => void
}

function TabDialog({ dialog, frame, onDismiss }: TabDialogProps) {
  const styles = useTabStyles()
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onDismiss()}>
      <DialogSurface
        className={styles.dialogBody}
        style={{ width: pixels(dialog.width, 640) }}
        aria-label={dialog.title || 'Dialog'}
      >
        <div className={styles.dialogHead}>
          <Subtitle2>{dialog.title}</Subtitle2>
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label="Close dialog"
            onClick={onDismiss}
          />
        </div>
        <iframe
          ref={frame}
          className={styles.dialogFrame}
          style={{ height: `min(${pixels(dialog.height, 480)}px, 80vh)` }}
          title={dialog.title || 'Dialog'}
          src={dialog.url}
          sandbox={sandbox}
          allow="clipboard-read; clipboard-write"
        />
      </DialogSurface>
    </Dialog>
  )
}
