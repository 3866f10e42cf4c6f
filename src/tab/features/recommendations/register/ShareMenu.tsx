import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { ShareRegular } from '@fluentui/react-icons/svg/share'
import { memo, type ReactNode, useState } from 'react'
import { limits, type Overflow, overflow } from '../../../../domain/limits.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useServices, useToday } from '../../../ui/services.tsx'
import { writeRows } from './exportRows.ts'
import type { RegisterItem } from './items.ts'
import { type RegisterView, writeView } from './view.ts'

/** What is shown, for others: a link that shows the same, or the rows as a file. */
export const ShareMenu = memo(function ShareMenu(props: {
  view: RegisterView
  items: readonly RegisterItem[]
}) {
  const { view, items } = props
  const { linkTo } = useServices()
  const today = useToday()
  const announce = useAnnounce()
  const [link, setLink] = useState<string | null>(null)
  const [tooLong, setTooLong] = useState<Overflow | null>(null)
  const copy = async () => {
    const query = writeView(view)
    const address = linkTo(query === '' ? 'recommendations?group=report' : `recommendations?${query}`)
    const over = overflow(address.length, limits.sharedLinkCharacters)
    if (over) return setTooLong(over)
    try {
      await window.navigator.clipboard.writeText(address)
      announce('Link copied.')
    } catch {
      // Teams does not give every window the clipboard: then the link is there to be copied by hand.
      setLink(address)
    }
  }
  const save = () => {
    saveAs(writeRows(items, view.columns, today), `Recommendations ${today}.csv`)
    announce(`${items.length === 1 ? '1 row' : `${items.length} rows`} saved as a file.`)
  }
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<ShareRegular />}>Share</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => void copy()}>Copy a link to this view</MenuItem>
            <MenuItem onClick={save}>
              Save{' '}
              {items.length === 1 ? 'the shown row' : `${items.length.toLocaleString('en-GB')} shown rows`} as
              CSV for Excel
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {link !== null && (
        <LinkDialog title="Link to this view" onClose={() => setLink(null)}>
          <Field label="Copy it from here" hint="It opens Follow-Through in Teams with the same rows.">
            <Input readOnly value={link} onFocus={(event) => event.target.select()} />
          </Field>
        </LinkDialog>
      )}
      {tooLong !== null && (
        <LinkDialog title="No link was copied" onClose={() => setTooLong(null)}>
          {sayTooLong(tooLong)}
        </LinkDialog>
      )}
    </>
  )
})

function sayTooLong({ length, longest, by }: Overflow): string {
  const [is, most, more] = [length, longest, by].map((count) => count.toLocaleString('en-GB'))
  return `A link to this view would have ${is} characters, ${more} more than the ${most} that chat and mail pass on whole. The view stays as it is: save it as a shared view instead, or choose fewer filters and copy again.`
}

function LinkDialog(props: { title: string; onClose: () => void; children: ReactNode }) {
  const { title, onClose, children } = props
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              Close
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function saveAs(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  anchor.click()
  // The browser has begun to save by then; until it has, the address must stay.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
