import { useCallback, useEffect, useState } from 'react'
import { type Address, readAddress, writeAddress } from './address.ts'

/** The page's address as state: changing it makes a history entry, so Back goes to the place before. */
export function useAddress(): [Address, (change: Partial<Address>) => void] {
  const [address, setAddress] = useState(() => readAddress(window.location.search))

  useEffect(() => {
    const back = () => setAddress(readAddress(window.location.search))
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])

  const change = useCallback((part: Partial<Address>) => {
    const next = { ...readAddress(window.location.search), ...part }
    window.history.pushState(null, '', `${window.location.pathname}${writeAddress(next)}`)
    setAddress(next)
  }, [])

  return [address, change]
}
