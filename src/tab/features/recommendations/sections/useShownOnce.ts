import { type RefObject, useEffect, useRef, useState } from 'react'

/** True from the moment on which something has come into view; what nobody scrolls to need not be fetched. */
export function useShownOnce(): { readonly ref: RefObject<HTMLElement | null>; readonly shown: boolean } {
  const ref = useRef<HTMLElement>(null)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element || shown) return
    if (typeof IntersectionObserver !== 'function') return setShown(true)
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setShown(true)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [shown])
  return { ref, shown }
}
