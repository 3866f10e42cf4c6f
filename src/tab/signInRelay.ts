import { runPopupRelay } from '@azure/msal-browser/popup-relay'

/**
 * The window between the tab and Microsoft's sign-in, for Teams windows that hand out no tokens. A frame of another
 * site shares no storage and no channel with a window of its own, so the answer has to come back through this one.
 * The button is the person's own press, without which the browser would block the second window.
 */
const button = document.getElementById('go')
button?.addEventListener('click', () => {
  button.remove()
  try {
    runPopupRelay({ allowedAuthorityOrigins: ['https://login.microsoftonline.com'] })
    say('Waiting for Microsoft’s sign-in in the other window.')
  } catch {
    say('This window belongs to the Follow-Through tab in Teams. Close it, and press Sign in there.')
  }
})
// A press before this would be lost, so the button waits until it is heard.
if (button) button.hidden = false

function say(text: string): void {
  const place = document.getElementById('say')
  if (place) place.textContent = text
}
