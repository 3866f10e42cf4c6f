import type { Router } from 'express'
import type { Needed } from '../access.ts'
import { badRequest, notFound } from '../graphErrors.ts'
import { TIME_ZONE } from '../settings.ts'
import { inTransaction } from '../store.ts'
import type { Tenant } from '../tenant.ts'
import { flag, listOf, object, oneOf, parametersOf, text, typed } from './bodyReading.ts'
import { emailAddress } from './eventBody.ts'
import { page } from './eventQuery.ts'
import { plain } from './eventView.ts'
import { itemId, keyOfItemId, wantsImmutableIds } from './itemIds.ts'
import { mailboxOf } from './mailboxes.ts'
import type { MailFolder, StoredMail } from './mailStore.ts'
import { outlookOf } from './outlookState.ts'
import type { EmailAddress, ItemBody } from './storedEvent.ts'

const canSend: Needed = { delegated: ['Mail.Send'], application: ['Mail.Send'] }
const canRead: Needed = {
  delegated: ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'],
  application: ['Mail.ReadBasic.All', 'Mail.Read', 'Mail.ReadWrite'],
}
const canReadSettings: Needed = {
  delegated: ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'],
  application: ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'],
}

const recipient = (value: unknown, name: string): EmailAddress =>
  emailAddress(object('Recipient', ['emailAddress'])(value, name).emailAddress ?? {}, name)

const recipients = listOf(recipient)

const message = typed('Message', {
  subject: text,
  body: typed('ItemBody', { contentType: oneOf(['html', 'text']), content: text }),
  toRecipients: recipients,
  ccRecipients: recipients,
  bccRecipients: recipients,
  replyTo: recipients,
  importance: oneOf(['low', 'normal', 'high']),
  from: recipient,
  sender: recipient,
  categories: listOf(text),
  internetMessageHeaders: listOf(typed('InternetMessageHeader', { name: text, value: text })),
  isDeliveryReceiptRequested: flag,
  isReadReceiptRequested: flag,
})

/** Sending and a little reading of mail, and the mailbox's settings. */
export function mailRoutes(router: Router, tenant: Tenant, owner: string): void {
  const outlook = outlookOf(tenant)
  router.post(`${owner}/sendMail`, (req, res) => {
    const mailbox = mailboxOf(req, res, canSend)
    const readers = { message, saveToSentItems: flag }
    const { message: given = {}, saveToSentItems: saved = true } = parametersOf('sendMail', readers, req.body)
    const those = (name: string): EmailAddress[] => (given[name] ?? []) as EmailAddress[]
    const [to, cc, bcc] = [those('toRecipients'), those('ccRecipients'), those('bccRecipients')]
    if (to.length + cc.length + bcc.length === 0) {
      throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients')
    }
    const { contentType = 'text', content = '' } = (given.body ?? {}) as Partial<ItemBody>
    const mail = {
      from: { name: mailbox.displayName, address: mailbox.mail },
      to,
      cc,
      subject: String(given.subject ?? ''),
      body: { contentType, content },
      importance: String(given.importance ?? 'normal'),
      receivedAt: outlook.now(),
    }
    inTransaction(tenant.db, () => {
      for (const { address } of [...to, ...cc, ...bcc]) outlook.mail.deliver({ ...mail, mailbox: address })
      if (saved) outlook.mail.deliver({ ...mail, mailbox: mailbox.mail, folder: 'sentitems' })
    })
    res.status(202).end()
  })
  router.get(`${owner}/mailFolders/:folder/messages`, (req, res) => {
    const mailbox = mailboxOf(req, res, canRead)
    const folder = String(req.params.folder).toLowerCase()
    if (folder !== 'inbox' && folder !== 'sentitems')
      throw notFound('The specified folder could not be found in the store.', 'ErrorItemNotFound')
    const immutable = wantsImmutableIds(req)
    const { value, next } = page(
      req,
      tenant.settings.origin,
      outlook.mail.ofMailbox(mailbox.mail.toLowerCase(), folder as MailFolder),
    )
    const link = next === undefined ? {} : { '@odata.nextLink': next }
    res.json({ value: value.map((mail) => mailView(mail, immutable)), ...link })
  })
  router.get(`${owner}/messages/:message`, (req, res) => {
    const mailbox = mailboxOf(req, res, canRead)
    const key = keyOfItemId(String(req.params.message))
    const mail = key === undefined ? undefined : outlook.mail.find(mailbox.mail.toLowerCase(), key)
    if (!mail) throw notFound('The specified object was not found in the store.', 'ErrorItemNotFound')
    res.json(mailView(mail, wantsImmutableIds(req)))
  })
  router.get(`${owner}/mailboxSettings`, (req, res) => {
    mailboxOf(req, res, canReadSettings)
    res.json(mailboxSettings)
  })
}

const mailboxSettings = {
  timeZone: TIME_ZONE === 'Europe/London' ? 'GMT Standard Time' : TIME_ZONE,
  dateFormat: 'dd/MM/yyyy',
  timeFormat: 'HH:mm',
  language: { locale: 'en-GB', displayName: 'English (United Kingdom)' },
  workingHours: {
    daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    startTime: '08:00:00.0000000',
    endTime: '17:00:00.0000000',
    timeZone: { name: 'GMT Standard Time' },
  },
}

/** A message as Graph sends it. */
export function mailView(mail: StoredMail, immutableIds: boolean): Record<string, unknown> {
  const at = `${mail.receivedAt.slice(0, 19)}Z`
  const asText = mail.body.contentType === 'html' ? plain(mail.body.content) : mail.body.content
  const meetingType = mail.meeting?.type === 'meetingRequest' ? 'eventMessageRequest' : 'eventMessage'
  return {
    ...(mail.meeting
      ? { '@odata.type': `#microsoft.graph.${meetingType}`, meetingMessageType: mail.meeting.type }
      : {}),
    id: itemId(mail.key, immutableIds),
    receivedDateTime: at,
    sentDateTime: at,
    subject: mail.subject,
    bodyPreview: asText.slice(0, 255),
    importance: mail.importance,
    isRead: mail.isRead,
    hasAttachments: false,
    body: mail.body,
    from: { emailAddress: mail.from },
    sender: { emailAddress: mail.from },
    toRecipients: mail.to.map((address) => ({ emailAddress: address })),
    ccRecipients: mail.cc.map((address) => ({ emailAddress: address })),
  }
}
