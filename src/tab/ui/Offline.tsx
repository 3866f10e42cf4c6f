import { PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected'
import type { ReactNode } from 'react'
import { StateScreen } from './StateScreen.tsx'

export interface OfflineProps {
  readonly onRetry: () => void
  readonly retrying?: boolean
  /** What is missing and what was kept, where it is not the rows. */
  readonly children?: ReactNode
}

/** Shown when Microsoft 365 can't be reached and nothing was kept from an earlier visit. */
export function Offline({ onRetry, retrying = false, children }: OfflineProps) {
  return (
    <StateScreen
      role="alert"
      icon={<PlugDisconnectedRegular fontSize={32} />}
      title="Microsoft 365 can't be reached"
      action={{ label: retrying ? 'Trying…' : 'Try again', onClick: onRetry, busy: retrying }}
    >
      {children ?? inGeneral}
    </StateScreen>
  )
}

const inGeneral =
  'This device has kept nothing from an earlier visit, so there is nothing to show yet. Nothing has been lost. We try again by ourselves every half minute.'
