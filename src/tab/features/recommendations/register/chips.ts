import { writeDate } from '../../../../domain/calendarDays.ts'
import { readFigure } from '../../../../domain/figures.ts'
import { sayFigure } from '../../../../domain/figureWords.ts'
import type { Around } from './attention.ts'
import { facetNames, facets } from './facets.ts'
import { type RegisterView, withAnswers } from './view.ts'

/** A filter that is set, in words, and the view without it. Statuses have buttons of their own. */
export interface Chip {
  readonly words: string
  readonly without: RegisterView
}

/** The filters of a view, to be seen and taken back one by one. */
export function chipsOf(view: RegisterView, around: Around): readonly Chip[] {
  const chips: Chip[] = []
  const figure = view.figure === '' ? null : readFigure(view.figure)
  if (figure) chips.push({ words: sayFigure(figure, around.reports), without: { ...view, figure: '' } })
  for (const name of facetNames) {
    const chosen = view.chosen[name]
    if (!chosen || name === 'status') continue
    const said = chosen.map((answer) => facets[name].say(answer, around)).join(' or ')
    chips.push({ words: `${facets[name].label}: ${said}`, without: withAnswers(view, name, []) })
  }
  if (view.from !== null)
    chips.push({ words: `Due from ${writeDate(view.from)}`, without: { ...view, from: null } })
  if (view.to !== null)
    chips.push({ words: `Due up to ${writeDate(view.to)}`, without: { ...view, to: null } })
  return chips
}
