import createDOMPurify from 'dompurify'
import { useEffect, useRef } from 'react'

const purify = createDOMPurify(window)

// Pictures are left out as Outlook leaves out remote ones; forms and styles could imitate this window.
const forbidden = [
  'style',
  'img',
  'picture',
  'video',
  'audio',
  'svg',
  'math',
  'form',
  'input',
  'button',
  'textarea',
  'select',
]

interface SafeHtmlProps {
  readonly html: string
  readonly className?: string
  readonly onLink: (link: string) => boolean
}

/** HTML of a sender with everything taken out that could run, load or pose as this window; links go to `onLink`. */
export function SafeHtml({ html, className, onLink }: SafeHtmlProps) {
  const holder = useRef<HTMLDivElement>(null)
  const follow = useRef(onLink)
  follow.current = onLink

  useEffect(() => {
    const element = holder.current
    if (!element) return
    const clean = purify.sanitize(html, {
      USE_PROFILES: { html: true },
      FORBID_TAGS: forbidden,
      FORBID_ATTR: ['class', 'id', 'name', 'target'],
      RETURN_DOM_FRAGMENT: true,
    })
    element.replaceChildren(clean)
    const click = (event: MouseEvent) => {
      const anchor = event.target instanceof Element ? event.target.closest('a') : null
      if (!anchor) return
      event.preventDefault()
      follow.current(anchor.href)
    }
    element.addEventListener('click', click)
    return () => element.removeEventListener('click', click)
  }, [html])

  // The containment keeps a positioned element of the sender inside its own box.
  return (
    <div ref={holder} className={className} style={{ contain: 'layout paint', overflowWrap: 'anywhere' }} />
  )
}
