import * as v from 'valibot'
import type { Setting } from '../../domain/setting.ts'
import type { SettingStore } from '../../usecases/ports.ts'
import { settingsList } from '../columns/settings.ts'
import type { SiteContext } from '../site.ts'
import { listStore } from './listStore.ts'
import { type RowMapping, textField } from './rowMapping.ts'

const fields = v.object({
  Key: v.string(),
  SettingValue: textField,
  ChangedBy: textField,
  ChangedByName: textField,
})

const mapping: RowMapping<Setting, typeof settingsList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): Setting => ({
        key: row.Key,
        value: row.SettingValue,
        changedBy: row.ChangedBy,
        changedByName: row.ChangedByName,
      }),
    ),
  ),
  toFields: (setting) => ({
    Key: setting.key,
    SettingValue: setting.value,
    ChangedBy: setting.changedBy,
    ChangedByName: setting.changedByName,
  }),
  title: (setting) => setting.key,
}

/** What people have set for everybody. */
export function settingStore(site: SiteContext): SettingStore {
  const { where: _, ...store } = listStore(site, settingsList, mapping)
  return store
}
