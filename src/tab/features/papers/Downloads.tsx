import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { PrintRegular } from '@fluentui/react-icons/svg/print'
import type { PrintedPaper } from '../../../domain/printedPaper.ts'
import { usePapersStyles } from './PapersPage.styles.ts'
import { type FileKind, fileKinds, useDownload } from './useDownload.ts'

const labels: Record<FileKind, string> = {
  word: 'Word, in the layout of the board',
  excel: 'Excel, one line for each row',
  csv: 'CSV, one line for each row',
  brief: 'One-page brief, Word',
}

/** The paper as files, and on paper. */
export function Downloads({ printed }: { printed: PrintedPaper }) {
  const styles = usePapersStyles()
  const { download, writing, failed } = useDownload(printed)
  return (
    <div className={styles.actions}>
      <Button appearance="subtle" icon={<PrintRegular />} onClick={() => window.print()}>
        Print
      </Button>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<ArrowDownloadRegular />} disabledFocusable={writing}>
            {writing ? 'Writing the file…' : 'Download'}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {fileKinds.map((kind) => (
              <MenuItem key={kind} onClick={() => void download(kind)}>
                {labels[kind]}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {failed && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            The file could not be written: {failed.message} The paper itself is as it was; try again, or
            choose another kind of file.
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  )
}
