import { useCallback, useEffect, useState } from 'react'
import { type Pulse, tenantApi } from './tenantApi.ts'

const everyMs = 1500

/** Asks the tenant every second and a half whether anything has changed; undefined until the first answer. */
export function usePulse(address: string) {
  const [pulse, setPulse] = useState<Pulse>()
  const [lost, setLost] = useState(false)

  const ask = useCallback(async () => {
    try {
      setPulse(await tenantApi.pulse(address))
      setLost(false)
    } catch {
      setLost(true)
    }
  }, [address])

  useEffect(() => {
    void ask()
    const timer = setInterval(() => void ask(), everyMs)
    return () => clearInterval(timer)
  }, [ask])

  return { pulse, lost, ask }
}
