import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react'
import { CrashScreen } from './CrashScreen.tsx'
import { Loading } from './Loading.tsx'

/** Fetches the code of one part of a place and gives its screen. */
export type LoadPart = () => Promise<{ default: ComponentType }>

/** The parts of one place, each fetched when it is first opened. */
export interface LazyParts<Key extends string> {
  /** The screen of a part, as React wants it. */
  partOf(key: Key): ComponentType
  /** Fetches a part and forgets that it could not be fetched before. Rejects while it cannot be. */
  again(key: Key): Promise<void>
  /** Fetches every part; whoever draws one of them says what went wrong. */
  fetchAll(): void
}

/** Keeps the parts of a place by their names. React remembers for good that a part could not be fetched. */
export function lazyParts<Key extends string>(loaders: Readonly<Record<Key, LoadPart>>): LazyParts<Key> {
  const made = new Map<Key, ComponentType>()
  return {
    partOf(key) {
      const part = made.get(key) ?? lazy(loaders[key])
      made.set(key, part)
      return part
    },
    async again(key) {
      await loaders[key]()
      made.delete(key)
    },
    fetchAll() {
      for (const load of Object.values<LoadPart>(loaders)) load().catch(() => undefined)
    },
  }
}

/** One part of a place: fetched, drawn, and asked for again where it could not be fetched. */
export function LazyPart<Key extends string>(props: { parts: LazyParts<Key>; part: Key; name: string }) {
  const { parts, part, name } = props
  const [tries, setTries] = useState(0)
  useEffect(() => {
    const timer = setTimeout(parts.fetchAll, untilIdle)
    return () => clearTimeout(timer)
  }, [parts])
  const again = async () => {
    await parts.again(part)
    setTries((now) => now + 1)
  }
  const Part = parts.partOf(part)
  return (
    <CrashScreen key={`${part} ${tries}`} again={again}>
      <Suspense fallback={<Loading what={`Opening ${name}`} />}>
        <Part />
      </Suspense>
    </CrashScreen>
  )
}

/** Milliseconds after which the other parts are fetched, so that they open during an outage too. */
const untilIdle = 2_000
