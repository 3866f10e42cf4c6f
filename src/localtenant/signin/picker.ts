import { people } from '../directory.ts'

/** The sign-in page: one link per person, no passwords on a laptop. */
export function accountPicker(linkFor: (personId: string) => string): string {
  const links = people.map(
    (person) =>
      `<li><a href="${escaped(linkFor(person.id))}">${escaped(person.displayName)}</a> <small>${escaped(person.jobTitle)}</small></li>`,
  )
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Pick an account</title>
<style>body{font:16px/1.6 system-ui;margin:3rem auto;max-width:32rem}li{margin:.4rem 0}small{color:#555}</style></head>
<body><h1>Pick an account</h1><p>Thameside Police (local tenant)</p><ul>${links.join('')}</ul></body></html>`
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
