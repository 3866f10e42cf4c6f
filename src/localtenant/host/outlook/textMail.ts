const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A mail in plain text as Outlook shows it: its lines stay, and addresses of the web become links. */
export function textAsHtml(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)
  const linked = escaped.replace(/https?:\/\/[^\s<]+/g, (address) => `<a href="${address}">${address}</a>`)
  return linked.replace(/\r\n|\r|\n/g, '<br>')
}
