import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createHostBridge, type HostActions, type HostFrame } from './hostBridge.ts'
import type { FrameContext } from './teamsContext.ts'

/** What the tab has said about its own start. */
export type AppState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'loaded' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason?: string }

/** A dialog the tab has opened. */
export interface OpenDialog {
  readonly url: string
  readonly title: string
  readonly width: unknown
  readonly height: unknown
}

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

type OuterActions = Pick<
  HostActions,
  'hasSignInBridge' | 'context' | 'openLink' | 'navigate' | 'openApp' | 'authToken' | 'nestedAppAuth'
>

// Teams gives a tab a little time to finish what it does before it is closed.
const unloadPatienceMs = 3000

function frameOf(
  ref: RefObject<HTMLIFrameElement | null>,
  frameContext: FrameContext,
  origin: string,
): HostFrame {
  return { frameContext, post: (message) => ref.current?.contentWindow?.postMessage(message, origin) }
}

function useDialog(origin: string) {
  const [dialog, setDialog] = useState<OpenDialog>()
  const waiting = useRef<Waiting>(undefined)

  const open = useCallback(
    (info: { url: string; title?: string; width?: unknown; height?: unknown }) =>
      new Promise<unknown>((resolve, reject) => {
        if (!URL.canParse(info.url) || new URL(info.url).origin !== origin) {
          return reject(new Error('A dialog may only show pages of the app itself.'))
        }
        waiting.current = { resolve, reject }
        setDialog({ url: info.url, title: info.title ?? '', width: info.width, height: info.height })
      }),
    [origin],
  )
  const close = useCallback((result: unknown) => {
    waiting.current?.resolve(result)
    waiting.current = undefined
    setDialog(undefined)
  }, [])
  const dismiss = useCallback(() => {
    waiting.current?.reject(new Error('User cancelled/closed the task module.'))
    waiting.current = undefined
    setDialog(undefined)
  }, [])
  return { dialog, open, close, dismiss }
}

/**
 * Connects the frames of the tab with the host: only messages of these two windows and of the tab's own
 * origin are heard, and answers go to that origin alone.
 */
export function useTabHost(origin: string, theme: string, outer: OuterActions) {
  const content = useRef<HTMLIFrameElement>(null)
  const task = useRef<HTMLIFrameElement>(null)
  const [appState, setAppState] = useState<AppState>({ kind: 'starting' })
  const unloaded = useRef<() => void>(undefined)
  const { dialog, open, close, dismiss } = useDialog(origin)

  const actions = useRef<HostActions>(undefined)
  actions.current = {
    ...outer,
    openDialog: open,
    closeDialog: close,
    appState: (kind, reason) => setAppState(kind === 'failed' ? { kind, reason } : { kind }),
    readyToUnload: () => unloaded.current?.(),
  }
  const bridge = useMemo(() => createHostBridge(() => actions.current as HostActions), [])
  const frames = useMemo(
    () => ({ content: frameOf(content, 'content', origin), task: frameOf(task, 'task', origin) }),
    [origin],
  )

  useEffect(() => {
    const hear = (event: MessageEvent) => {
      if (event.origin !== origin || !event.source) return
      if (event.source === content.current?.contentWindow) void bridge.receive(event.data, frames.content)
      else if (event.source === task.current?.contentWindow) void bridge.receive(event.data, frames.task)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [origin, bridge, frames])

  useEffect(() => bridge.themeChange(theme), [bridge, theme])

  const restart = useCallback(() => {
    bridge.forget(frames.content)
    bridge.forget(frames.task)
    dismiss()
    setAppState({ kind: 'starting' })
  }, [bridge, frames, dismiss])

  const leave = useCallback(async () => {
    await new Promise<void>((resolve) => {
      unloaded.current = resolve
      if (bridge.beforeUnload(frames.content)) setTimeout(resolve, unloadPatienceMs)
      else resolve()
    })
    unloaded.current = undefined
  }, [bridge, frames])

  return { content, task, appState, dialog, dismiss, restart, leave }
}
