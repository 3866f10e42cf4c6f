import type { Client } from '@microsoft/microsoft-graph-client'
import { toM365Error } from './failures.ts'

/** A mail in plain text. */
export interface PlainMail {
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  /** False leaves no copy under Sent Items: for what must not be known of its reader afterwards. */
  readonly keep?: boolean
}

/**
 * Sends a mail from a mailbox of the organisation (learn.microsoft.com/graph/api/user-sendmail), which keeps a copy
 * under Sent Items unless it is told not to. Graph takes no id that would make a repeat known as one, so it is not sent again after a lost
 * answer.
 * @param mailbox address of the mailbox that it is sent from
 * @throws M365Error
 */
export async function sendMail(client: Client, mailbox: string, mail: PlainMail): Promise<void> {
  try {
    await client.api(`/users/${encodeURIComponent(mailbox)}/sendMail`).post({
      message: {
        subject: mail.subject,
        body: { contentType: 'text', content: mail.text },
        toRecipients: [{ emailAddress: mail.to }],
      },
      saveToSentItems: mail.keep ?? true,
    })
  } catch (thrown) {
    throw toM365Error(thrown)
  }
}
