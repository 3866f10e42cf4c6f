import { M365Error } from '../domain/m365Error.ts'

/**
 * The part of a link that the Graph client can be given: it does not take an absolute http address, and adds origin
 * and version itself. A link is otherwise opaque and stays as it is.
 */
export function relativeAddress(link: string): string {
  if (!URL.canParse(link)) return link
  const { pathname, search } = new URL(link)
  const path = /^\/v1\.0(\/.*)$/.exec(pathname)?.[1]
  if (path === undefined)
    throw new M365Error(
      'unexpected',
      'Microsoft 365 gave a link to a next page that is not one of Graph v1.0.',
    )
  return `${path}${search}`
}
