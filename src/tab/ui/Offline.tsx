import { PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected'
import { StateScreen } from './StateScreen.tsx'

/** Shown when Microsoft 365 can't be reached and nothing was kept from an earlier visit. */
export function Offline({ onRetry, retrying = false }: { onRetry: () => void; retrying?: boolean }) {
  return (
    <StateScreen
      role="alert"
      icon={<PlugDisconnectedRegular fontSize={32} />}
      title="Microsoft 365 can't be reached"
      action={{ label: retrying ? 'Trying…' : 'Try again', onClick: onRetry, busy: retrying }}
    >
      This device has kept nothing from an earlier visit, so there is nothing to show yet. Nothing has been
      lost. We try again by ourselves every half minute.
    </StateScreen>
  )
}
