import { type RefObject, useEffect, useRef } from 'react'

/**
 * For the heading of something just opened: the keyboard and screen readers go on from there. Left to itself the
 * browser scrolls the heading to the middle of a low window, and what stands above it, such as Back, out of sight.
 */
export function useShownFromTop(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    for (let above = heading.current?.parentElement; above; above = above.parentElement) above.scrollTop = 0
  }, [])
  return heading
}
