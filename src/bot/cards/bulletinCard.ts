import { type Bulletin, bulletinSummary, bulletinTitle, sayPlaces, sayRun } from '../../domain/bulletin.ts'
import type { AdaptiveCard, CardElement } from './adaptiveCard.ts'
import { oneLine, ownWords, runs } from './cardText.ts'
import { tabLink } from './links.ts'

/** Lines of each part of the card; the rest is behind its link. */
const mostLines = 6

/** A bulletin as a card: where places are free first, because somebody can do something about those. */
export function bulletinCard(bulletin: Bulletin, teamsAppId: string): AdaptiveCard {
  const title = bulletinTitle(bulletin)
  const summary = bulletinSummary(bulletin)
  const later = bulletin.coming.filter(({ free }) => free === 0)
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: `${title}. ${summary} Open Follow-Through to see more.`,
    speak: `${title}. ${summary}`,
    lang: 'en-GB',
    body: [
      ownWords(title, { size: 'Large', weight: 'Bolder', style: 'heading' }),
      ownWords(summary, { isSubtle: true, spacing: 'Small' }),
      ...(bulletin.editorial === '' ? [] : [runs({ text: oneLine(bulletin.editorial, 900) })]),
      ...part(
        'Free places',
        bulletin.free.map((run) => [sayRun(run), sayPlaces(run)]),
      ),
      ...part(
        'Also coming',
        later.map((run) => [sayRun(run), sayPlaces(run)]),
      ),
      ...part(
        'What changed',
        bulletin.changes.map(({ text }) => [text, '']),
      ),
      {
        type: 'ActionSet',
        actions: [
          { type: 'Action.OpenUrl', title: 'Open the dates', url: tabLink(teamsAppId, 'training/runs') },
        ],
      },
    ],
  }
}

function part(heading: string, lines: readonly (readonly [string, string])[]): readonly CardElement[] {
  if (lines.length === 0) return []
  const more = lines.length - mostLines
  return [
    ownWords(heading, { weight: 'Bolder', spacing: 'Medium' }),
    ...lines
      .slice(0, mostLines)
      .map(([what, then]) =>
        runs({ text: oneLine(what, 180) }, ...(then === '' ? [] : [{ text: ` – ${then}`, isSubtle: true }])),
      ),
    ...(more > 0
      ? [ownWords(`and ${more} more in Follow-Through`, { isSubtle: true, spacing: 'Small' })]
      : []),
  ]
}
