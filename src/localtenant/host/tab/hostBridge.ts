import { clientSupportedSdkVersion, runtimeOf } from './runtime.ts'
import type { FrameContext } from './teamsContext.ts'

/** A frame the host has opened and the one place messages to it go. */
export interface HostFrame {
  readonly frameContext: FrameContext
  readonly post: (message: unknown) => void
}

/** What the host does for the tab; a rejected promise is answered to the tab as a failure. */
export interface HostActions {
  /** Whether this host offers nested app authentication at all. */
  readonly hasSignInBridge: boolean
  readonly context: (frameContext: FrameContext) => unknown
  /** Opens a link; false when the host will not. */
  readonly openLink: (link: string) => boolean
  readonly navigate: (pageId: string | undefined, subPageId: string | undefined) => void
  readonly openApp: (appId: string, pageId: string | undefined, subPageId: string | undefined) => boolean
  readonly openDialog: (info: {
    url: string
    title?: string
    width?: unknown
    height?: unknown
  }) => Promise<unknown>
  readonly closeDialog: (result: unknown) => void
  readonly authToken: () => Promise<string>
  readonly nestedAppAuth: (json: unknown) => Promise<string | undefined>
  readonly appState: (state: 'loaded' | 'ready' | 'failed', reason?: string) => void
  readonly readyToUnload: () => void
}

interface TabMessage {
  readonly id?: number
  readonly uuidAsString?: string
  readonly func?: string
  readonly args?: readonly unknown[]
  readonly data?: unknown
}

type Reply = readonly unknown[] | undefined
type Handler = (message: TabMessage, frame: HostFrame) => Reply | Promise<Reply>

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function pageHandlers(actions: HostActions): Record<string, Handler> {
  return {
    executeDeepLink: ({ args }) =>
      actions.openLink(String(args?.[0] ?? '')) ? [true] : [false, 'This link cannot be opened here.'],
    'pages.navigateToApp': ({ args }) => {
      const to = record(args?.[0])
      const app = text(to.appId) ?? text(record(to.appId).appIdAsString) ?? ''
      const opened = actions.openApp(app, text(to.pageId), text(to.subPageId))
      return opened ? [true] : [false, 'That app is not here.']
    },
    'pages.currentApp.navigateTo': ({ args }) => {
      const to = record(args?.[0])
      actions.navigate(text(to.pageId), text(to.subPageId))
      return [undefined, undefined]
    },
    'pages.currentApp.navigateToDefaultPage': () => {
      actions.navigate(undefined, undefined)
      return [undefined, undefined]
    },
  }
}

function dialogHandlers(actions: HostActions): Record<string, Handler> {
  return {
    'tasks.startTask': async ({ args }) => {
      const info = record(args?.[0])
      try {
        const { url, title, width, height } = info
        return [null, await actions.openDialog({ url: String(url ?? ''), title: text(title), width, height })]
      } catch (error) {
        return [reason(error), null]
      }
    },
    'tasks.completeTask': ({ args }) => {
      actions.closeDialog(args?.[0])
      return undefined
    },
  }
}

function appHandlers(
  actions: HostActions,
  themed: Set<HostFrame>,
  leaving: Set<HostFrame>,
): Record<string, Handler> {
  return {
    // The runtime is the fourth argument and a version the third: teams-js adds the sign-in bridge from the fourth.
    initialize: (_message, frame) => [
      frame.frameContext,
      'web',
      clientSupportedSdkVersion,
      JSON.stringify(runtimeOf(actions.hasSignInBridge)),
    ],
    getContext: (_message, frame) => [actions.context(frame.frameContext)],
    registerHandler: ({ args }, frame) => {
      if (args?.[0] === 'themeChange') themed.add(frame)
      if (args?.[0] === 'beforeUnload') leaving.add(frame)
      return undefined
    },
    readyToUnload: () => {
      actions.readyToUnload()
      return undefined
    },
    'appInitialization.appLoaded': () => {
      actions.appState('loaded')
      return undefined
    },
    'appInitialization.success': () => {
      actions.appState('ready')
      return undefined
    },
    'appInitialization.failure': ({ args }) => {
      actions.appState('failed', text(args?.[1]) ?? text(args?.[0]))
      return undefined
    },
    'authentication.getAuthToken': async () => {
      try {
        return [true, await actions.authToken()]
      } catch (error) {
        return [false, reason(error)]
      }
    },
    'nestedAppAuth.execute': async ({ data }) => {
      const answer = await actions.nestedAppAuth(data)
      return answer === undefined ? undefined : ['nestedAppAuth', answer]
    },
  }
}

export interface HostBridge {
  /** Answers one message of a frame; messages this host does not know are left unanswered, as by Teams. */
  readonly receive: (message: unknown, frame: HostFrame) => Promise<void>
  /** Tells every frame that asked that the theme has changed. */
  readonly themeChange: (theme: string) => void
  /** Asks the frame to finish; false when it did not ask to be asked. */
  readonly beforeUnload: (frame: HostFrame) => boolean
  /** Forgets a frame that has gone. */
  readonly forget: (frame: HostFrame) => void
}

/** The host's side of teams-js: one message in, at most one answer out, with the id it came with. */
export function createHostBridge(actions: () => HostActions): HostBridge {
  const themed = new Set<HostFrame>()
  const leaving = new Set<HostFrame>()
  return {
    async receive(message, frame) {
      const asked = record(message) as TabMessage
      const known = {
        ...appHandlers(actions(), themed, leaving),
        ...pageHandlers(actions()),
        ...dialogHandlers(actions()),
      }
      const handler = asked.func && Object.hasOwn(known, asked.func) ? known[asked.func] : undefined
      const args = await handler?.(asked, frame)
      if (args) frame.post({ id: asked.id, uuidAsString: asked.uuidAsString, args })
    },
    themeChange(theme) {
      for (const frame of themed) frame.post({ func: 'themeChange', args: [theme] })
    },
    beforeUnload(frame) {
      if (!leaving.has(frame)) return false
      frame.post({ func: 'beforeUnload', args: [] })
      return true
    },
    forget(frame) {
      themed.delete(frame)
      leaving.delete(frame)
    },
  }
}
