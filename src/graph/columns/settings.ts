import { declareList, note, text } from './columnTypes.ts'

/** Settings that an administrator changes while the product runs. */
export const settingsList = declareList('Settings', 'Settings of Follow-Through.', {
  SettingValue: note('The value (JSON).'),
  ChangedBy: text('Entra object id of the person who last changed it.'),
  ChangedByName: text('Name of the person who last changed it.'),
})
