import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge'

/** Where Microsoft's sign-in comes back to: hands the answer to the window that waits for it. */
broadcastResponseToMainFrame().catch(() => {
  const place = document.getElementById('say')
  if (place) place.textContent = 'There is nothing to sign in to here. Close this window.'
})
