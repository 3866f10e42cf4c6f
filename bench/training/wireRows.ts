import type { Completion } from '../../src/domain/completion.ts'
import type { Course } from '../../src/domain/course.ts'
import type { Requirement } from '../../src/domain/requirement.ts'
import type { StaffMember } from '../../src/domain/staff.ts'

/** Rows as SharePoint gives them, written here a second time so that the stores are not measured against themselves. */
export const fieldsOf = {
  completion: (one: Completion) => ({
    ...{
      Key: one.key,
      Title: one.key,
      Person: one.person,
      PersonName: one.personName,
      CourseKey: one.courseKey,
    },
    ...{
      CompletedOn: one.completedOn,
      Result: one.result,
      ExpiresOn: one.expiresOn,
      RecordedOn: one.recordedOn,
    },
    ...{ Source: one.source, WriteMark: 'c0ffee00-0000-4000-8000-000000000000' },
  }),
  member: (one: StaffMember) => ({
    ...{
      Key: one.key,
      Title: one.name,
      StaffNumber: one.staffNumber,
      StaffName: one.name,
      Address: one.address,
    },
    ...{ Role: one.role, Team: one.team, Borough: one.borough, InRoleSince: one.inRoleSince },
    WriteMark: 'c0ffee00-0000-4000-8000-000000000000',
  }),
  requirement: (one: Requirement) => ({
    ...{
      Key: one.key,
      RequirementTitle: one.title,
      CourseKey: one.courseKey,
      Roles: JSON.stringify(one.roles),
    },
    ...{ Kind: one.kind, EveryMonths: one.everyMonths, FromDay: one.from, GraceDays: one.graceDays },
    Retired: false,
  }),
  course: (one: Course) => ({
    Key: one.key,
    CourseTitle: one.title,
    Mode: one.mode,
    Mandatory: one.mandatory,
  }),
}
