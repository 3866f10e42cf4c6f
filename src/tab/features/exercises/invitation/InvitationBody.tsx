import DOMPurify from 'dompurify'
import { useEffect, useRef } from 'react'

/** The body of an invitation as a mail program would draw it, with everything but plain markup taken out. */
export function InvitationBody({ html, className }: { html: string; className: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.replaceChildren(DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true }))
  }, [html])
  return <div ref={place} className={className} />
}
