import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { ConsentQuestion } from './useSignInBridge.ts'

/** The consent window that Entra shows when an app asks for more than it was given. */
export function ConsentDialog({
  question,
  appName,
}: {
  question: ConsentQuestion | undefined
  appName: string
}) {
  return (
    <Dialog
      open={question !== undefined}
      onOpenChange={(_event, data) => !data.open && question?.answer(false)}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Permissions requested</DialogTitle>
          <DialogContent>
            <p>{appName} asks to act for you with:</p>
            <ul>
              {(question?.scope ?? '').split(' ').map((scope) => (
                <li key={scope}>{scope.replace('https://graph.microsoft.com/', '')}</li>
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button appearance="secondary" onClick={() => question?.answer(false)}>
              Cancel
            </Button>
            <Button appearance="primary" onClick={() => question?.answer(true)}>
              Accept
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
