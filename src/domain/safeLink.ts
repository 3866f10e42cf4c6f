/** Says whether a text is an address that may be shown as a link: http or https, nothing that runs. */
export function isSafeLink(link: string): boolean {
  return /^https?:\/\/[^\s/]+(?:\/\S*)?$/i.test(link) && URL.canParse(link)
}
