import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import { StateScreen } from './StateScreen.tsx'

/** Shown when SharePoint says that this person may not read the register. */
export function Forbidden(props: { name: string; onRetry?: () => void; retrying?: boolean }) {
  const { name, onRetry, retrying = false } = props
  return (
    <StateScreen
      role="alert"
      icon={<LockClosedRegular fontSize={32} />}
      title="You don't have access to this register"
      action={onRetry && { label: retrying ? 'Checking…' : 'Check again', onClick: onRetry, busy: retrying }}
    >
      You are signed in as {name}, but you are not a member of the Follow-Through site. Ask the board
      secretary to add you, then check again. Nothing in the register has been shown or changed.
    </StateScreen>
  )
}
