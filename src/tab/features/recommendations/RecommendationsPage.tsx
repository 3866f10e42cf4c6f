import { mergeClasses } from '@fluentui/react-components'
import { useCallback, useRef, useState } from 'react'
import { Empty } from '../../ui/Empty.tsx'
import { useNavigation } from '../../ui/navigation.tsx'
import { RowsGate } from '../../ui/rows.tsx'
import { usePrinting } from '../../ui/usePrinting.ts'
import { useWide } from '../../ui/useWide.ts'
import { OpenedItem } from './OpenedItem.tsx'
import { usePageStyles } from './RecommendationsPage.styles.ts'
import { RegisterList } from './RegisterList.tsx'
import { BulkEdit } from './register/BulkEdit.tsx'
import type { Line } from './register/lines.ts'
import { PrintedRegister } from './register/PrintedRegister.tsx'
import { RegisterGrid } from './register/RegisterGrid.tsx'
import { RegisterTools } from './register/RegisterTools.tsx'
import { useFound } from './register/useFound.ts'
import { useSelection } from './register/useSelection.ts'
import { useView } from './register/useView.ts'
import { withEverything, withNextSort } from './register/view.ts'
import { type Register, useRegister } from './useRegister.ts'

/** The register: every recommendation, arranged as one likes, and the one that is open beside it. */
export function RecommendationsPage() {
  const register = useRegister()
  return (
    <RowsGate lists={register.lists} what="the recommendations">
      {() => <RegisterScreen register={register} />}
    </RowsGate>
  )
}

function RegisterScreen({ register }: { register: Register }) {
  const styles = usePageStyles()
  const { itemId, open } = useNavigation()
  const listRef = useRef<HTMLElement>(null)
  const asGrid = useWide() && itemId === null
  const close = () => {
    open('recommendations')
    listRef.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus()
  }
  if (register.items.length === 0 && register.unreadable.length === 0) {
    return (
      <Empty title="The register is empty">
        No inspection paper has been read in yet. The board secretary or an administrator can import one; its
        recommendations then appear here by themselves.
      </Empty>
    )
  }
  return (
    <div className={styles.page}>
      <section
        className={mergeClasses(
          styles.list,
          asGrid && styles.listAsGrid,
          itemId !== null && styles.listBeside,
        )}
        aria-label="Register"
        ref={listRef}
      >
        <RegisterRows register={register} asGrid={asGrid} />
      </section>
      {itemId !== null && (
        <section className={styles.detail} aria-label="Open recommendation">
          <OpenedItem itemId={itemId} onClose={close} />
        </section>
      )}
    </div>
  )
}

/** Groups that are folded away, and folding them all at once. */
function useFolded() {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((id: string) => {
    setFolded((now) => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  const foldAll = (lines: readonly Line[], fold: boolean) =>
    setFolded(new Set(fold ? lines.flatMap((line) => (line.kind === 'group' ? [line.id] : [])) : []))
  return { folded, toggle, foldAll }
}

function RegisterRows({ register, asGrid }: { register: Register; asGrid: boolean }) {
  const { itemId, open } = useNavigation()
  const { view, show } = useView()
  const { folded, toggle, foldAll } = useFolded()
  const found = useFound(register, view, folded)
  const { lines, words } = found
  const choosing = useSelection(register, found)
  const openRow = useCallback((id: string) => open('recommendations', id), [open])
  const printing = usePrinting()
  const styles = usePageStyles()
  return (
    <>
      {printing && <PrintedRegister lines={lines} shown={view.columns} />}
      <div className={styles.onScreen}>
        <RegisterTools
          {...{ view, show, found, asGrid }}
          around={register.around}
          total={register.items.length}
          folded={folded.size > 0}
          onFold={(fold) => foldAll(lines, fold)}
        />
        {asGrid && choosing.selection && <BulkEdit register={register} choosing={choosing} found={found} />}
        {lines.length === 0 && (
          <Empty
            title="Nothing matches"
            action={{ label: 'Clear filters', onClick: () => show(withEverything(view)) }}
          >
            No recommendation has all of these words and fits all of the filters.
          </Empty>
        )}
        {lines.length > 0 && !asGrid && (
          <RegisterList {...{ lines, words }} openId={itemId} onOpen={openRow} onToggle={toggle} />
        )}
        {lines.length > 0 && asGrid && (
          <RegisterGrid
            key={view.dense ? 'dense' : 'comfortable'}
            {...{ lines, view, words }}
            selection={choosing.selection}
            shownRows={found.found.length}
            onChoose={choosing.choose}
            onOpen={openRow}
            onToggle={toggle}
            onSort={(by) => show(withNextSort(view, by))}
          />
        )}
      </div>
    </>
  )
}
