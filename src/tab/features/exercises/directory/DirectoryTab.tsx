import { Tab, TabList } from '@fluentui/react-components'
import { type ComponentType, lazy, Suspense } from 'react'
import { Loading } from '../../../ui/Loading.tsx'
import { RowsGate } from '../../../ui/rows.tsx'
import { useExercisePlace } from '../exercisePlace.ts'
import { useDirectoryStyles } from './Directory.styles.ts'
import { PartnersView } from './PartnersView.tsx'
import { type Directory, useDirectory } from './useDirectory.ts'

interface ViewProps {
  readonly directory: Directory
}

const RolesView: ComponentType<ViewProps> = lazy(async () => ({
  default: (await import('./roles/RolesView.tsx')).RolesView,
}))
const ImportView: ComponentType<ViewProps> = lazy(async () => ({
  default: (await import('./import/ImportView.tsx')).ImportView,
}))

const views = [
  { key: 'partners', label: 'Partners', View: PartnersView },
  { key: 'roles', label: 'Roles asked for', View: RolesView },
  { key: 'import', label: 'Import a file', View: ImportView },
] as const

/** The roles that belong in the room, and the partners who hold them. */
export function DirectoryTab() {
  const directory = useDirectory()
  const styles = useDirectoryStyles()
  const place = useExercisePlace()
  const { key: chosen, View } = views.find(({ key }) => key === place.get('show')) ?? views[0]
  return (
    <RowsGate lists={[directory.list, directory.settings]} what="the directory">
      {() => (
        <div className={styles.stack}>
          <TabList
            size="small"
            appearance="subtle"
            className={styles.views}
            selectedValue={chosen}
            onTabSelect={(_event, { value }) =>
              place.set({ show: value === 'partners' ? '' : String(value) })
            }
            aria-label="Parts of the directory"
          >
            {views.map(({ key, label }) => (
              <Tab key={key} value={key} id={`directory-${key}`} aria-controls="directory-part">
                {label}
              </Tab>
            ))}
          </TabList>
          <div role="tabpanel" id="directory-part" aria-labelledby={`directory-${chosen}`}>
            <Suspense fallback={<Loading what="Opening this part" />}>
              <View directory={directory} />
            </Suspense>
          </div>
        </div>
      )}
    </RowsGate>
  )
}
