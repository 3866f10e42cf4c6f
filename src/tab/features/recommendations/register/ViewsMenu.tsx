import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { BookmarkRegular } from '@fluentui/react-icons/svg/bookmark'
import { memo, useState } from 'react'
import { SaveViewDialog } from './SaveViewDialog.tsx'
import type { SavedView } from './savedViews.ts'
import { useSavedViews } from './useSavedViews.ts'
import { plainView, type RegisterView, readView, writeView } from './view.ts'

/** Views under a name: open one, save the present one, share it with everybody, or take one away. */
export const ViewsMenu = memo(function ViewsMenu(props: {
  view: RegisterView
  show: (view: RegisterView) => void
}) {
  const { view, show } = props
  const saved = useSavedViews()
  const [saving, setSaving] = useState(false)
  const query = writeView(view)
  const present = [...saved.own, ...saved.shared].find((one) => one.query === query)
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<BookmarkRegular />}>{present ? `View: ${present.name}` : 'Views'}</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => show(plainView)}>The whole register</MenuItem>
            <Named title="My views" views={saved.own} show={show} />
            <Named title="Everybody's views" views={saved.shared} show={show} />
            <MenuDivider />
            <MenuItem onClick={() => setSaving(true)}>Save or remove views…</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {saving && <SaveViewDialog saved={saved} query={query} onClose={() => setSaving(false)} />}
    </>
  )
})

function Named(props: { title: string; views: readonly SavedView[]; show: (view: RegisterView) => void }) {
  const { title, views, show } = props
  if (views.length === 0) return null
  return (
    <MenuGroup>
      <MenuGroupHeader>{title}</MenuGroupHeader>
      {views.map((one) => (
        <MenuItem key={one.name} onClick={() => show(readView(one.query))}>
          {one.name}
        </MenuItem>
      ))}
    </MenuGroup>
  )
}
