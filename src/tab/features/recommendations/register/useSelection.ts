import { useCallback, useMemo, useRef, useState } from 'react'
import { postsHeldBy } from '../../../../domain/post.ts'
import { mayManage } from '../../../../domain/roles.ts'
import { useServices } from '../../../ui/services.tsx'
import type { Register } from '../useRegister.ts'
import { noneChosen, withAll, withRange, withRow } from './selection.ts'
import type { Found } from './useFound.ts'

/** Choosing rows, for those who may change some: the selection is null for everybody else. */
export function useSelection({ posts }: Pick<Register, 'posts'>, found: Found) {
  const { me } = useServices()
  const [selection, setSelection] = useState(noneChosen)
  const mayChoose = useMemo(
    () => mayManage(me) || postsHeldBy([...posts.values()], me.objectId).length > 0,
    [me, posts],
  )
  const latest = useRef(found)
  latest.current = found
  const choose = useCallback((what: 'one' | 'range' | 'all' | 'none', id: string | null) => {
    const { lines, found: items } = latest.current
    setSelection((now) => {
      if (what === 'none') return noneChosen
      if (what === 'all')
        return withAll(
          now,
          items.map((item) => item.row.id),
        )
      if (id === null) return now
      return what === 'range' ? withRange(now, id, lines) : withRow(now, id)
    })
  }, [])
  return { selection: mayChoose ? selection : null, choose }
}

export type Choosing = ReturnType<typeof useSelection>
