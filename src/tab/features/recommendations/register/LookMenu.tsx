import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { TableRegular } from '@fluentui/react-icons/svg/table'
import { memo } from 'react'
import { columns } from './columns.tsx'
import { groupLabels } from './lines.ts'
import { type ColumnName, columnNames, groupNames, type RegisterView } from './view.ts'

export interface LookMenuProps {
  readonly view: RegisterView
  readonly show: (view: RegisterView) => void
  readonly asGrid: boolean
}

/** How the register is arranged: what rows are put together by, which columns it has, and how close the lines are. */
export const LookMenu = memo(function LookMenu({ view, show, asGrid }: LookMenuProps) {
  const change = (name: string, checked: readonly string[]) => {
    if (name === 'group')
      show({ ...view, group: groupNames.find((one) => checked.includes(one)) ?? view.group })
    if (name === 'rows') show({ ...view, dense: checked.includes('dense') })
    if (name === 'columns') show(withColumns(view, checked))
  }
  const checkedValues = {
    group: [view.group],
    columns: [...view.columns],
    rows: [view.dense ? 'dense' : 'comfortable'],
  }
  return (
    <Menu
      checkedValues={checkedValues}
      onCheckedValueChange={(_event, data) => change(data.name, data.checkedItems)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<TableRegular />}>Arrange</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>Group by</MenuGroupHeader>
            {groupNames.map((name) => (
              <MenuItemRadio key={name} name="group" value={name}>
                {groupLabels[name]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          {asGrid && (
            <>
              <MenuDivider />
              <MenuGroup>
                <MenuGroupHeader>Columns</MenuGroupHeader>
                {columnNames.map((name) => (
                  <MenuItemCheckbox key={name} name="columns" value={name}>
                    {columns[name].label}
                  </MenuItemCheckbox>
                ))}
              </MenuGroup>
              <MenuDivider />
              <MenuGroup>
                <MenuGroupHeader>Lines</MenuGroupHeader>
                <MenuItemRadio name="rows" value="comfortable">
                  Comfortable
                </MenuItemRadio>
                <MenuItemRadio name="rows" value="dense">
                  Dense
                </MenuItemRadio>
              </MenuGroup>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
})

/** Columns keep the order of the list; one always stays, for a grid without columns shows nothing. */
function withColumns(view: RegisterView, wanted: readonly string[]): RegisterView {
  const chosen: readonly ColumnName[] = columnNames.filter((name) => wanted.includes(name))
  return chosen.length > 0 ? { ...view, columns: chosen } : view
}
