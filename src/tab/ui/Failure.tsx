import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle'
import { isM365Error } from '../../domain/m365Error.ts'
import { StateScreen } from './StateScreen.tsx'

/** Shown for anything else that went wrong: what happened, what was kept, what to do next. */
export function Failure(props: { error: unknown; onRetry?: () => void; retrying?: boolean }) {
  const { error, onRetry, retrying = false } = props
  const message = isM365Error(error) ? error.message : 'Something in Follow-Through itself did not work.'
  return (
    <StateScreen
      role="alert"
      icon={<ErrorCircleRegular fontSize={32} />}
      title="This didn't work"
      action={onRetry && { label: retrying ? 'Trying…' : 'Try again', onClick: onRetry, busy: retrying }}
      reference={isM365Error(error) ? error.requestId : null}
    >
      {message} What was saved before is safe. Try again; if it keeps happening, tell your administrator.
    </StateScreen>
  )
}
