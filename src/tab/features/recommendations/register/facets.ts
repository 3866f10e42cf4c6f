import { appliesWords } from '../../../../domain/decisions.ts'
import { dueBandWords } from '../../../../domain/figureWords.ts'
import { kindWords, recommendationKinds, statuses } from '../../../../domain/recommendation.ts'
import { reportSources } from '../../../../domain/report.ts'
import { dueBands } from '../../../../domain/rowFacts.ts'
import { writeOwner } from '../../../ui/ownerWords.ts'
import { type Around, lookLabels } from './attention.ts'
import type { RegisterItem } from './items.ts'

/** What the register can be narrowed by. Within one, any of the chosen answers will do; all of them have to agree. */
export const facetNames = [
  'status',
  'kind',
  'report',
  'source',
  'owner',
  'applies',
  'due',
  'awaits',
  'attention',
] as const
export type FacetName = (typeof facetNames)[number]

export interface Facet {
  readonly label: string
  /** What a row answers; a row may give several answers. */
  answersOf(item: RegisterItem, around: Around): readonly string[]
  say(answer: string, around: Around): string
  /** Answers in the order in which they are offered; those not named come after, by their words. */
  readonly order?: readonly string[]
}

/** An answer that stands for "nothing there". */
export const nothing = '-'

const words = (labels: Readonly<Record<string, string>>) => (answer: string) => labels[answer] ?? answer

/** Where it comes from, in words. */
export const sourceWords: Readonly<Record<string, string>> = {
  inspectorate: 'Inspectorate',
  'joint-inspection': 'Joint inspection',
  'iopc-28a': 'IOPC, paragraph 28A',
  'super-complaint': 'Super-complaint',
  coroner: 'Coroner',
  internal: 'Internal',
  [nothing]: 'Report not known',
}

/** Whether it applies, in words. */
export const appliesLabels: Readonly<Record<string, string>> = {
  yes: 'Applies',
  'in-part': 'Applies in part',
  no: 'Does not apply',
  [nothing]: 'Not decided',
}

const dueLabels: Readonly<Record<string, string>> = {
  ...dueBandWords,
  [nothing]: 'Nothing for the force to do',
}

export const facets: Readonly<Record<FacetName, Facet>> = {
  status: {
    label: 'Status',
    answersOf: ({ row }) => [row.value.status],
    say: (answer) => answer,
    order: statuses,
  },
  kind: {
    label: 'Kind',
    answersOf: ({ row }) => [row.value.kind],
    say: words(kindWords),
    order: recommendationKinds,
  },
  report: {
    label: 'Report',
    answersOf: ({ row }) => [row.value.reportKey],
    say: (answer, { reports }) => reports.get(answer)?.title ?? answer,
  },
  source: {
    label: 'Source',
    answersOf: ({ report }) => [report?.source ?? nothing],
    say: words(sourceWords),
    order: reportSources,
  },
  owner: {
    label: 'Owner',
    answersOf: ({ row }) => [row.value.ownerPost ?? nothing],
    say: (answer, { posts }) => writeOwner(answer === nothing ? null : answer, posts),
    order: [nothing],
  },
  applies: {
    label: 'Applies to the force',
    answersOf: ({ row }) => [row.value.applies ?? nothing],
    say: words(appliesLabels),
    order: appliesWords,
  },
  due: {
    label: 'Deadline',
    answersOf: (item, around) => [around.dueOf(item) ?? nothing],
    say: words(dueLabels),
    order: dueBands,
  },
  awaits: {
    label: 'Waits for',
    answersOf: ({ row }) =>
      row.value.status === 'WHITE' ? [row.value.counterparty?.body.trim() || nothing] : [],
    say: (answer) => (answer === nothing ? 'No counterparty named' : answer),
    order: [nothing],
  },
  attention: {
    label: 'Needs a look',
    answersOf: (item, around) => around.looksOf(item),
    say: words(lookLabels),
    order: Object.keys(lookLabels),
  },
}
