import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { DarkThemeRegular } from '@fluentui/react-icons'
import { type ThemeName, themeLabels, themeNames } from '../themes.ts'

interface ThemeSwitcherProps {
  readonly theme: ThemeName
  readonly onTheme: (theme: ThemeName) => void
}

/** Light, dark or high contrast, for this window and for the tab in it. */
export function ThemeSwitcher({ theme, onTheme }: ThemeSwitcherProps) {
  return (
    <Menu
      checkedValues={{ theme: [theme] }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        const chosen = themeNames.find((name) => name === checkedItems[0])
        if (chosen) onTheme(chosen)
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<DarkThemeRegular />} aria-label="Theme" title="Theme" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {themeNames.map((name) => (
            <MenuItemRadio key={name} name="theme" value={name}>
              {themeLabels[name]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
