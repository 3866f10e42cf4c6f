const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text made harmless for HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark)

function link(label: string, address: string): string {
  const url = address.replaceAll('&amp;', '&')
  if (!/^(https?:|mailto:)/i.test(url)) return label
  return `<a href="${address}" target="_blank" rel="noopener noreferrer">${label}</a>`
}

function inline(escaped: string): string {
  return escaped
    .replace(/\[([^\]]+)\]\(([^()\s]+)\)/g, (_whole, label: string, address: string) => link(label, address))
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])[*_]([^*_\s][^*_]*)[*_](?=[\s).,;:!?]|$)/g, '$1<em>$2</em>')
}

/**
 * The small part of Markdown that Teams shows in messages and cards (bold, italics, links, lists), as HTML.
 * Everything is escaped first, so no HTML of the sender ever comes through.
 */
export function markdownToHtml(markdown: string): string {
  const html: string[] = []
  let list: 'ul' | 'ol' | undefined
  const endList = () => {
    if (list) html.push(`</${list}>`)
    list = undefined
  }
  for (const line of escapeHtml(markdown).split(/\r?\n/)) {
    const item = /^\s*(?:([-*])|\d+[.)])\s+(.*)$/.exec(line)
    if (!item) {
      endList()
      html.push(`${inline(line)}<br>`)
      continue
    }
    const kind = item[1] ? 'ul' : 'ol'
    if (list !== kind) {
      endList()
      html.push(`<${kind}>`)
      list = kind
    }
    html.push(`<li>${inline(item[2] ?? '')}</li>`)
  }
  endList()
  return html.join('').replace(/(<br>)+$/, '')
}
