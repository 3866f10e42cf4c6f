import { useMemo, useState } from 'react'
import { M365Error } from '../../../../domain/m365Error.ts'
import { mayManage } from '../../../../domain/roles.ts'
import type { Setting } from '../../../../domain/setting.ts'
import { useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'
import {
  keepOwnViews,
  keyOfShared,
  readOwnViews,
  type SavedView,
  sharedViews,
  withView,
  writeShared,
} from './savedViews.ts'

/** Saved views: the person's own, those of everybody, and what the person may do with them. Writing throws `M365Error`. */
export function useSavedViews() {
  const { settings, me } = useServices()
  const rows = useRows('settings', settings)
  const [own, setOwn] = useState(() => readOwnViews(me.objectId))
  const shared = useMemo(() => sharedViews(rows.held?.rows ?? []), [rows.held])
  const keep = (views: readonly SavedView[]) => {
    if (!keepOwnViews(me.objectId, views)) {
      throw new Error('This browser keeps nothing, so the view was not saved. Copy its link instead.')
    }
    setOwn(views)
  }
  const writeToAll = async (name: string, query: string | null) => {
    const value: Setting = {
      key: keyOfShared(name),
      value: writeShared(query),
      changedBy: me.objectId,
      changedByName: me.name,
    }
    const there = rows.held?.rows.find((row) => row.value.key === value.key)
    const made = there ? null : await settings.create(value)
    const row = there ?? (made?.already ? made.row : null)
    if (row) {
      const saved = await settings.save(row, value)
      if (!saved.ok) throw new M365Error('conflict', 'Somebody else changed this view just now. Try again.')
    }
    rows.refresh()
  }
  return {
    own,
    shared,
    mayShare: mayManage(me),
    save: (view: SavedView) => keep(withView(own, view)),
    drop: (name: string) => keep(own.filter((one) => one.name !== name)),
    share: (view: SavedView) => writeToAll(view.name, view.query),
    unshare: (name: string) => writeToAll(name, null),
  }
}
