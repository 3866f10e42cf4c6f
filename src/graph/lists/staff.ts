import * as v from 'valibot'
import type { StaffMember } from '../../domain/staff.ts'
import type { StaffStore } from '../../usecases/trainingPorts.ts'
import { staffList } from '../columns/staff.ts'
import { quote } from '../odata.ts'
import type { SiteContext } from '../site.ts'
import { listStore } from './listStore.ts'
import { readOfMany } from './readOfMany.ts'
import { emptyAsNull, type RowMapping, textField } from './rowMapping.ts'

const fields = v.object({
  Key: v.string(),
  StaffNumber: textField,
  StaffName: textField,
  Address: textField,
  Role: textField,
  Team: textField,
  Borough: textField,
  InRoleSince: v.string(),
  UntilDay: emptyAsNull,
  MovedFrom: textField,
})

const mapping: RowMapping<StaffMember, typeof staffList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): StaffMember => ({
        key: row.Key,
        staffNumber: row.StaffNumber,
        name: row.StaffName,
        address: row.Address,
        role: row.Role,
        team: row.Team,
        borough: row.Borough,
        inRoleSince: row.InRoleSince,
        until: row.UntilDay,
        movedFrom: row.MovedFrom,
      }),
    ),
  ),
  toFields: (member) => ({
    Key: member.key,
    StaffNumber: member.staffNumber,
    StaffName: member.name,
    Address: member.address,
    Role: member.role,
    Team: member.team,
    Borough: member.borough,
    InRoleSince: member.inRoleSince,
    UntilDay: member.until,
    MovedFrom: member.movedFrom,
  }),
  title: (member) => member.name,
}

/** Who is in which role and team. */
export function staffStore(site: SiteContext): StaffStore {
  const { where, ...store } = listStore(site, staffList, mapping)
  return {
    ...store,
    ofTeam: (team) => where(`Team eq ${quote(team)}`),
    ofRole: (role) => where(`Role eq ${quote(role)}`),
    ofAddress: (address) => where(`Address eq ${quote(address)}`),
    ofKeys: (keys) => readOfMany(site, staffList, mapping.fromFields, 'Key', keys),
  }
}
