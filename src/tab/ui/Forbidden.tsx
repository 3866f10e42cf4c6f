import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import { StateScreen } from './StateScreen.tsx'

/** Shown when SharePoint says that this person may not read the register. */
export function Forbidden({ name, onRetry }: { name: string; onRetry?: () => void }) {
  return (
    <StateScreen
      role="alert"
      icon={<LockClosedRegular fontSize={32} />}
      title="You don't have access to this register"
      action={onRetry && { label: 'Check again', onClick: onRetry }}
    >
      You are signed in as {name}, but you are not a member of the Follow-Through site. Ask the board
      secretary to add you, then check again. Nothing in the register has been shown or changed.
    </StateScreen>
  )
}
