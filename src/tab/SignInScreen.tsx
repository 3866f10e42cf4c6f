import { PersonKeyRegular } from '@fluentui/react-icons/svg/person-key'
import { StateScreen } from './ui/StateScreen.tsx'

/** Asks the person to sign in, before a window of Microsoft's opens. */
export function SignInScreen(props: {
  loginHint: string | undefined
  busy: boolean
  refused: boolean
  onSignIn: () => void
}) {
  const { loginHint, busy, refused, onSignIn } = props
  return (
    <StateScreen
      icon={<PersonKeyRegular fontSize={32} />}
      title="Sign in to Follow-Through"
      action={{ label: busy ? 'Signing in…' : 'Sign in', onClick: onSignIn, busy }}
    >
      Microsoft needs to see you once before the register can be opened
      {loginHint ? ` for ${loginHint}` : ''}. A small window opens when you press the button.
      {refused && <p role="alert">The sign-in was not completed. Nothing was changed; you can try again.</p>}
    </StateScreen>
  )
}
