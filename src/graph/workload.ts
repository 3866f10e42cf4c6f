/** Where a request goes, as far as Microsoft's limits are concerned. */
export interface Workload {
  /** Requests of one name are throttled together. */
  readonly name: string
  /** The mailbox that is asked, `me` or an id; null when it is none. */
  readonly mailbox: string | null
}

const outlook =
  /^\/(?:(me)|users\/([^/]+))\/(?:events|calendar|calendars|calendarView|messages|mailFolders|sendMail|mailboxSettings|findMeetingTimes|outlook)\b/i
const teams = /^\/(?:chats|teams|appCatalogs)\b|^\/(?:me|users\/[^/]+)\/(?:chats|teamwork)\b/i

/**
 * Tells the workload of an address: SharePoint counts per application, Outlook per application and mailbox
 * (learn.microsoft.com/graph/throttling-limits).
 * @param address absolute, or relative to the version: `/sites/…`
 */
export function workloadOf(address: string): Workload {
  const path = new URL(address, 'https://graph.microsoft.com').pathname.replace(/^\/v1\.0(?=\/)/, '')
  const box = outlook.exec(path)
  if (box) {
    const mailbox = decodeURIComponent(box[1] ?? box[2] ?? '').toLowerCase()
    return { name: `outlook ${mailbox}`, mailbox }
  }
  if (/^\/sites\b/i.test(path)) return { name: 'sharepoint', mailbox: null }
  if (/^\/\$batch$/i.test(path)) return { name: 'batch', mailbox: null }
  return { name: teams.test(path) ? 'teams' : 'directory', mailbox: null }
}
