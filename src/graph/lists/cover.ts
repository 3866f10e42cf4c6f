import * as v from 'valibot'
import {
  type CoverCounts,
  type CoverPoint,
  type CoverRollUp,
  type CoverState,
  coverStates,
  type OpenNeed,
} from '../../domain/cover.ts'
import { tellFrom } from '../../domain/coverRollUps.ts'
import type { CoverStore } from '../../usecases/trainingPorts.ts'
import { coverList } from '../columns/cover.ts'
import { quote } from '../odata.ts'
import type { SiteContext } from '../site.ts'
import { listStore } from './listStore.ts'
import { emptyAsNull, jsonField, numberField, type RowMapping, textField, writeJson } from './rowMapping.ts'

const counts = v.object(
  Object.fromEntries(coverStates.map((state) => [state, v.number()])) as Record<
    (typeof coverStates)[number],
    v.NumberSchema<undefined>
  >,
)
/** Role by role, in the order of the states. */
const roles = v.array(v.tuple([v.string(), v.array(v.number())]))
/** A point takes some 24 characters this way, so that years of them fit a note. */
const points = v.array(v.tuple([v.string(), v.number(), v.number()]))

const open = v.array(
  v.tuple([v.string(), v.string(), v.picklist(['due', 'in-grace', 'lapsed', 'never']), v.string()]),
)

const fields = v.object({
  Key: v.string(),
  Requirement: v.string(),
  Team: textField,
  AsAt: v.string(),
  Counts: jsonField(counts, {}),
  Roles: jsonField(roles, []),
  Newcomers: numberField,
  NextChange: emptyAsNull,
  Points: jsonField(points, []),
  Open: jsonField(open, []),
  OpenMore: numberField,
})

function countsOf(people: readonly number[]): CoverCounts {
  const entries = coverStates.map((state, at) => [state, people[at] ?? 0] as const)
  return Object.fromEntries(entries) as Record<CoverState, number>
}

const mapping: RowMapping<CoverRollUp, typeof coverList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): CoverRollUp => ({
        key: row.Key,
        requirement: row.Requirement,
        team: row.Team,
        asAt: row.AsAt,
        counts: row.Counts,
        roles: row.Roles.map(([role, people]) => ({ role, counts: countsOf(people) })),
        newcomers: row.Newcomers,
        nextChange: row.NextChange,
        points: row.Points.map(([day, covered, needed]): CoverPoint => ({ day, covered, needed })),
        open: row.Open.map(
          ([person, personName, state, by]): OpenNeed => ({ person, personName, state, by }),
        ),
        openMore: row.OpenMore,
      }),
    ),
  ),
  toFields: (rollUp) => ({
    Key: rollUp.key,
    Requirement: rollUp.requirement,
    Team: rollUp.team,
    AsAt: rollUp.asAt,
    Counts: JSON.stringify(rollUp.counts),
    Roles: writeJson(rollUp.roles.map(({ role, counts }) => [role, coverStates.map((one) => counts[one])])),
    Newcomers: rollUp.newcomers,
    NextChange: rollUp.nextChange,
    TellFrom: tellFrom(rollUp),
    Open: writeJson(rollUp.open.map(({ person, personName, state, by }) => [person, personName, state, by])),
    OpenMore: rollUp.openMore,
    Points: JSON.stringify(rollUp.points.map(({ day, covered, needed }) => [day, covered, needed])),
  }),
  title: (rollUp) => rollUp.key,
}

/** Cover of teams by requirements. Kept by the service; screens only read it. */
export function coverStore(site: SiteContext): CoverStore {
  const { where, ...store } = listStore(site, coverList, mapping)
  return {
    ...store,
    ofRequirement: (requirement) => where(`Requirement eq ${quote(requirement)}`),
    ofTeam: (team) => where(`Team eq ${quote(team)}`),
    tellingBy: (day) => where(`TellFrom le ${quote(day)}`),
    changingBy: (day) => where(`NextChange le ${quote(day)}`),
  }
}
